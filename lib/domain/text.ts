import type { Reason } from './fault'

/** Longest text of a dispatch, in code points: a long magazine piece is 60,000; a report of 300 pages about a million. */
export const MAX_DISPATCH_LENGTH = 1_000_000
/** Longest statement, value or title, in code points: a claim is one sentence. */
export const MAX_LINE_LENGTH = 1_000
/** Longest rationale, note or explanation, in code points: several pages. */
export const MAX_PROSE_LENGTH = 20_000

/** C0 and C1 controls except tab, line feed and carriage return: they have no business in a text that is read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const CONTROL = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/

/**
 * Why a text cannot be kept as it is, or null. Text is refused, never repaired: PostgreSQL cannot hold U+0000 (22021)
 * and would silently turn a lone surrogate into U+FFFD, which would change somebody's words.
 */
export function textFault(text: string, maxLength: number): Reason | null {
  if (text.includes('\u0000')) return 'nul_character'
  if (!text.isWellFormed()) return 'lone_surrogate'
  if (CONTROL.test(text)) return 'control_character'
  if (codePointLength(text) > maxLength) return 'too_long'
  return null
}

/** Length in code points: what PostgreSQL's char_length and the W3C selectors count. */
export function codePointLength(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit <= 0xdbff) pairs++
  }
  return text.length - pairs
}

/**
 * The folded shadow used to compare, never stored over the words: quotes and spaces folded, one code unit for one,
 * so that an offset in the shadow is an offset in the text.
 */
export const shadow = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u00A0\u202F\u2009\t]/g, ' ')

/** A slug: lower case, no accents, words joined by hyphens; at most `max` characters, cut at a word. */
export function slugOf(words: string, max = 80): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= max) return plain || 'x'
  const cut = plain.slice(0, max + 1)
  const word = cut.lastIndexOf('-')
  return word > 0 ? cut.slice(0, word).replace(/-+$/g, '') : plain.slice(0, max)
}
