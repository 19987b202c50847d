import type { OccurrenceView } from './record'
import type { SourceKind } from './vocabulary'

/** A source as its page shows it: who it is, and what it said or carried. */
export type SourceRecord = {
  id: string
  slug: string
  name: string
  kind: SourceKind
  isNamed: boolean
  isProtected: boolean
  affiliation: string | null
  roleWords: string | null
  language: string | null
  url: string | null
  version: number
  isPublic: boolean
  occurrences: readonly OccurrenceView[]
  /** How many passages there are; the first are shown. */
  total: number
  assessments: readonly { reliability: string | null; rationale: string; at: string }[]
}
