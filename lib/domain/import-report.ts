import type { ReviewRefusal, ReviewWarning } from './claim-review-in'
import type { ImportFormat } from './import-format'

export const ROW_FAULTS = ['not_json', 'unmapped', 'said_twice', 'half_gone'] as const
export type ProblemCode = ReviewRefusal | ReviewWarning | (typeof ROW_FAULTS)[number]
/** Something in a file a person should look at, in words, with where it stands. */
export type ImportProblem = { row: number; column: string | null; code: ProblemCode; message: string }
export type ImportChange = { key: string; field: string; before: string | null; after: string | null }
/** How many records of a file became what; `changed` counts substance only. */
export type ImportCounts = Record<'read' | 'added' | 'changed' | 'unchanged' | 'absent' | 'rejected', number>
/** What stands in the file again, and what this site published itself, changes nothing either. */
export const unchangedInAll = (it: { unchanged: number; repeated: number; own: number }): number =>
  it.unchanged + it.repeated + it.own
/** Fewer than this may go at once without a word: small publishers do take half of theirs down. */
const FEW_GONE = 20
/**
 * Whether a file that is said to be whole lacks so much of what its publishers had that it was more likely cut off on its way:
 * a file of lines that ends at a line end looks whole.
 */
export const looksCutOff = (gone: number, there: number): boolean => gone >= FEW_GONE && gone > there

/** What `recoupe import` prints. */
export type ImportReport = ImportCounts & {
  format: ImportFormat
  changes: ImportChange[]
  problems: ImportProblem[]
}

/** The property of a ClaimReview each problem is about; null when it is about the whole record. */
export const REVIEW_COLUMNS: Record<ProblemCode, string | null> = {
  not_json: null,
  not_a_claim_review: '@type',
  too_deep: null,
  no_claim: 'claimReviewed',
  too_long: 'claimReviewed',
  no_url: 'url',
  several_claims: 'itemReviewed',
  no_claim_described: 'itemReviewed',
  no_publisher: 'author',
  no_rating: 'reviewRating',
  inverted_scale: 'reviewRating',
  rating_not_read: 'reviewRating',
  date_not_read: 'datePublished',
  claim_date_not_read: 'itemReviewed.datePublished',
  claim_after_review: 'itemReviewed.datePublished',
  claim_date_ahead: 'itemReviewed.datePublished',
  unmapped: 'reviewRating.alternateName',
  said_twice: null,
  half_gone: null,
}
