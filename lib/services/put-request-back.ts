import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { commentRequestAsSaved, commentRequestAt, updateCommentRequest } from '@/lib/data/comment-requests'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, staleState } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const PutRequestBack = z.strictObject({ requestId: uuid(), version: version() })

/** Puts a request for comment back to what it was before its version: the only way back from a state. */
export async function putRequestBack({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof PutRequestBack>) {
  const proof = permit(actor, 'claim:edit')
  const { requestId, version: seen } = readInput(PutRequestBack, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await commentRequestAsSaved(tx, requestId)
    const before = await commentRequestAt(tx, requestId, seen - 1)
    if (!saved || !before) throw new Fault('not_found', 'comment request before its change')
    if (!(await updateCommentRequest(tx, proof, requestId, seen, before))) throw staleState('comment_request', saved)
    await appendAudit(tx, proof.by, {
      action: 'comment_request.changed',
      entity: 'comment_request',
      id: requestId,
      payload: { version: seen + 1, state: before.state },
    })
    return { version: seen + 1 }
  })
}
