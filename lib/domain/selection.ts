import { CodePoints, type Span } from './quote'

/** The words of a text as spans in code points: letters and digits with the apostrophes and hyphens between them. */
export function wordsOf(text: string): Span[] {
  const points = new CodePoints(text)
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu), ({ 0: word, index }) => {
    const start = points.placeOf(index)
    return { start, end: start + new CodePoints(word).length }
  })
}

/** Which end of a selection moves. */
export type Edge = 'start' | 'end'

/**
 * A selection with one edge moved by one word, outwards (`+1`) or inwards (`-1`); unchanged when there is no word that way
 * or nothing would be left. Punctuation that touches the last word inside stays out: the reviewer takes it with one more step.
 */
export function moveEdge(words: readonly Span[], selection: Span, edge: Edge, step: 1 | -1): Span {
  if (edge === 'end') {
    const places = words.map(({ end }) => end)
    const end =
      step === 1 ? places.find((place) => place > selection.end) : places.findLast((place) => place < selection.end)
    return end === undefined || end <= selection.start ? selection : { ...selection, end }
  }
  const places = words.map(({ start }) => start)
  const start =
    step === 1 ? places.findLast((place) => place < selection.start) : places.find((place) => place > selection.start)
  return start === undefined || start >= selection.end ? selection : { ...selection, start }
}

/** A selection without the white space at its edges, or null when nothing is left. */
export function trimmed(text: CodePoints, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const lead = new CodePoints(words.slice(0, words.length - words.trimStart().length)).length
  const inner = new CodePoints(words.trim()).length
  return inner === 0 ? null : { start: start + lead, end: start + lead + inner }
}
