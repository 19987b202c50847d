import { withoutMarks } from './quotation-marks'
import { CodePoints, occurrencesOf, type Span } from './quote'
import { wordsOf } from './selection'
import { codePointLength } from './text'

/** Places where a pasted quotation stands: letter for letter, or once quotes, spaces and accents are folded. */
export type FoundQuote = { match: 'exact' | 'folded'; places: readonly Span[] }
/** A place that says almost the same; never taken without a person's click. */
export type NearQuote = Span & { differing: number }

/** Below this a few letters decide everything: nothing near is offered (product.md part 3). */
export const MIN_NEAR_LENGTH = 16
/** How many near places are offered at most. */
const MAX_NEAR = 5
/** One word in four may differ. */
const TOLERANCE = 0.25

/** Finds pasted words. The place found is always a place in the text: its own words are what will be quoted. */
export function findQuote(text: CodePoints, pasted: string): FoundQuote | null {
  const trimmed = pasted.trim()
  if (trimmed === '') return null
  const exact = occurrencesOf(text, trimmed)
  if (exact.length > 0) return { match: 'exact', places: exact }
  const own = new CodePoints(trimmed)
  const bare = withoutMarks(own, { start: 0, end: own.length })
  const folded = folding(text.text)
  for (const words of new Set([trimmed, own.slice(bare.start, bare.end)])) {
    const places = foldedPlaces(text, folded, folding(words).text.trim())
    if (places.length > 0) return { match: 'folded', places }
  }
  return null
}

type Folded = {
  text: string /** For each UTF-16 unit of the shadow, where its own begins and ends in the text too. */
  from: number[]
  to: number[]
}

/** The text with its quotes, spaces and accents folded, and the way back from each letter of it. */
function folding(text: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] }
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const last = folded.text.at(-1)
    let plain = plainOf(character)
    // A run of white space is one space; beside a guillemet it is none.
    if (plain === ' ' && (last === ' ' || last === undefined || (last === '"' && text[at - 1] === '«'))) plain = ''
    if (character === '»' && last === ' ') {
      folded.text = folded.text.slice(0, -1)
      folded.from.pop()
      folded.to.pop()
    }
    if (plain === '' && last !== undefined)
      folded.to[folded.to.length - 1] = last === ' ' ? end : (folded.to.at(-1) ?? end)
    folded.text += plain
    for (let unit = 0; unit < plain.length; unit++) {
      folded.from.push(at)
      folded.to.push(end)
    }
    at = end
  }
  return folded
}

function plainOf(character: string): string {
  if (/\s/u.test(character)) return ' '
  if (/['‘’ʼ`´]/.test(character)) return "'"
  if (/["«»“”„]/.test(character)) return '"'
  if (character === '…') return '...'
  if (character === 'œ') return 'oe'
  if (character === 'æ') return 'ae'
  return character.normalize('NFD').replace(/\p{M}/gu, '')
}

function foldedPlaces(text: CodePoints, folded: Folded, needle: string): Span[] {
  const found: Span[] = []
  if (needle === '') return found
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const from = folded.from[at] ?? 0
    const to = folded.to[at + needle.length - 1] ?? from
    found.push({ start: text.placeOf(from), end: text.placeOf(endWithMarks(text.text, to)) })
  }
  return found
}
/** A combining mark belongs to the letter before it. */
function endWithMarks(text: string, to: number): number {
  const rest = /^\p{M}+/u.exec(text.slice(to))
  return to + (rest?.[0].length ?? 0)
}

type Word = Span & { own: string; plain: string }
const wordList = (points: CodePoints): Word[] =>
  wordsOf(points.text).map((span) => {
    const own = points.slice(span.start, span.end)
    return { ...span, own, plain: folding(own).text.toLowerCase() }
  })

const NEGATION =
  /^(?:ne|n'.*|pas|jamais|aucune?s?|rien|personne|ni|non|sans|plus|gu[eè]re|nullement|no|not|never|none|nor|nobody|nothing|neither|without|cannot|.*n't)$/i
/** A word whose change changes who, how many or whether: with it differing, the passage is another one. */
const isDecisive = ({ own, plain }: Word): boolean => /[\p{N}\p{Lu}]/u.test(own) || NEGATION.test(plain)

/**
 * Places that say almost the same words, best first. None for fewer than 16 characters, and none where a digit, a negation or
 * a capitalised name differs.
 */
export function nearQuotes(text: CodePoints, pasted: string): NearQuote[] {
  if (codePointLength(pasted.trim()) < MIN_NEAR_LENGTH) return []
  const sought = wordList(new CodePoints(pasted))
  const words = wordList(text)
  const most = Math.max(1, Math.floor(sought.length * TOLERANCE))
  if (sought.length < 2) return []
  const ends = endsWithin(sought, words, most)
  const found: NearQuote[] = []
  for (const { end, cost } of ends.sort((a, b) => a.cost - b.cost || a.end - b.end)) {
    const near = traced(sought, words, end, cost)
    if (near && !found.some((it) => it.start < near.end && near.start < it.end)) found.push(near)
    if (found.length === MAX_NEAR) break
  }
  return found
}

/** Where in the text a stretch ends that differs in at most `most` words (Sellers' algorithm, word by word). */
function endsWithin(sought: readonly Word[], words: readonly Word[], most: number): { end: number; cost: number }[] {
  let column = Array.from({ length: sought.length + 1 }, (_, i) => i)
  return words.flatMap((word, j) => {
    const next = [0]
    for (let i = 1; i <= sought.length; i++)
      next[i] = Math.min(
        (column[i - 1] ?? 0) + (sought[i - 1]?.plain === word.plain ? 0 : 1),
        (column[i] ?? 0) + 1,
        (next[i - 1] ?? 0) + 1,
      )
    column = next
    const cost = column[sought.length] ?? most + 1
    return cost <= most ? [{ end: j + 1, cost }] : []
  })
}

/** The stretch that ends there, if nothing decisive differs in it. */
function traced(sought: readonly Word[], words: readonly Word[], end: number, cost: number): NearQuote | null {
  const m = sought.length
  const from = Math.max(0, end - m - cost)
  const here = words.slice(from, end)
  // costs[i][j]: the last i words sought against the last j words here, both read backwards; ends where all are used up.
  const costs = Array.from({ length: m + 1 }, (_, i) =>
    Array.from({ length: here.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => costs[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= m; i++)
    for (let j = 1; j <= here.length; j++) {
      const isSame = sought[m - i]?.plain === here[here.length - j]?.plain
      const row = costs[i]
      if (row) row[j] = Math.min(at(i - 1, j - 1) + (isSame ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1)
    }
  const last = costs[m] ?? []
  let j = last.indexOf(Math.min(...last))
  const start = here[here.length - j]
  const final = here.at(-1)
  if (!start || !final) return null
  let [i, differing] = [m, 0]
  while (i > 0 || j > 0) {
    const [a, b] = [sought[m - i], here[here.length - j]]
    if (i > 0 && j > 0 && a?.plain === b?.plain && at(i, j) === at(i - 1, j - 1)) {
      i--
      j--
      continue
    }
    differing++
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + 1) {
      if (!a || !b || isDecisive(a) || isDecisive(b)) return null
      i--
      j--
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) {
      if (!a || isDecisive(a)) return null
      i--
    } else {
      if (!b || isDecisive(b)) return null
      j--
    }
  }
  return { start: start.start, end: final.end, differing }
}
