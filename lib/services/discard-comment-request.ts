import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { commentRequestAsSaved, discardCommentRequest as discard } from '@/lib/data/comment-requests'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const DiscardCommentRequest = z.strictObject({ requestId: uuid(), version: version() })

/** Takes a side out of the ledger while nobody has asked it; it stays in the record. */
export async function discardCommentRequest(
  { db, actor, now }: Desk<PrismaClient>,
  raw: z.input<typeof DiscardCommentRequest>,
) {
  const proof = permit(actor, 'claim:edit')
  const { requestId, version: seen } = readInput(DiscardCommentRequest, raw)
  await transactionAs(db, proof.by, async (tx) => {
    const saved = await commentRequestAsSaved(tx, requestId)
    if (!saved) throw new Fault('not_found', 'comment request')
    if (saved.state !== 'to_ask') throw invalid({ field: 'requestId', reason: 'in_use' })
    if (!(await discard(tx, proof, requestId, seen, now))) throw staleState('comment_request', saved)
    await appendAudit(tx, proof.by, {
      action: 'comment_request.discarded',
      entity: 'comment_request',
      id: requestId,
      payload: { version: seen + 1 },
    })
  })
}
