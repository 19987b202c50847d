import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { claimAsSaved, updateClaim } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import { eventById } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalLine, optionalUuid, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { WORK_STATES } from '@/lib/domain/vocabulary'

export const ChangeClaim = z.strictObject({
  claimId: uuid(),
  version: version(),
  statementFr: optionalLine().optional(),
  statementEn: optionalLine().optional(),
  isCheckable: z.boolean().optional(),
  eventId: optionalUuid().optional(),
  workState: oneOf(WORK_STATES).optional(),
  assigneeId: optionalUuid().optional(),
})

/** Changes a claim. A stale write gets what the other person saved; nothing is overwritten. */
export async function changeClaim({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof ChangeClaim>) {
  const proof = permit(actor, 'claim:edit')
  const { claimId, version, ...typed } = readInput(ChangeClaim, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await claimAsSaved(tx, claimId)
    if (!saved || saved.discardedAt) throw new Fault('not_found', 'claim')
    const change = Object.fromEntries(Object.entries(typed).filter(([field]) => Object.hasOwn(raw, field)))
    const after = { ...saved, ...change }
    if (after.statementFr === null && after.statementEn === null)
      throw invalid({ field: 'statementFr', reason: 'required' })
    if (after.eventId && after.eventId !== saved.eventId && !(await eventById(tx, after.eventId)))
      throw invalid({ field: 'eventId', reason: 'unknown_id' })
    if (!(await updateClaim(tx, proof, claimId, version, change)))
      throw new Fault('stale', 'claim', [], {
        entity: 'claim',
        id: claimId,
        version: saved.version,
        theirs: {
          statementFr: saved.statementFr,
          statementEn: saved.statementEn,
          isCheckable: saved.isCheckable,
          eventId: saved.eventId,
          workState: saved.workState,
        },
      })
    await appendAudit(tx, proof.by, {
      action: 'claim.changed',
      entity: 'claim',
      id: claimId,
      payload: { version: version + 1 },
    })
    const undo: Undo = { verb: 'restore_revision', entity: 'claims', id: claimId, version: version + 1 }
    return { version: version + 1, undo }
  })
}
