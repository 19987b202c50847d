import { z } from 'zod'
import { oneOf, optionalProse, uuid } from './input'
import { RATING_CODES, type RatingCode } from './rating'

/** The words of a verdict as typed, in either language, and what it stands on. */
export const VerdictInput = z.strictObject({
  ratingCode: oneOf(RATING_CODES as [RatingCode, ...RatingCode[]]),
  summaryFr: optionalProse(),
  summaryEn: optionalProse(),
  rationaleFr: optionalProse(),
  rationaleEn: optionalProse(),
  wouldChangeFr: optionalProse(),
  wouldChangeEn: optionalProse(),
  noEvidenceReasonFr: optionalProse(),
  noEvidenceReasonEn: optionalProse(),
  dependsOn: z
    .strictObject({
      conflictIds: z.array(uuid()).default([]),
      evidenceIds: z.array(uuid()).default([]),
      sourceIds: z.array(uuid()).default([]),
    })
    .default({ conflictIds: [], evidenceIds: [], sourceIds: [] }),
})
/** The fields of a draft that a second reader may comment on. */
export const VERDICT_FIELDS = [
  'ratingCode',
  'summaryFr',
  'summaryEn',
  'rationaleFr',
  'rationaleEn',
  'wouldChangeFr',
  'wouldChangeEn',
  'noEvidenceReasonFr',
  'noEvidenceReasonEn',
  'dependsOn',
] as const
export type VerdictField = (typeof VERDICT_FIELDS)[number]

const comment = optionalProse()
/** What a second reader asks for, field by field; an empty comment is none. */
export const CommentsInput = z
  .strictObject(
    Object.fromEntries(VERDICT_FIELDS.map((field) => [field, comment])) as Record<VerdictField, typeof comment>,
  )
  .partial()
  .default({})
/** One row per field that was commented on. */
export const commentRows = (comments: z.output<typeof CommentsInput>): { field: VerdictField; body: string }[] =>
  VERDICT_FIELDS.flatMap((field) => {
    const body = comments[field]
    return body ? [{ field, body }] : []
  })

type DependsOn = z.output<typeof VerdictInput>['dependsOn']

/** One row per thing a verdict stands on. */
export const dependencyRows = ({ conflictIds, evidenceIds, sourceIds }: DependsOn, newId: () => string) => [
  ...conflictIds.map((conflictId) => ({ id: newId(), conflictId, evidenceId: null, sourceId: null })),
  ...evidenceIds.map((evidenceId) => ({ id: newId(), conflictId: null, evidenceId, sourceId: null })),
  ...sourceIds.map((sourceId) => ({ id: newId(), conflictId: null, evidenceId: null, sourceId })),
]
