import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { claimAsSaved } from '@/lib/data/claims'
import { commentRequests, insertCommentRequest } from '@/lib/data/comment-requests'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { existingSources } from '@/lib/data/sources'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, optionalUuid, readInput, uuid } from '@/lib/domain/input'
import { isRecorded } from '@/lib/domain/missing-side'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const AddCommentRequest = z.strictObject({ claimId: uuid(), party: line(), sourceId: optionalUuid() })

/** Writes down that a side is spoken about and not heard, and is to be asked. */
export async function addCommentRequest(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof AddCommentRequest>,
) {
  const proof = permit(actor, 'claim:edit')
  const input = readInput(AddCommentRequest, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const claim = await claimAsSaved(tx, input.claimId)
    if (!claim || claim.discardedAt) throw new Fault('not_found', 'claim')
    if (input.sourceId && !(await existingSources(tx, [input.sourceId])).has(input.sourceId))
      throw invalid({ field: 'sourceId', reason: 'unknown_id' })
    const before = await commentRequests(tx, { claimId: input.claimId })
    const recorded = before.map(({ party }) => party)
    if (isRecorded(input.party, recorded)) throw invalid({ field: 'party', reason: 'already_taken' })
    const { id, version } = await insertCommentRequest(tx, proof, { id: newId(), ...input })
    await appendAudit(tx, proof.by, {
      action: 'comment_request.added',
      entity: 'comment_request',
      id,
      payload: { claim: input.claimId },
    })
    return { id, undo: { verb: 'discard_comment_request', requestId: id, version } satisfies Undo }
  })
}
