import type { Span } from '../quote'
import { MAX_DISPATCH_LENGTH } from '../text'

/**
 * A dispatch as the rules read it. Every offset is a code point of the text as given: the shadow the rules look at has one
 * UTF-16 unit for each code point, so an offset in it is an offset in the text.
 */
export type { Span } from '../quote'
/** A quotation: `start..end` with its marks, `inner` without. */
export type Quotation = Span & { inner: Span; isClosed: boolean }
/** A word, a mark of punctuation, or a whole quotation (`quote` is its place in `quotations`). `fold` is lower case without accents kept. */
export type Token = Span & { text: string; low: string; quote: number | null }
export type Sentence = Span & { paragraph: number; tokens: Token[] }
export type Paragraph = Span & { isHeading: boolean }
export type Doc = {
  shadow: string
  paragraphs: Paragraph[]
  quotations: Quotation[]
  sentences: Sentence[]
}

/** Longest text the suggestions read; a longer one is refused by whoever calls. In code points. */
export const MAX_SUGGEST_LENGTH = MAX_DISPATCH_LENGTH

const APOSTROPHES = /[\u2019\u2018\u02BC\u00B4]/g
const SPACES = /[\u00A0\u202F\u2009\u2007\t]/g
const ASTRAL = /[\u{10000}-\u{10FFFF}]/gu
const LONE = '\uFFFC'

/** One unit for each code point: quotes and spaces folded, what is beyond the basic plane replaced by a place holder. */
export const shadowOf = (text: string): string =>
  text.replace(ASTRAL, LONE).replace(APOSTROPHES, "'").replace(SPACES, ' ').replace(/\r/g, ' ')

/** Reads a text into paragraphs, quotations, sentences and words. */
export function readDocument(text: string): Doc {
  const shadow = shadowOf(text)
  const paragraphs = paragraphsOf(shadow)
  const quotations: Quotation[] = []
  const sentences: Sentence[] = []
  paragraphs.forEach((paragraph, i) => {
    const first = quotations.length
    quotations.push(...quotationsIn(shadow, paragraph))
    for (const span of sentencesIn(shadow, paragraph, quotations.slice(first)))
      sentences.push(...sentencesOf(shadow, span, i, quotations, first))
  })
  return { shadow, paragraphs, quotations, sentences }
}

/** The words inside a quotation read as sentences of their own: people quoted quote others. */
export function readInside(doc: Doc, quotation: Quotation, paragraph: number): Sentence[] {
  const inner = quotationsIn(doc.shadow, quotation.inner)
  const first = doc.quotations.length
  doc.quotations.push(...inner)
  return sentencesIn(doc.shadow, quotation.inner, inner).flatMap((span) =>
    sentencesOf(doc.shadow, span, paragraph, doc.quotations, first),
  )
}

/** No sentence anybody wrote is longer, in words; what is, is read in pieces so that a text takes the time of its length. */
const LONGEST_SENTENCE = 150

function sentencesOf(
  shadow: string,
  span: Span,
  paragraph: number,
  quotations: readonly Quotation[],
  first: number,
): Sentence[] {
  const tokens = tokensIn(shadow, span, quotations, first)
  if (tokens.length <= LONGEST_SENTENCE) return [{ ...span, paragraph, tokens }]
  const pieces: Sentence[] = []
  for (let from = 0; from < tokens.length; from += LONGEST_SENTENCE) {
    const piece = tokens.slice(from, from + LONGEST_SENTENCE)
    pieces.push({ start: piece[0]?.start ?? 0, end: piece.at(-1)?.end ?? 0, paragraph, tokens: piece })
  }
  return pieces
}

