import type { CodePoints, Span } from './quote'

/** What stands between two marks, without the marks; `depth` counts the quotations around it. */
export type Quotation = Span & { depth: number }

const CLOSES: Record<string, string> = { '»': '«', '”': '“' }
const OPENS = new Set(['«', '“', '„'])

/**
 * The quotations of a text, in the order in which they close. French, English and straight marks, one inside another. A
 * quotation may go on over several paragraphs: the next one begins with the opening mark again, or holds the closing mark
 * before it opens another. Marks that never close quote nothing.
 */
export function quotationsOf(text: CodePoints): Quotation[] {
  const characters = Array.from(text.text)
  const open: { mark: string; start: number }[] = []
  const found: Quotation[] = []
  let isLineStart = true
  characters.forEach((character, i) => {
    if (character === '\n') {
      isLineStart = true
      while (open.length > 0 && !goesOn(characters, i, open.at(-1)?.mark ?? '')) open.pop()
      return
    }
    const wasLineStart = isLineStart
    if (character.trim() !== '') isLineStart = false
    const inner = open.at(-1)
    if (character === '"') {
      if (inner?.mark === '"') {
        // At the start of a paragraph it only says that the quotation goes on.
        if (!wasLineStart) close('"', i)
      } else open.push({ mark: '"', start: i + 1 })
    } else if (OPENS.has(character)) {
      const mark = character === '„' ? '“' : character
      // „…“: the German closing mark is the English opening one.
      if (character === '“' && inner?.mark === '“' && characters[inner.start - 1] === '„') close('“', i)
      else if (!(wasLineStart && inner?.mark === mark)) open.push({ mark, start: i + 1 })
    } else if (CLOSES[character]) close(CLOSES[character], i)
  })
  return found

  function close(mark: string, end: number) {
    const at = open.findLastIndex((it) => it.mark === mark)
    const opened = open[at]
    if (!opened) return
    open.splice(at)
    found.push({ start: opened.start, end, depth: at })
  }
}

/** Whether a quotation opened with this mark goes on after the end of a line. */
function goesOn(characters: readonly string[], from: number, mark: string): boolean {
  const rest = characters.slice(from)
  const first = rest.find((character) => character.trim() !== '')
  if (mark === '"') return first === '"'
  const closing = mark === '«' ? '»' : '”'
  return first === mark || rest.find((character) => character === mark || character === closing) === closing
}

/** A passage without the marks and spaces at its edges: `"de verrou"` and `de verrou` are the same words. */
export function withoutMarks(text: CodePoints, { start, end }: Span): Span {
  const characters = Array.from(text.slice(start, end))
  const isEdge = (character: string | undefined) => character !== undefined && /[\s«»“”„"]/.test(character)
  let from = 0
  let to = characters.length
  while (from < to && isEdge(characters[from])) from++
  while (to > from && isEdge(characters[to - 1])) to--
  return from < to ? { start: start + from, end: start + to } : { start, end }
}
