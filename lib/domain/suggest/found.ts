import type { AttributionRule, CueClass } from './attribution'
import type { Content } from './content'
import type { Sentence, Span } from './document'
import { type Range, spanOf } from './noun-phrases'

/** An attribution as found, before it is known who the source is. `outer` is the quotation it stands in. */
export type Found = {
  content: Content
  cue: Span | null
  source: { range: Range; sentence: Sentence } | null
  cueClass: CueClass
  rule: AttributionRule
  sentence: Sentence
  outer: number | null
}
/** What a rule finds in a sentence. */
export type Part = Omit<Found, 'sentence' | 'outer'>

export const spanOfSource = ({ source }: Found): Span | null => (source ? spanOf(source.sentence, source.range) : null)
export const asSource = (sentence: Sentence, range: Range | null) => (range ? { range, sentence } : null)

/** "je", "nous", "I", "you": whoever speaks or is spoken to. */
export const isFirstPerson = ({ source }: Found) =>
  /^(?:je|j'|nous|i|we|you|on)$/i.test(source ? (source.sentence.tokens[source.range.from]?.low ?? '') : '')
