import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { commentRequestAsSaved, updateCommentRequest } from '@/lib/data/comment-requests'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalLine, optionalProse, readInput, uuid, version } from '@/lib/domain/input'
import { REQUEST_STATES, requestFaults } from '@/lib/domain/missing-side'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

const day = () => z.union([z.literal('').transform(() => null), z.iso.date()]).nullable()
export const ChangeCommentRequest = z.strictObject({
  requestId: uuid(),
  version: version(),
  state: oneOf(REQUEST_STATES),
  via: optionalLine(),
  question: optionalProse(),
  askedAt: day(),
  dueAt: day(),
  answer: optionalProse(),
  answeredAt: day(),
})

/** Says how far a request for comment has come. A stale change gets what the other person saved. */
export async function changeCommentRequest(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof ChangeCommentRequest>,
) {
  const proof = permit(actor, 'claim:edit')
  const { requestId, version: seen, ...change } = readInput(ChangeCommentRequest, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await commentRequestAsSaved(tx, requestId)
    if (!saved) throw new Fault('not_found', 'comment request')
    const faults = saved.version === seen ? requestFaults(saved.state, change) : []
    if (faults.length > 0) throw invalid(...faults)
    if (saved.version !== seen || !(await updateCommentRequest(tx, proof, requestId, seen, change))) {
      const theirs = (await commentRequestAsSaved(tx, requestId)) ?? saved
      throw new Fault('stale', 'comment request', [], {
        entity: 'comment_request',
        id: requestId,
        version: theirs.version,
        theirs: {
          state: theirs.state,
          via: theirs.via ?? '',
          question: theirs.question ?? '',
          askedAt: theirs.askedAt ?? '',
          dueAt: theirs.dueAt ?? '',
          answer: theirs.answer ?? '',
          answeredAt: theirs.answeredAt ?? '',
        },
      })
    }
    await appendAudit(tx, proof.by, {
      action: 'comment_request.changed',
      entity: 'comment_request',
      id: requestId,
      payload: { version: seen + 1, state: change.state },
    })
    const undo: Undo = { verb: 'put_request_back', requestId, version: seen + 1 }
    return { version: seen + 1, undo }
  })
}
