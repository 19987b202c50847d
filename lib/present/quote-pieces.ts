import type { Span } from '@/lib/domain/quote'
import { CodePoints } from '@/lib/domain/quote'

/** A run of a paragraph: the claim itself or not, inside the quotation marks or not, or a cut made by whoever quoted. */
export type QuotePiece = { text: string; isClaim: boolean; isOutside: boolean; isCut: boolean; start: number }

const CUT = /\(\s*(?:\.\.\.|…)\s*\)|\[\s*(?:\.\.\.|…)\s*\]/gu
const OPENS: Record<string, string> = { '«': '»', '“': '”', '„': '”' }

/** Which code units of a paragraph stand inside quotation marks; the marks themselves belong to the quotation. */
function insideMarks(text: string): boolean[] {
  const inside: boolean[] = []
  let closes: string | null = null
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (closes === null && char === '"') {
      inside[i] = true
      closes = '"'
    } else if (closes === null && OPENS[char] !== undefined) {
      inside[i] = true
      closes = OPENS[char] ?? null
    } else {
      inside[i] = closes !== null
      if (char === closes) closes = null
    }
  }
  // A mark that never closes tells nothing: better to call nothing outside than to be wrong about whose words they are.
  return closes === null ? inside : inside.map(() => true)
}

/**
 * A paragraph cut wherever the nature of its words changes. Not a character is added, removed or changed: the pieces joined
 * are the paragraph. `span` is the claim, in code points of the paragraph.
 */
export function quotePieces(paragraph: string, span: Span): QuotePiece[] {
  const text = new CodePoints(paragraph)
  const from = text.slice(0, span.start).length
  const to = from + text.slice(span.start, span.end).length
  const inside = insideMarks(paragraph)
  const cut: boolean[] = []
  for (const found of paragraph.matchAll(CUT)) for (let i = 0; i < found[0].length; i++) cut[found.index + i] = true
  const hasMarks = inside.some(Boolean)
  const pieces: QuotePiece[] = []
  for (let i = 0; i < paragraph.length; i++) {
    const isClaim = i >= from && i < to
    const isCut = cut[i] === true
    const isOutside = hasMarks && inside[i] !== true && !isCut
    const last = pieces.at(-1)
    if (last && last.isClaim === isClaim && last.isCut === isCut && last.isOutside === isOutside)
      last.text += paragraph.charAt(i)
    else pieces.push({ text: paragraph.charAt(i), isClaim, isOutside, isCut, start: i })
  }
  return pieces
}
