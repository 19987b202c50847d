import type { ConflictClass, ConflictType } from '../vocabulary'
import type { Attribution } from './attribution'
import type { Doc, Span } from './document'
import type { Frame } from './frames'
import type { NameSuggestion } from './names'

/** What the detectors look at: a text and what was found in it so far. */
export type Reading = {
  doc: Doc
  language: 'fr' | 'en'
  attributions: readonly Attribution[]
  names: readonly NameSuggestion[]
  frames: readonly Frame[]
  /** Ids of the places a gazetteer has under a name. */
  placeIds: (name: string) => ReadonlySet<number>
  /** The day the text was published (ISO), when somebody said so. */
  published: string | null
}
/** A disagreement or a gap the machine proposes, with the words it rests on and why, in both languages. */
export type ConflictSuggestion = {
  type: ConflictType
  class: ConflictClass
  spans: Span[]
  why: { fr: string; en: string }
  rule: string
  confidence: number
}
/** What a detector finds; how far its rule is to be trusted stands in the table of starts. */
export type FoundConflict = Omit<ConflictSuggestion, 'confidence'>
/** One detector: a rule with a name. Pure. */
export type Detector = (reading: Reading) => FoundConflict[]

/** The words of a span, shortened for a sentence. */
export const quoted = (doc: Doc, { start, end }: Span): string => {
  const words = doc.shadow.slice(start, end).replace(/\s+/g, ' ')
  return words.length > 80 ? `${words.slice(0, 77)}…` : words
}
