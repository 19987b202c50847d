import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import type { Db } from './db'

export async function insertReview(
  db: Db,
  proof: Permit<'verdict:second-read' | 'review:cast'>,
  review: { id: string; claimId: string; ratingCode: RatingCode; note: string | null; isBlind: boolean },
): Promise<void> {
  await db.review.create({ data: { ...review, readerId: proof.by } })
}

/** Every reading of a claim, oldest first. */
export const reviewsOf = (db: Db, claimId: string) =>
  db.review.findMany({
    where: { claimId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      ratingCode: true,
      note: true,
      isBlind: true,
      createdAt: true,
      reader: { select: { id: true, name: true } },
    },
  })
