import { CodePoints, type Span } from './quote'

/** A cut the dispatch marks inside a quotation: "(...)", "[…]". It ends no sentence. */
const ELISION_END = /[([](?:\.{3}|…)[)\]]\s*$/
const ELISION_START = /^\s*[([](?:\.{3}|…)[)\]]/

/**
 * The sentences a person walks through, as spans in code points, line by line, in order, in any language the platform
 * segments. (The rules of suggest/document.ts read French and English only, and never split inside a quotation.) What the platform's segmenter splits at an
 * elision is put together again, so that a quotation with a cut in it stays one passage to choose from.
 */
export function sentencesOf(text: string, language: string): Span[] {
  const points = new CodePoints(text)
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }) => {
    const pieces: { from: number; words: string }[] = []
    for (const { segment, index: at } of segmenter.segment(line)) {
      const before = pieces.at(-1)
      if (
        before &&
        (ELISION_END.test(before.words) || ELISION_START.test(segment) || /\($/.test(before.words.trimEnd()))
      )
        before.words += segment
      else pieces.push({ from: index + at, words: segment })
    }
    return pieces.flatMap(({ from, words }) => {
      const lead = words.length - words.trimStart().length
      const inner = words.trim()
      return inner === ''
        ? []
        : [{ start: points.placeOf(from + lead), end: points.placeOf(from + lead + inner.length) }]
    })
  })
}
