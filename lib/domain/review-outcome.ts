import type { ReviewRefusal, ReviewWarning } from './claim-review-in'
import type { ProblemCode } from './import-report'
import type { RatingCode } from './rating'
import type { ReviewChange } from './review-changes'

/** How many changes and problems of a file of reviews are kept to be looked at, one by one. */
export const MOST_TOLD = 500

/**
 * How much of what its publishers have a file is: as its form and its length say; only a part, so that nothing is marked as
 * gone; or all of it, although it looks cut off.
 */
export const REVIEW_EXTENTS = ['as_it_looks', 'part', 'whole'] as const
export type ReviewExtent = (typeof REVIEW_EXTENTS)[number]

/** How many labels, the commonest, a person is asked about in one form. */
export const MOST_LABELS = 300

/** Something odd in a record, by the line or the place in the file where it stands. */
export type ReviewProblem = { row: number; code: Exclude<ProblemCode, 'unmapped' | 'half_gone'> }
/** A label of theirs, where it stands first, how many have it, and the rating somebody gave it before. */
export type ReviewLabel = { label: string; row: number; count: number; known: RatingCode | null }

/** What a file of ClaimReviews would do to those that are kept, and what a person said to it. */
export type ReviewOutcome = {
  /** Whether it is everything its publishers have, by its form. */
  isSnapshot: boolean
  absent: number
  /** Would be marked as gone, but are so many that the file looks cut off. */
  lacking: number
  /** Of this site. */
  own: number
  repeated: number
  labels: ReviewLabel[]
  /** The first of them, in substance, with the address of the review. */
  changes: (ReviewChange & { key: string })[]
  problems: ReviewProblem[]
  /** How many problems there are in all. */
  odd: number
  /** What was said yes to; null before that. */
  said: { labels: Record<string, RatingCode>; extent: ReviewExtent } | null
}

/** What became of them: counts, and for each document that was refused or odd why, by its place in the list. */
export type Imported = {
  /** Records looked at, those that could not be read included. */
  read: number
  added: number
  changed: number
  unchanged: number
  /** Newly marked as gone from their publisher's snapshot. */
  absent: number
  /** Not marked as gone although they are not there, since so many are not that the file looks cut off. */
  lacking: number
  /** Reviews of this site, which stand in its own claims and verdicts. */
  own: number
  /** Records of a review an earlier record of the same file had given already; where they differ in substance, the last is kept. */
  repeated: number
  /** Where those stand that differ. */
  saidTwice: number[]
  refused: { at: number; reason: ReviewRefusal }[]
  warned: { at: number; warnings: ReviewWarning[] }[]
  /** In substance: apostrophes, a renamed publisher and other bytes are kept and not told. */
  changes: (ReviewChange & { key: string })[]
  /** Labels without a rating of ours, where each stands first, and how many have it. */
  unmapped: { label: string; at: number; count: number }[]
}

/** What happens in the transaction of an import: before each part, and when all of it is kept. Whatever throws undoes it. */
export type Alongside<Tx> = {
  onPart?: (kept: number, total: number) => Promise<void>
  onKept?: (tx: Tx, done: Imported & { importId: string }) => Promise<void>
}
/** Keeps reviews others published, or says what that would do. */
export type KeepReviews<D, Tx> = (
  desk: D,
  input: {
    source: string
    documents: unknown[]
    sha256?: string
    isSnapshot?: boolean
    isWhole?: boolean
    labels?: Record<string, RatingCode>
    unreadable?: number
    isDryRun?: boolean
  },
  alongside?: Alongside<Tx>,
) => Promise<Imported>
