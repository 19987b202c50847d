import { MAX_QUESTION } from './found'
import { codePointLength } from './text'
import { readVagueDate } from './vague-date'

/** What a question can be narrowed by; `before` and `after` are days, the others name a thing. */
export const SEARCH_KEYS = ['verdict', 'source', 'place', 'event', 'year'] as const
export type SearchKey = (typeof SEARCH_KEYS)[number]
type AnyKey = SearchKey | 'before' | 'after'

/** As they are typed in either language, without accents. */
const KEYS: Readonly<Record<string, AnyKey>> = {
  verdict: 'verdict',
  source: 'source',
  place: 'place',
  lieu: 'place',
  event: 'event',
  evenement: 'event',
  year: 'year',
  annee: 'year',
  before: 'before',
  avant: 'before',
  after: 'after',
  apres: 'after',
}

/** One word or one phrase; `isStart`: any word that begins so (`empar*`). */
export type SearchTerm = { words: string; isPhrase: boolean; isStart: boolean }
export type SearchFilter = { key: SearchKey; value: string; isNot: boolean }
/** Why a part was not understood. What may be words all the same is searched as words. */
export type NotUnderstoodWhy = 'unknown_filter' | 'bad_date' | 'no_value' | 'no_words' | 'too_many'
export type NotUnderstood = { text: string; why: NotUnderstoodWhy }
/** One part as it was typed, and the question without it. */
export type ActiveFilter = { text: string; without: string }

export type SearchQuery = {
  /** The parts as typed, one blank between: the same question is always written the same. */
  text: string
  terms: readonly SearchTerm[]
  without: readonly string[]
  filters: readonly SearchFilter[]
  /** A claim's time begins before this day; ends after that one. */
  before: string | null
  after: string | null
  active: readonly ActiveFilter[]
  notUnderstood: readonly NotUnderstood[]
  isTooLong: boolean
}

/** More parts than anybody types; a pasted sentence has fewer. */
const MAX_PARTS = 40
const CLOSES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“' }
const BLANK = /\s/u
const HAS_LETTER = /[\p{L}\p{N}]/u
const KEY = /^(\p{L}{2,20}):(?!\/\/)/u
const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

type Part = { text: string; isNot: boolean; key: string | null; value: string; isQuoted: boolean }

/** Whatever is typed, read into parts: a quotation mark that is never closed reaches to the end. */
function partsOf(text: string): Part[] {
  const points = [...text]
  const parts: Part[] = []
  let at = 0
  const quoted = (): string | null => {
    const close = CLOSES[points[at] ?? '']
    if (close === undefined) return null
    let end = at + 1
    while (end < points.length && points[end] !== close) end++
    const inside = points.slice(at + 1, end).join('')
    at = end + 1
    return inside.trim()
  }
  const word = (): string => {
    const from = at
    while (at < points.length && !BLANK.test(points[at] ?? '') && CLOSES[points[at] ?? ''] === undefined) at++
    return points.slice(from, at).join('')
  }
  while (at < points.length) {
    if (BLANK.test(points[at] ?? '')) {
      at++
      continue
    }
    const from = at
    const next = points[at + 1]
    const isNot = points[at] === '-' && next !== undefined && !BLANK.test(next)
    if (isNot) at++
    const phrase = quoted()
    const found = phrase ?? word()
    const [whole = '', key = null] = phrase === null ? (KEY.exec(found) ?? []) : []
    const rest = found.slice(whole.length)
    const value = key !== null && rest === '' ? quoted() : null
    parts.push({
      text: points.slice(from, at).join('').trim(),
      isNot,
      key,
      value: value ?? rest,
      isQuoted: phrase !== null || value !== null,
    })
  }
  return parts
}

/** The day on which a date begins or ends, or null when it is none. */
function dayOf(value: string, end: 'from' | 'to'): string | null {
  const read = readVagueDate('date', { edtf: value, basis: 'stated' })
  return 'reason' in read ? null : read[end]
}

/** What may reach PostgreSQL: no U+0000, no half characters. */
const cleaned = (typed: string): string => typed.replaceAll('\u0000', ' ').toWellFormed().trim()

/**
 * A question as it is typed: words, "phrases", begin*, -not, and filters (source:, verdict:, place:, event:, year:, before:,
 * after:, with values in quotation marks). Nothing is refused: what is not understood is named, and the rest is searched.
 */
