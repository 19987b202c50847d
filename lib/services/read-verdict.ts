import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { keepBlind } from '@/lib/data/keep-blind'
import { insertNote } from '@/lib/data/notes'
import { insertReading, insertReview, lastRatedAt } from '@/lib/data/reviews'
import { updateVerdict, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import { oneOf, optionalProse, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { RATING_CODES, type RatingCode } from '@/lib/domain/rating'
import type { Undo } from '@/lib/domain/undo'
import { applyVerdictEvent } from '@/lib/domain/verdict'
import { CommentsInput, commentRows } from '@/lib/domain/verdict-input'
import { READING_DECISIONS } from '@/lib/domain/vocabulary'

export const ReadVerdict = z.strictObject({
  verdictId: uuid(),
  version: version(),
  decision: oneOf(READING_DECISIONS),
  /** The reader's own rating; in a blind reading it was cast before, and is not asked again. */
  ratingCode: oneOf(RATING_CODES as [RatingCode, ...RatingCode[]]).optional(),
  note: optionalProse(),
  comments: CommentsInput,
})

/**
 * The second reading, by another person than the author: their own rating is kept, then they approve, or ask for changes in
 * words, on the whole or field by field. A blind reading is refused, and says nothing, until their own rating is cast.
 */
export async function readVerdict({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof ReadVerdict>) {
  const input = readInput(ReadVerdict, raw)
  permit(actor, 'review:cast')
  return transactionAs(db, actor?.id ?? '', async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    if (!saved) throw new Fault('not_found', 'verdict')
    if (actor?.id === saved.authorId) throw invalid({ field: 'secondReader', reason: 'second_reader_is_author' })
    const proof = permit(actor, 'verdict:second-read', { authorId: asId<UserId>(saved.authorId) })
    await keepBlind(tx, actor, saved)
    const state = applyVerdictEvent(saved.state, { kind: input.decision })
    if (!state) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    const ratedAt = await lastRatedAt(tx, saved.claimId, proof.by)
    const hasRated = ratedAt !== null && saved.submittedAt !== null && ratedAt >= saved.submittedAt
    if (!hasRated && !input.ratingCode) throw invalid({ field: 'ratingCode', reason: 'required' })
    const comments = commentRows(input.comments)
    if (input.decision === 'changes_requested' && input.note === null && comments.length === 0)
      throw invalid({ field: 'note', reason: 'required' })
    const asked = input.note ?? comments.map(({ body }) => body).join('\n\n')
    const change =
      input.decision === 'approved'
        ? { state, secondReaderId: proof.by, changesRequested: null }
        : { state, secondReaderId: null, changesRequested: asked }
    if (!(await updateVerdict(tx, proof, saved.id, input.version, change))) throw staleState('verdict', saved)
    if (!hasRated && input.ratingCode)
      await insertReview(tx, proof, {
        id: newId(),
        claimId: saved.claimId,
        ratingCode: input.ratingCode,
        note: null,
        isBlind: false,
      })
    await insertReading(tx, proof, {
      id: newId(),
      verdictId: saved.id,
      n: input.version,
      decision: input.decision,
      note: input.note,
      comments,
    })
    // What was asked is talked about in the verdict's thread, and stays there once the draft is sent again.
    if (input.decision === 'changes_requested')
      await insertNote(tx, proof, {
        id: newId(),
        target: { kind: 'verdict', id: saved.id },
        parentId: null,
        motivation: 'requesting_changes',
        body: asked,
        mentions: [],
      })
    await appendAudit(tx, proof.by, {
      action: 'verdict.read',
      entity: 'verdict',
      id: saved.id,
      payload: { decision: input.decision },
    })
    const undo: Undo = { verb: 'take_back_reading', verdictId: saved.id, version: input.version + 1 }
    return { version: input.version + 1, state, undo }
  })
}
