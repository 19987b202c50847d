import type { Span } from './document'

/** What a cue does with the words it hands over. */
export const CUE_CLASSES = ['say', 'confirm', 'deny', 'accuse', 'demand', 'announce', 'opine', 'ask'] as const
export type CueClass = (typeof CUE_CLASSES)[number]

/** The rules that find an attribution, by the names of suggestions.md part 1. */
export const ATTRIBUTION_RULES = [
  'according', // P1 selon X, …
  'postposed', // P2 …, a dit X
  'inverted', // P3 …, explique-t-il
  'clause', // P4 X affirme que …
  'quoted', // P4 X précise : « … »
  'noun', // P4n X annonce la prise de …
  'infinitive', // P4 X demande de …
  'passive', // P5 … confirmée par X
  'gerund', // P6 en affirmant que …
  'floating', // P7 a quotation that follows
  'naming', // P8 X qualifie Y de …
  'model', // proposed by a provider, not by a rule
] as const
export type AttributionRule = (typeof ATTRIBUTION_RULES)[number]

/** A place where the text hands words to somebody else. Offsets are code points. */
export type Attribution = {
  content: Span[]
  type: 'direct' | 'indirect' | 'mixed'
  cue: Span | null
  source: Span | null
  /** Who it is, pronouns and roles resolved; null when the text does not say. */
  sourceName: string | null
  via: string[]
  cueClass: CueClass
  hedged: boolean
  rule: AttributionRule
  confidence: number
}
