import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { claimsOfDispatch, openClaims } from '@/lib/data/claims'
import { openConflicts } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import { openDispatch } from '@/lib/data/dispatches'
import { openEntities } from '@/lib/data/entities'
import { openEvidence } from '@/lib/data/evidence'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const PublishReading = z.strictObject({ dispatchId: uuid() })

/** Opens a whole reading to the public: the text, every claim taken from it, their conflicts and evidence. Verdicts are published one by one. */
export async function publishReading({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof PublishReading>) {
  const proof = permit(actor, 'dispatch:publish')
  const { dispatchId } = readInput(PublishReading, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const wasClosed = await openDispatch(tx, proof, dispatchId, now)
    const ids = await claimsOfDispatch(tx, dispatchId)
    const claims = await openClaims(tx, proof, ids, now)
    const conflicts = await openConflicts(tx, proof, ids, now)
    await openEvidence(tx, proof, ids, now)
    await openEntities(tx, proof, now)
    if (wasClosed || claims > 0 || conflicts > 0)
      await appendAudit(tx, proof.by, {
        action: 'dispatch.published',
        entity: 'dispatch',
        id: dispatchId,
        payload: { claims, conflicts },
      })
    return { claims, conflicts }
  })
}
