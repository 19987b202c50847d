import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertReview, lastRatedAt } from '@/lib/data/reviews'
import { verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalProse, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { RATING_CODES, type RatingCode } from '@/lib/domain/rating'
import { isIndependent } from '@/lib/domain/verdict-moves'

export const CastReview = z.strictObject({
  verdictId: uuid(),
  ratingCode: oneOf(RATING_CODES as [RatingCode, ...RatingCode[]]),
  note: optionalProse(),
})

/**
 * A reader's own rating of a claim, given before they see the author's when the reading is blind. It is kept for good: one
 * per reader and per version sent, so that nobody adjusts theirs after seeing the other.
 */
export async function castReview({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof CastReview>) {
  const proof = permit(actor, 'review:cast')
  const input = readInput(CastReview, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    if (!saved) throw new Fault('not_found', 'verdict')
    if (saved.authorId === proof.by) throw invalid({ field: 'secondReader', reason: 'second_reader_is_author' })
    if (saved.state !== 'second_reading')
      throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    const before = await lastRatedAt(tx, saved.claimId, proof.by)
    if (before && saved.submittedAt && before >= saved.submittedAt)
      throw invalid({ field: 'ratingCode', reason: 'already_rated' })
    const id = newId()
    const isBlind = isIndependent(saved, proof.by, before !== null)
    await insertReview(tx, proof, {
      id,
      claimId: saved.claimId,
      ratingCode: input.ratingCode,
      note: input.note,
      isBlind,
    })
    await appendAudit(tx, proof.by, {
      action: 'review.cast',
      entity: 'verdict',
      id: saved.id,
      payload: { review: id, isBlind },
    })
    return { id }
  })
}
