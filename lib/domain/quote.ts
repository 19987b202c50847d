import { codePointLength, shadow } from './text'

/** A place in a text, in code points, end exclusive (W3C TextPositionSelector). */
export type Span = { start: number; end: number }
/** A quotation and what stands around it (W3C TextQuoteSelector), with where it was last seen. */
export type Quote = { exact: string; prefix: string; suffix: string; start: number }

/** How much context is kept on each side, in code points: enough to tell repeated sentences apart. */
const CONTEXT = 32

/**
 * A text that can be cut by code points. JavaScript counts UTF-16 units; PostgreSQL, the API and every export count
 * code points: this is the only place where one becomes the other.
 */
export class CodePoints {
  readonly length: number
  private readonly units: readonly string[] | null
  constructor(readonly text: string) {
    this.length = codePointLength(text)
    this.units = this.length === text.length ? null : Array.from(text)
  }
  /** The text between two places. */
  slice(start: number, end: number): string {
    return this.units ? this.units.slice(start, end).join('') : this.text.slice(start, end)
  }
  /** The place, in code points, of a UTF-16 index. */
  placeOf(index: number): number {
    return this.units ? codePointLength(this.text.slice(0, index)) : index
  }
}

/** The anchor of a span: the words themselves and the words around them. */
export function quoteAt(text: CodePoints, { start, end }: Span): Quote {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, Math.min(text.length, end + CONTEXT)),
    start,
  }
}

/** Where `quote` sits in `text` today, or null. Trusts no offset it has not re-read: strict, then framed, then unique. */
export function locate(text: CodePoints, quote: Quote): Span | null {
  const length = codePointLength(quote.exact)
  if (length === 0) return null
  const spanAt = (start: number): Span => ({ start, end: start + length })
  if (text.slice(quote.start, quote.start + length) === quote.exact) return spanAt(quote.start)
  const context = quote.prefix + quote.exact + quote.suffix
  const framed = text.text.indexOf(context)
  // Two places with the same words around them cannot be told apart: neither is chosen.
  if (framed >= 0 && context !== quote.exact && text.text.indexOf(context, framed + 1) < 0)
    return spanAt(text.placeOf(framed + quote.prefix.length))
  const places = occurrencesOf(text, quote.exact)
  return places.length === 1 ? (places[0] ?? null) : null
}

/** Every place where exactly these words stand, in order. */
export function occurrencesOf(text: CodePoints, exact: string): Span[] {
  return placesIn(text, text.text, exact)
}

/**
 * Places where these words stand once quotes and spaces are folded: candidates for a person to choose from, never taken
 * silently, because the words there are not, letter for letter, the words given.
 */
export function foldedOccurrencesOf(text: CodePoints, words: string): Span[] {
  return placesIn(text, shadow(text.text), shadow(words))
}

function placesIn(text: CodePoints, haystack: string, needle: string): Span[] {
  const found: Span[] = []
  if (needle === '') return found
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1))
    found.push({ start: text.placeOf(at), end: text.placeOf(at + needle.length) })
  return found
}
