import { folded } from './claim-review-in'

/** What a review says that matters to a reader; the rest of a record is bytes. */
export type ReviewSubstance = {
  claim: string
  ratingWords: string | null
  score: number | null
  claimants: readonly string[]
  claimDate: string | null
}
export const REVIEW_FIELDS = ['claim', 'verdict', 'score', 'claimant', 'claim_date'] as const
export type ReviewField = (typeof REVIEW_FIELDS)[number]
export type ReviewChange = { field: ReviewField; before: string | null; after: string }

const names = (it: readonly string[]) => [...new Set(it.map(folded))].sort().join('\n')
const day = (it: string) => it.slice(0, 10)
/** Numbers closer than this differ by the arithmetic of a scale, not by what is said. */
const SAME_SCORE = 1e-9

/**
 * What a later record says otherwise in substance. Apostrophes, case and spaces are no difference, nor the hour beside a day;
 * what the later record leaves out is none either, since ours is kept.
 */
export function reviewChanges(ours: ReviewSubstance, theirs: ReviewSubstance): ReviewChange[] {
  const changes: ReviewChange[] = []
  const compare = (
    field: ReviewField,
    before: string | null,
    after: string | null,
    asCompared: (it: string) => string,
  ) => {
    if (after === null || (before !== null && asCompared(before) === asCompared(after))) return
    changes.push({ field, before, after })
  }
  compare('claim', ours.claim, theirs.claim, folded)
  compare('verdict', ours.ratingWords, theirs.ratingWords, folded)
  if (theirs.score !== null && (ours.score === null || Math.abs(ours.score - theirs.score) > SAME_SCORE))
    changes.push({
      field: 'score',
      before: ours.score === null ? null : String(ours.score),
      after: String(theirs.score),
    })
  if (theirs.claimants.length > 0 && names(ours.claimants) !== names(theirs.claimants))
    changes.push({
      field: 'claimant',
      before: ours.claimants.length > 0 ? ours.claimants.join('; ') : null,
      after: theirs.claimants.join('; '),
    })
  compare('claim_date', ours.claimDate, theirs.claimDate, day)
  return changes
}
