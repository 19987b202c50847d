import type { FieldFault } from './fault'
import type { PropertyCode } from './property'
import type { ConflictStatus, ConflictType, ResolutionOutcome } from './vocabulary'

/** One side as typed: a value, and the statements that hold it. */
export type PositionDraft = { value: string; isGeneral: boolean; statementIds: readonly string[] }

/** A conflict is n-ary: two or more positions on one property of one event, no statement on two sides. */
export function positionFaults(positions: readonly PositionDraft[], field = 'positions'): FieldFault[] {
  if (positions.length < 2) return [{ field, reason: 'needs_two_positions' }]
  const faults: FieldFault[] = []
  const seen = new Set<string>()
  positions.forEach((position, i) => {
    if (position.value.trim() === '') faults.push({ field: `${field}.${i}.value`, reason: 'required' })
    if (position.statementIds.length === 0) faults.push({ field: `${field}.${i}.statements`, reason: 'position_empty' })
    for (const id of position.statementIds) {
      if (seen.has(id)) faults.push({ field: `${field}.${i}.statements`, reason: 'statement_twice' })
      seen.add(id)
    }
  })
  return faults
}

const TYPE_OF: Partial<Record<PropertyCode, ConflictType>> = {
  place_spelling: 'name_spelling',
  actor: 'actor',
  perpetrator: 'actor',
  count: 'number',
  victims: 'number',
  duration: 'number',
  time: 'time',
  announcement_time: 'time',
  planned_time: 'time',
  place: 'place',
  place_type: 'place',
  line_position: 'place',
  extent: 'extent',
  fighting_status: 'status',
  army_status: 'status',
  force_status: 'status',
  sequence: 'sequence',
  attribution: 'attribution_dropped',
  attribution_scope: 'attribution_scope',
  confirms: 'confirmation_coverage',
  source_independence: 'independence',
  quote_fidelity: 'quote_fidelity',
  coverage: 'missing_side',
}
/** The type a conflict on this property most often has: what a form starts from, never a decision. */
export const likelyTypeOf = (property: PropertyCode): ConflictType => TYPE_OF[property] ?? 'other'

/** The letter a position carries everywhere: A, B, C … Z, then A2. */
export const positionLetter = (ordinal: number): string => {
  const letter = String.fromCharCode(65 + ((ordinal - 1) % 26))
  return ordinal <= 26 ? letter : `${letter}${Math.ceil(ordinal / 26)}`
}

const NEXT: Record<ConflictStatus, readonly ConflictStatus[]> = {
  suggested: ['open', 'dismissed'],
  open: ['under_review', 'resolved', 'dismissed'],
  under_review: ['open', 'resolved', 'dismissed'],
  resolved: ['reopened', 'resolved'],
  dismissed: ['reopened'],
  reopened: ['under_review', 'resolved', 'dismissed'],
}

/** May a conflict go from one status to another? A resolution may be superseded by another. */
export const mayBecome = (from: ConflictStatus, to: ConflictStatus): boolean => NEXT[from].includes(to)

/** Still to be settled: what a reader is told is open. */
export const isOpenConflict = (status: ConflictStatus): boolean =>
  status === 'open' || status === 'under_review' || status === 'reopened'

/** May another side be added? Not once it is settled or put aside. */
export const takesPositions = (status: ConflictStatus): boolean => status === 'suggested' || isOpenConflict(status)

type Conflict = {
  propertyCode: string
  eventId: string
  isPublic: boolean
  positions: readonly { statements: readonly { statementId: string }[] }[]
}
type Statement = { id: string; propertyCode: string; eventId: string; isPublic: boolean; isDiscarded: boolean }

/** Why these statements may not be one more side: each is known, about the same thing, on no side yet, and as public as the rest. */
export function addedPositionFaults(
  conflict: Conflict,
  statementIds: readonly string[],
  found: readonly Statement[],
  field = 'statementIds',
): FieldFault[] {
  if (statementIds.length === 0) return [{ field, reason: 'position_empty' }]
  const onASide = new Set(conflict.positions.flatMap(({ statements }) => statements.map((it) => it.statementId)))
  const known = new Map(found.map((it) => [it.id, it]))
  return statementIds.flatMap((id): FieldFault[] => {
    const it = known.get(id)
    if (!it || it.isDiscarded || it.eventId !== conflict.eventId) return [{ field, reason: 'unknown_id' }]
    if (it.propertyCode !== conflict.propertyCode)
      return [{ field, reason: 'statement_on_other_property', values: { found: it.propertyCode } }]
    if (onASide.has(id)) return [{ field, reason: 'statement_twice' }]
    // Readers would see what the side holds before the claim it comes from is theirs to see.
    return conflict.isPublic && !it.isPublic ? [{ field, reason: 'claim_not_public' }] : []
  })
}

/** The status a resolution leads to. */
export const statusAfter = (outcome: ResolutionOutcome): ConflictStatus =>
  outcome === 'not_a_conflict' ? 'dismissed' : 'resolved'
