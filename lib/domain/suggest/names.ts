import { acronymsOf } from './acronyms'
import type { Doc, Span } from './document'
import { foldKey, likeness } from './fold-key'

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

/** Shortest key that may be compared letter by letter. */
const NEAR_LENGTH = 5
const NEAR_LIKENESS = 0.8

/**
 * Of two names that many places bear, one place in common says little. It counts when one of the names belongs to that
 * place alone ("Konna" is one place, "Kona" may be fifteen), or when they share at least half of all their places.
 */
function areMostlyOne(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (Math.min(a.size, b.size) === 1) return true
  const both = [...a].filter((id) => b.has(id)).length
  return both / (a.size + b.size - both) >= 0.5
}

/** Names written in a text, each with its places. A name is one or more capitalised words; a first word of a sentence counts when it is written so elsewhere. */
export function surfacesOf(doc: Doc): Surface[] {
  const byText = new Map<string, Span[]>()
  const starts = new Set(doc.sentences.map(({ start }) => start))
  const name =
    /(?<![\p{L}\p{M}\d-])(?:al-|el-)?\p{Lu}[\p{L}\p{M}\d]*(?:[-'](?=\p{L})[\p{L}\p{M}\d]+)*(?:(?: (?:de |du |des |d'|la |le |al-|el-|ben |bin |of )?|-)\p{Lu}[\p{L}\p{M}\d]*(?:[-'](?=\p{L})[\p{L}\p{M}\d]+)*)*/gu
  const atStart: { text: string; span: Span }[] = []
  for (const match of doc.shadow.matchAll(name)) {
    const text = match[0].replace(/'s$/, '')
    const span = { start: match.index, end: match.index + text.length }
    if (text.length < 3 || COMMON.has(text.toLowerCase())) continue
    if (starts.has(match.index) && !/ /.test(text)) atStart.push({ text, span })
    else byText.set(text, [...(byText.get(text) ?? []), span])
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
      { text: shortForm, spans: surfaces.find(({ text }) => text === shortForm)?.spans ?? [short] },
      {
        relation: 'same',
        rule: 'acronym',
        why: {
          fr: `« ${shortForm} » est donné entre parenthèses comme l’abrégé de « ${longForm} ».`,
          en: `“${shortForm}” stands in parentheses as the short form of “${longForm}”.`,
        },
      },
    )
  for (let i = 0; i < surfaces.length; i++)
    for (let j = i + 1; j < surfaces.length; j++) {
      const [a, b] = [surfaces[i] as Surface, surfaces[j] as Surface]
      const made = compared(a.text, b.text, known)
      if (made) pair(a, b, made)
    }
  return found
}

const meets = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T | null => {
  for (const it of a) if (b.has(it)) return it
  return null
}

/** Whether two written forms may be one name: ids first, then keys; two names of known different places are never near. */
export function compared(a: string, b: string, known: KnownNames): Omit<NameSuggestion, 'surfaces'> | null {
  if (a === b || differsOnlyInMarks(a, b)) return null
  const alias = meets(known.aliasIds(a), known.aliasIds(b))
  if (alias !== null)
    return {
      relation: 'same',
      rule: 'alias',
      why: {
        fr: `« ${a} » et « ${b} » ont déjà été reconnus comme deux noms de la même entité.`,
        en: `“${a}” and “${b}” have already been accepted as two names of one entity.`,
      },
    }
  const [placesA, placesB] = [known.placeIds(a), known.placeIds(b)]
  const place = meets(placesA, placesB)
  if (place !== null && areMostlyOne(placesA, placesB))
    return {
      relation: 'same',
      rule: 'gazetteer',
      why: {
        fr: `GeoNames donne « ${a} » et « ${b} » comme deux graphies du même lieu (n° ${place}).`,
        en: `GeoNames has “${a}” and “${b}” as two spellings of one place (id ${place}).`,
      },
    }
  const [keyA, keyB] = [foldKey(a), foldKey(b)]
  if (
    keyA.length < 3 ||
    keyB.length < 3 ||
    /\d/.test(a + b) ||
    /(?:^|\s)\p{L}{1,2}$/u.test(a) ||
    /(?:^|\s)\p{L}{1,2}$/u.test(b)
  )
    return null
  const areOtherPlaces = placesA.size > 0 && placesB.size > 0
  if (keyA === keyB && !areOtherPlaces)
    return {
      relation: 'possibly_same',
      rule: 'fold_key',
      why: {
        fr: `« ${a} » et « ${b} » se prononcent de même : accents, lettres doubles et transcriptions mis à part, il reste « ${keyA} ».`,
        en: `“${a}” and “${b}” sound alike: without accents, doubled letters and transcriptions both read “${keyA}”.`,
      },
    }
  if (
    !areOtherPlaces &&
    Math.min(keyA.length, keyB.length) >= NEAR_LENGTH &&
    a[0]?.toLowerCase() === b[0]?.toLowerCase() &&
    a.split(/[ -]/).length === b.split(/[ -]/).length &&
    !isInflection(keyA, keyB) &&
    likeness(keyA, keyB) >= NEAR_LIKENESS
  )
    return {
      relation: 'possibly_same',
      rule: 'near_key',
      why: {
        fr: `« ${a} » et « ${b} » diffèrent de peu et paraissent dans la même dépêche.`,
        en: `“${a}” and “${b}” differ by little and stand in the same dispatch.`,
      },
    }
  return null
}

const differsOnlyInMarks = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** "Français" and "Française", "Mali" and "Malien" are words of one family, not two spellings. */
const isInflection = (a: string, b: string) => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    long.startsWith(short) ||
    (/(?:ien|ais|ain|ois|an|i|e|s|es|en|ane|ene)$/.test(long) &&
      long.slice(0, short.length - 1) === short.slice(0, -1) &&
      long.length - short.length >= 1)
  )
}
