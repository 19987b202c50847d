import type { CodePoints, Span } from './quote'
import type { OccurrenceKind, QuoteScope } from './vocabulary'

const OPENING = new Set(['«', '“', '„'])
const CLOSING = new Set(['»', '”'])
const ELISION = /[([](?:\.{3}|…)[)\]]/

/** The quotation marks a span stands in, or null: the nearest opening before it on its line that is not closed yet. */
function marksAround(text: CodePoints, { start, end }: Span): Span | null {
  const before = Array.from(text.slice(0, start))
  let open = -1
  before.forEach((character, i) => {
    if (character === '\n') open = -1
    else if (OPENING.has(character)) open = i
    else if (CLOSING.has(character)) open = -1
    // A straight mark opens when none is open, and closes otherwise.
    else if (character === '"') open = open < 0 ? i : -1
  })
  if (open < 0) return null
  const after = Array.from(text.slice(end, text.length))
  const close = after.findIndex((character) => CLOSING.has(character) || character === '"' || character === '\n')
  return close < 0 || after[close] === '\n' ? null : { start: open + 1, end: end + close }
}

/**
 * What the text itself says about a passage: inside quotation marks or not, and whether it is all that stands between them.
 * A proposal for a person to accept; `translated` cannot be seen in the marks and is never proposed here.
 */
export function formOf(text: CodePoints, span: Span): { kind: OccurrenceKind; scopes: QuoteScope[] } {
  const marks = marksAround(text, span)
  const words = text.slice(span.start, span.end)
  if (!marks) return { kind: /["«“]/.test(words) ? 'indirect' : 'narration', scopes: [] }
  const isAll = text.slice(marks.start, span.start).trim() === '' && text.slice(span.end, marks.end).trim() === ''
  const isElided = ELISION.test(text.slice(marks.start, marks.end))
  return {
    kind: 'direct_quote',
    scopes: [
      isAll || /[.!?]$/.test(words.trim()) ? 'whole' : 'partial',
      ...(isElided && ELISION.test(words) ? (['elided'] as const) : []),
    ],
  }
}