function paragraphsOf(shadow: string): Paragraph[] {
  const found: Paragraph[] = []
  for (const match of shadow.matchAll(/[^\n]+/g)) {
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const end = match.index + match[0].trimEnd().length
    if (end <= start) continue
    const isHeading = end - start < 140 && !/[.!?…»"”:;)]$/.test(shadow.slice(start, end))
    found.push({ start, end, isHeading })
  }
  return found
}

const CLOSING: Record<string, string> = { '«': '»', '“': '”', '„': '“', '"': '"' }

/**
 * Outermost quotations of a stretch of text. One that is left open closes at the end of the stretch. Not quotation-marks.ts,
 * which a person's selection is read with: there every depth counts, a quotation may go on over paragraphs, marks that never
 * close quote nothing, and single marks are apostrophes.
 */
function quotationsIn(shadow: string, { start, end }: Span): Quotation[] {
  const found: Quotation[] = []
  let single = start
  for (let at = start; at < end; at++) {
    if (shadow[at] === "'" && opensSingle(shadow, at, start)) {
      // The next mark that can close serves every mark that could open before it: nothing is read twice.
      for (single = Math.max(single, at + 3); single < end && !closesSingle(shadow, single, end); ) single++
      if (single >= end || single - at > LONGEST_SINGLE) continue
      found.push(quotation(shadow, at, single, true))
      at = single
      continue
    }
    const close = CLOSING[shadow[at] ?? '']
    if (!close || (shadow[at] === '"' && isInches(shadow, at))) continue
    const stop = closingOf(shadow, at, end, close)
    const isClosed = stop < end
    found.push(quotation(shadow, at, isClosed ? stop : end, isClosed))
    at = isClosed ? stop : end
  }
  return found
}

/** A straight mark after a digit is a unit, unless a quotation stands open. */
const isInches = (shadow: string, at: number) => /\d/.test(shadow[at - 1] ?? '') && !/\s/.test(shadow[at + 1] ?? ' ')

function closingOf(shadow: string, open: number, end: number, close: string): number {
  let depth = 1
  for (let at = open + 1; at < end; at++) {
    const c = shadow[at] ?? ''
    if (c === close && --depth === 0) return at
    if (c === shadow[open] && close !== shadow[open]) depth++
    // “ … « … » … ” : a mark of another kind opens and closes inside.
  }
  // « « … » : one mark too many; the first closing one ends the quotation.
  for (let at = open + 1; at < end; at++) if (shadow[at] === close) return at
  return end
}

/** 'The roof fell,' he said: a single mark opens at the start of a word and closes behind one, where no apostrophe stands. */
const LONGEST_SINGLE = 1500
const opensSingle = (shadow: string, at: number, start: number) =>
  (at === start || /[\s(["«“–—]/.test(shadow[at - 1] ?? '')) && /\p{L}/u.test(shadow[at + 1] ?? '')
function closesSingle(shadow: string, at: number, end: number): boolean {
  if (shadow[at] !== "'" || /\s/.test(shadow[at - 1] ?? ' ')) return false
  const after = at + 1 < end ? (shadow[at + 1] ?? ' ') : ' '
  if (/[\p{L}\p{M}\d]/u.test(after)) return false
  // "the workers' party": a plural that owns something.
  return !(/s/.test(shadow[at - 1] ?? '') && /^\s\p{Ll}/u.test(shadow.slice(at + 1, at + 3)))
}

function quotation(shadow: string, open: number, close: number, isClosed: boolean): Quotation {
  let [from, to] = [open + 1, close]
  while (from < to && /\s/.test(shadow[from] ?? '')) from++
  while (to > from && /\s/.test(shadow[to - 1] ?? '')) to--
  return { start: open, end: isClosed ? close + 1 : close, inner: { start: from, end: to }, isClosed }
}

const ABBREVIATION =
  /(?:^|[\s('])(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|Prof|St|Ste|Gen|Col|Sgt|Lt|Sen|Rep|Gov|No|vs|etc|cf|env|art|p|av|Jr|Sr|Inc|Corp|Co|Ltd|[A-ZÉ](?:\.[A-Z])*)$/

/** Sentences of a paragraph. What stands inside a quotation never ends one, but a quotation that ends in a full stop may. */
function sentencesIn(shadow: string, { start, end }: Span, quotations: readonly Quotation[]): Span[] {
  const found: Span[] = []
  let from = start
  let next = 0
  const close = (to: number) => {
    let [a, b] = [from, to]
    while (a < b && /\s/.test(shadow[a] ?? '')) a++
    while (b > a && /\s/.test(shadow[b - 1] ?? '')) b--
    if (b > a) found.push({ start: a, end: b })
    from = to
  }
  for (let at = start; at < end; at++) {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= at) next++
    const quote = quotations[next]
    if (quote && at >= quote.start) {
      at = quote.end - 1
      const isStop = /[.!?…]/.test(shadow[quote.inner.end - 1] ?? '')
      if (isStop && startsSentence(shadow, quote.end, end)) close(quote.end)
      continue
    }
    const c = shadow[at] ?? ''
    if (!/[.!?…]/.test(c)) continue
    if (c === '.' && ABBREVIATION.test(shadow.slice(Math.max(from, at - 12), at))) continue
    let to = at + 1
    while (to < end && /[.!?…)\]]/.test(shadow[to] ?? '')) to++
    if (startsSentence(shadow, to, end)) close(to)
    at = to - 1
  }
  close(end)
  return found
}

/** Whether a new sentence starts at `at`: white space, then a capital, a digit, a dash or an opening mark. */
function startsSentence(shadow: string, at: number, end: number): boolean {
  if (at >= end) return true
  const after = shadow.slice(at, at + 8)
  return /^\s{1,8}(?:[-–—]\s{0,8})?["'«“„([]?\s{0,8}[\p{Lu}\d]/u.test(after)
}

/** The common marks: each is a token by itself, and a text of nothing but marks is read at the price of marks. */
const MARKS = new Set('"\'“”«»().,;:!?–—-')
const WORD =
  /(?:aujourd'hui|quelqu'un(?:e)?|presqu'île|prud'hom\p{L}+)|(?:(?:[\p{L}\p{M}]\.){2,})|[\p{L}\p{M}\d]+(?:[-.](?=[\p{L}\p{M}\d])[\p{L}\p{M}\d]+)*'?/uy

/** The word or the mark that begins here: a mark is one character, whatever it is. */
function tokenAt(shadow: string, at: number): string {
  const char = shadow[at] ?? ''
  if (MARKS.has(char)) return char
  WORD.lastIndex = at
  return WORD.exec(shadow)?.[0] ?? String.fromCodePoint(shadow.codePointAt(at) ?? 0)
}

/** Words, marks and whole quotations, in order. "a-t-il" gives "a" and "-t-il"; "l'AFP" gives "l'" and "AFP". */
function tokensIn(shadow: string, { start, end }: Span, quotations: readonly Quotation[], first: number): Token[] {
  const tokens: Token[] = []
  let next = quotationAfter(quotations, first, start)
  let at = start
  while (at < end) {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= at) next++
    const quote = quotations[next]
    if (quote && at === quote.start) {
      tokens.push({ start: at, end: quote.end, text: '«»', low: '«»', quote: next })
      at = quote.end
      continue
    }
    if (/\s/.test(shadow[at] ?? '')) {
      at++
      continue
    }
    for (const piece of piecesOf(tokenAt(shadow, at))) {
      tokens.push({ start: at, end: at + piece.length, text: piece, low: piece.toLowerCase(), quote: null })
      at += piece.length
    }
  }
  return tokens
}

/** The first quotation from `first` on that ends behind `at`. */
function quotationAfter(quotations: readonly Quotation[], first: number, at: number): number {
  let [low, high] = [first, quotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const INVERTED = /^(.+?)((?:-t)?-(?:il|elle|on|ils|elles|je|nous|vous|ce))$/i
const ELIDED = /^(?:l|d|s|n|m|t|c|j|qu|jusqu|lorsqu|puisqu|quoiqu)'$/i

function piecesOf(word: string): string[] {
  const inverted = word.includes('-') ? INVERTED.exec(word) : null
  if (inverted?.[1] && inverted[2]) return [inverted[1], inverted[2]]
  if (word.endsWith("'") && !ELIDED.test(word)) return word.length > 1 ? [word.slice(0, -1), "'"] : [word]
  return [word]
}

/** The one of `spans` (in order, apart from each other) that holds the place, or null. */
export function spanAt<S extends Span>(spans: readonly S[], at: number): S | null {
  let [low, high] = [0, spans.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle] as S
    if (at < span.start) high = middle - 1
    else if (at >= span.end) low = middle + 1
    else return span
  }
  return null
}

/** The words of a span. */
export const wordsOf = (doc: Doc, { start, end }: Span): string => doc.shadow.slice(start, end)
