import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertNote } from '@/lib/data/notes'
import { insertReview } from '@/lib/data/reviews'
import { updateVerdict, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { oneOf, optionalProse, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { RATING_CODES, type RatingCode } from '@/lib/domain/rating'
import { applyVerdictEvent } from '@/lib/domain/verdict'

export const ReadVerdict = z.strictObject({
  verdictId: uuid(),
  version: version(),
  decision: oneOf(['approved', 'changes_requested'] as const),
  ratingCode: oneOf(RATING_CODES as [RatingCode, ...RatingCode[]]),
  note: optionalProse(),
})

/** The second reading, by another person than the author: their own rating is kept, then they approve or ask for changes. */
export async function readVerdict({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof ReadVerdict>) {
  const input = readInput(ReadVerdict, raw)
  permit(actor, 'review:cast')
  return transactionAs(db, actor?.id ?? '', async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    if (!saved) throw new Fault('not_found', 'verdict')
    if (actor?.id === saved.authorId) throw invalid({ field: 'secondReader', reason: 'second_reader_is_author' })
    const proof = permit(actor, 'verdict:second-read', { authorId: asId<UserId>(saved.authorId) })
    const state = applyVerdictEvent(saved.state, { kind: input.decision })
    if (!state) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    if (input.decision === 'changes_requested' && input.note === null)
      throw invalid({ field: 'note', reason: 'required' })
    const change =
      input.decision === 'approved'
        ? { state, secondReaderId: proof.by, changesRequested: null }
        : { state, secondReaderId: null, changesRequested: input.note }
    if (!(await updateVerdict(tx, proof, saved.id, input.version, change)))
      throw new Fault('stale', 'verdict', [], {
        entity: 'verdict',
        id: saved.id,
        version: saved.version,
        theirs: {
          state: saved.state,
          ratingCode: saved.ratingCode,
          summaryFr: saved.summaryFr,
          summaryEn: saved.summaryEn,
        },
      })
    await insertReview(tx, proof, {
      id: newId(),
      claimId: saved.claimId,
      ratingCode: input.ratingCode,
      note: input.note,
      isBlind: saved.isBlind,
    })
    // What was asked is talked about in the verdict's thread, and stays there once the draft is sent again.
    if (input.decision === 'changes_requested' && input.note !== null)
      await insertNote(tx, proof, {
        id: newId(),
        target: { kind: 'verdict', id: saved.id },
        parentId: null,
        motivation: 'requesting_changes',
        body: input.note,
        mentions: [],
      })
    await appendAudit(tx, proof.by, {
      action: 'verdict.read',
      entity: 'verdict',
      id: saved.id,
      payload: { decision: input.decision },
    })
    return { version: input.version + 1, state }
  })
}
