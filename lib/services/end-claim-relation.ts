import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { endClaimRelation as endRelation } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const EndClaimRelation = z.strictObject({ relationId: uuid() })

/** Ends what was said of two claims; it stays in the record. */
export async function endClaimRelation({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof EndClaimRelation>) {
  const proof = permit(actor, 'claim:edit')
  const { relationId } = readInput(EndClaimRelation, raw)
  await transactionAs(db, proof.by, async (tx) => {
    if (!(await endRelation(tx, proof, relationId, now))) throw new Fault('stale', 'relation in force')
    await appendAudit(tx, proof.by, {
      action: 'claim.unrelated',
      entity: 'claim_relation',
      id: relationId,
      payload: {},
    })
  })
}
