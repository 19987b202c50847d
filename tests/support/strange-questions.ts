import { dice } from './random'

/** What operators, filters, quotation marks, encodings and people make of a question, in pieces. */
const PIECES = [
  ...['"', '«', '»', '“', "'", '\\', '(', ')', '-', ':', '*', '&', '|', '!', '<->', ':*', ';--', "';--", '%', '_'],
  ...['\u0000', '\ud800', ' ', '\t', '\u00a0', '\u202e', 'ﷺ', 'ﬁ', '½', 'Kona', 'é', '漢', '😀'],
  ...['source:', 'verdict:', 'before:', 'year:', '2013', '2013-01', '9'.repeat(12)],
]

/** So many strange questions, the same every time. */
export function* strangeQuestions(count: number): Generator<string> {
  const { below, oneOf } = dice(7)
  for (let i = 0; i < count; i++) yield Array.from({ length: below(24) }, () => oneOf(PIECES)).join('')
}