export function readSearch(typed: string): SearchQuery {
  const text = cleaned(typed)
  if (codePointLength(text) > MAX_QUESTION) return { ...NOTHING, text, isTooLong: true }
  const parts = partsOf(text)
  const terms: SearchTerm[] = []
  const without: string[] = []
  const filters: SearchFilter[] = []
  const active: Part[] = []
  const notUnderstood: NotUnderstood[] = []
  const day: { before: string | null; after: string | null } = { before: null, after: null }
  const words = ({ text, isNot, isQuoted }: Part, typed: string) => {
    const isStart = !isQuoted && /^[\p{L}\p{N}]{2,}\*$/u.test(typed)
    const kept = isStart ? typed.slice(0, -1) : typed
    if (!HAS_LETTER.test(kept)) notUnderstood.push({ text, why: 'no_words' })
    else if (isNot) without.push(kept)
    else terms.push({ words: kept, isPhrase: isQuoted, isStart })
  }
  const date = (part: Part, key: 'before' | 'after') => {
    const found = part.isNot ? null : dayOf(part.value, key === 'before' ? 'from' : 'to')
    if (found === null) return notUnderstood.push({ text: part.text, why: 'bad_date' })
    const now = day[key]
    const isCloser = now === null || (key === 'before' ? found < now : found > now)
    if (isCloser) day[key] = found
    return active.push(part)
  }
  for (const part of parts.slice(0, MAX_PARTS)) {
    const key = part.key === null ? null : (KEYS[bare(part.key)] ?? null)
    if (part.key === null) words(part, part.value)
    else if (key === null) {
      notUnderstood.push({ text: part.text, why: 'unknown_filter' })
      words(part, `${part.key} ${part.value}`)
    } else if (part.value.trim() === '') notUnderstood.push({ text: part.text, why: 'no_value' })
    else if (key === 'before' || key === 'after') date(part, key)
    else if (key === 'year' && !/^[1-9]\d{0,3}$/.test(part.value))
      notUnderstood.push({ text: part.text, why: 'bad_date' })
    else {
      filters.push({ key, value: part.value, isNot: part.isNot })
      active.push(part)
    }
  }
  for (const part of parts.slice(MAX_PARTS)) notUnderstood.push({ text: part.text, why: 'too_many' })
  const textOf = (some: readonly Part[]) => some.map((it) => it.text).join(' ')
  return {
    text: textOf(parts),
    terms,
    without,
    filters,
    ...day,
    active: active.map((part) => ({ text: part.text, without: textOf(parts.filter((it) => it !== part)) })),
    notUnderstood,
    isTooLong: false,
  }
}

const NOTHING: SearchQuery = {
  text: '',
  terms: [],
  without: [],
  filters: [],
  before: null,
  after: null,
  active: [],
  notUnderstood: [],
  isTooLong: false,
}

/** Whether there is anything to look for. */
export const asksNothing = ({ terms, without, filters, before, after }: SearchQuery): boolean =>
  terms.length + without.length + filters.length === 0 && before === null && after === null

/** The question narrowed by one thing more, or null when it would be too long to ask. */
export function narrowed({ text }: SearchQuery, key: SearchKey, value: string): string | null {
  const longer = `${text} ${key}:${/^[\p{L}\p{N}_-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`}`.trim()
  return codePointLength(longer) > MAX_QUESTION ? null : longer
}

/** A row of the results, as the place a page begins or ends. `tier`: 1 exact words, 2 stems, 3 other forms, 4 names alike. */
export type SearchCursor = { tier: number; score: number; id: string }

/** A short mark of a question: a place in the results of one is no place in those of another. FNV-1a. */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0
  return hash.toString(36)
}

export const cursorText = ({ text }: SearchQuery, { tier, score, id }: SearchCursor): string =>
  `${tier}.${score}.${id}.${markOf(text)}`

/** The place an address names in the results of this question; null when it is no place, or one of another question. */
export function readCursor({ text }: SearchQuery, asked: string): SearchCursor | null {
  const found = /^([0-4])\.(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-z]{1,7})$/.exec(asked)
  if (!found || found[4] !== markOf(text)) return null
  return { tier: Number(found[1]), score: Number(found[2]), id: found[3] ?? '' }
}
