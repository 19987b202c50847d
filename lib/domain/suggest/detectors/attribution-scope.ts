import { type Detector, quoted } from '../conflict-suggestion'
import { type Doc, spanAt } from '../document'

/** The sentence that follows a place, over the white space and the full stop between. */
const nextAfter = (doc: Doc, at: number) => {
  let from = at
  while (from < doc.shadow.length && from - at < 40 && (spanAt(doc.sentences, from)?.start ?? -1) < at) from++
  return spanAt(doc.sentences, from)
}

const ANAPHORIC = {
  fr: /^(?:Ce|Cet|Cette|Ces) (?!n'|sont|qui|dernier)\p{Ll}+/u,
  en: /^(?:This|That|These|Those) (?!is|was|are|were|comes?|will|would|may|means)\p{Ll}+/u,
}

/** "Selon le Figaro, …" and the next paragraph goes on without saying whose words these are: where does the source stop? */
export const attributionScope: Detector = ({ doc, attributions, language }) =>
  attributions.flatMap((it) => {
    if (it.rule !== 'according' || it.type === 'direct' || !it.source) return []
    const last = it.content.at(-1)
    const home = spanAt(doc.sentences, it.cue?.start ?? 0)
    if (!last || !home) return []
    const next = nextAfter(doc, Math.max(home.end, last.end))
    if (
      !next ||
      next.paragraph - home.paragraph > 1 ||
      !ANAPHORIC[language].test(doc.shadow.slice(next.start, next.end))
    )
      return []
    if (
      attributions.some(({ content, cue }) =>
        [...content, ...(cue ? [cue] : [])].some(({ start }) => start >= next.start && start < next.end),
      )
    )
      return []
    return [
      {
        type: 'attribution_scope' as const,
        class: 'ambiguity' as const,
        spans: [...it.content, { start: next.start, end: next.end }],
        why: {
          fr: `Rien ne dit où s’arrête « ${quoted(doc, { start: it.cue?.start ?? 0, end: it.source.end })} » : la phrase qui suit reprend le même fait sans source.`,
          en: `Nothing says where “${quoted(doc, { start: it.cue?.start ?? 0, end: it.source.end })}” stops: the next sentence takes up the same fact without a source.`,
        },
        rule: 'attribution_scope',
      },
    ]
  })
