import { accordingAt, type Content, clauseEnd, contentOf } from './content'
import type { Doc, Sentence } from './document'
import { hasFiniteVerb } from './noun-phrases'
import type { LanguageRules } from './rules'
import type { VerbGroup } from './verb-group'

/** What stands before the cue: the quotation right before it, or the clause from the start of the sentence. */
export function contentBefore(
  doc: Doc,
  sentence: Sentence,
  end: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Content | null {
  const { tokens } = sentence
  let from = 0
  for (let i = end - 1; i >= 0; i--)
    if (/^[;:]$/.test(tokens[i]?.text ?? '') && i < end - 1) {
      from = i + 1
      break
    }
  const earlier = groups.filter((it) => it.to < end && it.form === 'finite' && it.from >= from)
  const lastComma = tokens.slice(from, end).findLastIndex(({ text }) => text === ',')
  let last = end - 1
  while (last > from && /^[,.]$/.test(tokens[last]?.text ?? '')) last--
  const quoted = tokens[last]
  // A dateline opens the document, not the sentence: "5 juillet 2012. - Un lycéen …".
  while (from < end && /^[-–—]$/.test(tokens[from]?.text ?? '')) from++
  const range = { from, to: end }
  if (quoted?.quote !== null && quoted !== undefined) {
    const others = tokens.slice(from, last).filter(({ text }) => !/^[,.]$/.test(text))
    // « A », dit X, « B », ajoute-t-il: only the last quotation belongs to the last cue.
    if (others.length === 0 || earlier.length > 0) return contentOf(doc, sentence, { from: last, to: last + 1 })
    return contentOf(doc, sentence, range)
  }
  if (lastComma < 0 && !tokens.slice(from, end).some(({ quote }) => quote !== null)) return null
  if (!tokens.slice(from, end).some(({ quote }) => quote !== null) && !hasFiniteVerb(tokens, range, rules)) return null
  if (tokens[end - 1]?.text !== ',' && !tokens.slice(from, end).some(({ quote }) => quote !== null)) return null
  return contentOf(doc, sentence, range)
}

/** « A », dit X, « B ». The words after the speaker go on. */
export function joined(doc: Doc, sentence: Sentence, content: Content, at: number, rules: LanguageRules): Content {
  const { tokens } = sentence
  let i = at
  while (/^[,.:]$/.test(tokens[i]?.text ?? '')) i++
  const next = tokens[i]
  if (next?.quote == null || tokens[at]?.text !== ',' || accordingAt(tokens, i, rules)) return content
  const more = contentOf(doc, sentence, { from: i, to: i + 1 })
  return more && content.type === 'direct'
    ? { ...content, spans: [...content.spans, ...more.spans], quotes: [...content.quotes, ...more.quotes] }
    : content
}

/** "Il est, disent-ils, la langue de …": a head too short to be the report goes on behind the cue. */
export function around(
  doc: Doc,
  sentence: Sentence,
  content: Content,
  group: VerbGroup,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Content {
  const at = group.to + 1
  if (content.type !== 'indirect' || sentence.tokens[at]?.text !== ',' || group.from > SHORT_HEAD) return content
  const rest = contentOf(doc, sentence, { from: at, to: clauseEnd(sentence, at + 1, groups, rules) })
  return rest
    ? { ...rest, type: rest.type === 'direct' ? 'mixed' : rest.type, spans: [...content.spans, ...rest.spans] }
    : content
}
const SHORT_HEAD = 6
