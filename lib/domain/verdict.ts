import { type FieldFault, unreachable } from './fault'
import type { CorrectionSeverity, VerdictState } from './vocabulary'

/** What happens to a verdict. */
export type VerdictEvent =
  | { kind: 'submitted' }
  | { kind: 'approved' }
  | { kind: 'changes_requested' }
  | { kind: 'published' }
  | { kind: 'dependency_changed' }
  | { kind: 'upheld' }
  | { kind: 'withdrawn' }
  | { kind: 'edited' }
  /** Its author takes it back from second reading, to what it was before. */
  | { kind: 'unsent'; to: VerdictState }
  /** The second reader takes their answer back. */
  | { kind: 'unread' }

/** The state an event leads to, or null when it may not happen now. */
export function applyVerdictEvent(state: VerdictState, event: VerdictEvent): VerdictState | null {
  switch (event.kind) {
    case 'edited':
      // A published verdict is not edited in place: its next version is prepared, and published with a correction.
      return state === 'second_reading' ? 'draft' : state === 'withdrawn' ? null : state
    case 'submitted':
      return state === 'draft' || state === 'needs_rereview' || state === 'published' || state === 'corrected'
        ? 'second_reading'
        : null
    case 'approved':
    case 'changes_requested':
      return state === 'second_reading' ? (event.kind === 'approved' ? 'second_reading' : 'draft') : null
    case 'published':
      return state === 'second_reading' || state === 'draft' ? 'published' : null
    case 'dependency_changed':
      return state === 'published' || state === 'corrected' ? 'needs_rereview' : state
    case 'upheld':
      return state === 'needs_rereview' ? 'published' : null
    case 'withdrawn':
      return state === 'published' || state === 'corrected' || state === 'needs_rereview' ? 'withdrawn' : null
    case 'unsent':
      return state === 'second_reading' && event.to !== 'second_reading' ? event.to : null
    case 'unread':
      return state === 'draft' || state === 'second_reading' ? 'second_reading' : null
    default:
      return unreachable(event)
  }
}

/** What must hold before a version is published; the database repeats each rule. */
export type PublicationCheck = {
  authorId: string
  secondReaderId: string | null
  fourEyes: boolean
  evidenceCount: number
  noEvidenceReasonFr: string | null
  noEvidenceReasonEn: string | null
  summaryFr: string | null
  summaryEn: string | null
  publishedVersions: number
  correction: { severity: CorrectionSeverity; whatWasWrongFr: string | null; whatWasWrongEn: string | null } | null
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Why this verdict may not be published yet; empty when it may. */
export function publicationFaults(check: PublicationCheck): FieldFault[] {
  const faults: FieldFault[] = []
  if (check.fourEyes && check.secondReaderId === null)
    faults.push({ field: 'secondReader', reason: 'needs_second_reader' })
  if (check.secondReaderId === check.authorId) faults.push({ field: 'secondReader', reason: 'second_reader_is_author' })
  if (check.evidenceCount === 0 && isBlank(check.noEvidenceReasonFr) && isBlank(check.noEvidenceReasonEn))
    faults.push({ field: 'noEvidenceReason', reason: 'evidence_or_reason' })
  if (isBlank(check.summaryFr) && isBlank(check.summaryEn)) faults.push({ field: 'summary', reason: 'required' })
  if (
    check.publishedVersions > 0 &&
    (check.correction === null ||
      (isBlank(check.correction.whatWasWrongFr) && isBlank(check.correction.whatWasWrongEn)))
  )
    faults.push({ field: 'correction', reason: 'needs_correction' })
  return faults
}
