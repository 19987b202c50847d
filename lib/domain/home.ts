import type { ClaimBrief, ConflictRecord, DispatchBrief, EventBrief, OccurrenceView } from './record'
import type { CorrectionSeverity } from './vocabulary'

/** How many of each the first page shows. */
export const FRONT_PAGE = 5

/** What the first page shows. */
export type HomeRecord = {
  verdicts: readonly {
    versionId: string
    claim: ClaimBrief
    occurrence: OccurrenceView | null
    summaryFr: string | null
    summaryEn: string | null
  }[]
  openConflicts: readonly ConflictRecord[]
  dispatches: readonly (DispatchBrief & { claims: number; conflicts: number })[]
  events: readonly EventBrief[]
  corrections: readonly {
    claim: ClaimBrief
    severity: CorrectionSeverity
    whatWasWrongFr: string | null
    whatWasWrongEn: string | null
    at: string
    before: string
    after: string
  }[]
  counts: { dispatches: number; claims: number; sources: number; conflicts: number; verdicts: number }
}
