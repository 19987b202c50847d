import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { insertClaimRelation } from '@/lib/data/claims'
import { refusedBy, transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalLine, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { CLAIM_RELATION_KINDS } from '@/lib/domain/vocabulary'

export const RelateClaims = z.strictObject({
  kind: oneOf(CLAIM_RELATION_KINDS),
  fromId: uuid(),
  toId: uuid(),
  noteFr: optionalLine(),
  noteEn: optionalLine(),
})

/** Says that one claim repeats, supports or is part of another. */
export async function relateClaims({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof RelateClaims>) {
  const proof = permit(actor, 'claim:edit')
  const input = readInput(RelateClaims, raw)
  if (input.fromId === input.toId) throw invalid({ field: 'toId', reason: 'not_a_choice' })
  try {
    return await transactionAs(db, proof.by, async (tx) => {
      const id = newId()
      await insertClaimRelation(tx, proof, { id, ...input })
      await appendAudit(tx, proof.by, {
        action: 'claim.related',
        entity: 'claim',
        id: input.fromId,
        payload: { to: input.toId, kind: input.kind },
      })
      return { id, undo: { verb: 'end_claim_relation', relationId: id } satisfies Undo }
    })
  } catch (error) {
    if (refusedBy(error)?.includes('kind'))
      throw new Fault('conflicting', 'already related', [{ field: 'toId', reason: 'already_taken' }])
    throw error
  }
}
