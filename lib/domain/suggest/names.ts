import { acronymsOf } from './acronyms'
import { compared, formOf, type NameForm } from './compare-names'
import type { Doc, Span } from './document'
import { meetings } from './name-meetings'

/** What is known of names outside the text: a gazetteer and the aliases people have accepted. Pure lookups. */
export type KnownNames = {
  /** Ids of the places that bear this name, in any of its spellings. */
  placeIds: (name: string) => ReadonlySet<number>
  /** Ids of entities that people have said bear this name. */
  aliasIds: (name: string) => ReadonlySet<string>
}
export const NOTHING_KNOWN: KnownNames = { placeIds: () => new Set(), aliasIds: () => new Set() }

export const NAME_RULES = ['acronym', 'gazetteer', 'alias', 'fold_key', 'near_key', 'short_name'] as const
export type NameRule = (typeof NAME_RULES)[number]
/** Two or more written forms that may be one name. Proposed, never merged. */
export type NameSuggestion = {
  surfaces: { text: string; spans: Span[] }[]
  relation: 'same' | 'possibly_same'
  rule: NameRule
  why: { fr: string; en: string }
}
export type Surface = { text: string; spans: Span[] }

/** Names written in a text, each with its places. A name is one or more capitalised words; a first word of a sentence counts when it is written so elsewhere. */
export function surfacesOf(doc: Doc): Surface[] {
  const byText = new Map<string, Span[]>()
  const starts = new Set(doc.sentences.map(({ start }) => start))
  // What stands before is asked behind the capital: asked first, it is asked at every character.
  const name =
    /(?:(?:al-|el-)(?<![\p{L}\p{M}\d-].l-)\p{Lu}|\p{Lu}(?<![\p{L}\p{M}\d-]\p{Lu}))[\p{L}\p{M}\d]*(?:[-'](?=\p{L})[\p{L}\p{M}\d]+)*(?:(?: (?:de |du |des |d'|la |le |al-|el-|ben |bin |of )?|-)\p{Lu}[\p{L}\p{M}\d]*(?:[-'](?=\p{L})[\p{L}\p{M}\d]+)*)*/gu
  const atStart: { text: string; span: Span }[] = []
  for (const match of doc.shadow.matchAll(name)) {
    const text = match[0].replace(/'s$/, '')
    const span = { start: match.index, end: match.index + text.length }
    if (text.length < 3 || COMMON.has(text.toLowerCase())) continue
    if (starts.has(match.index) && !/ /.test(text)) atStart.push({ text, span })
    else {
      const spans = byText.get(text)
      if (spans) spans.push(span)
      else byText.set(text, [span])
    }
  }
  for (const { text, span } of atStart) {
    const spans = byText.get(text)
    if (spans) spans.push(span)
  }
  return [...byText].map(([text, spans]) => ({ text, spans: spans.sort((a, b) => a.start - b.start) }))
}
const COMMON = new Set(
  'les des une dans pour par selon cette ces ses son sur mais avec après avant lors depuis the this that these those and but for from with when while after before according il elle ils elles nous vous'.split(
    ' ',
  ),
)

/** Forms that may be one name, with the rule and a sentence that says why in both languages. */
export function nameSuggestions(doc: Doc, known: KnownNames = NOTHING_KNOWN): NameSuggestion[] {
  const surfaces = surfacesOf(doc)
  const spansOf = new Map(surfaces.map(({ text, spans }) => [text, spans]))
  const found: NameSuggestion[] = []
  const done = new Set<string>()
  const pair = (a: Surface, b: Surface, made: Omit<NameSuggestion, 'surfaces'>) => {
    const key = [a.text, b.text].sort().join('\n')
    if (done.has(key)) return
    done.add(key)
    found.push({ surfaces: [a, b], ...made })
  }
  for (const { long, short, longForm, shortForm } of acronymsOf(doc.shadow))
    pair(
      { text: longForm, spans: [long] },
      { text: shortForm, spans: spansOf.get(shortForm) ?? [short] },
      {
        relation: 'same',
        rule: 'acronym',
        why: {
          fr: `« ${shortForm} » est donné entre parenthèses comme l’abrégé de « ${longForm} ».`,
          en: `“${shortForm}” stands in parentheses as the short form of “${longForm}”.`,
        },
      },
    )
  const forms = surfaces.map(({ text }) => formOf(text, known))
  for (const [i, others] of meetings(forms).entries())
    for (const j of others) {
      const [a, b] = [surfaces[i] as Surface, surfaces[j] as Surface]
      const made = compared(forms[i] as NameForm, forms[j] as NameForm)
      if (made) pair(a, b, made)
    }
  return found
}
