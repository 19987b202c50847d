import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { conflictAsSaved, updateConflict } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertPosition } from '@/lib/data/positions'
import { statementsById } from '@/lib/data/statements'
import { addedPositionFaults, takesPositions } from '@/lib/domain/conflict'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const AddPosition = z.strictObject({
  conflictId: uuid(),
  version: version(),
  value: line(),
  isGeneral: z.boolean().default(false),
  statementIds: z.array(uuid()).max(60),
})

/**
 * One more side of a conflict that is not settled. It has no undo: a position stays, for decisions and evidence may name it,
 * and the page says so before it is added.
 */
export async function addPosition({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof AddPosition>) {
  const proof = permit(actor, 'conflict:edit')
  const { conflictId, version, ...input } = readInput(AddPosition, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await conflictAsSaved(tx, conflictId)
    if (!saved) throw new Fault('not_found', 'conflict')
    if (!takesPositions(saved.status))
      throw invalid({ field: 'status', reason: 'wrong_state', values: { state: saved.status } })
    const statementIds = [...new Set(input.statementIds)]
    const faults = addedPositionFaults(
      { ...saved, isPublic: saved.publicAt !== null },
      statementIds,
      (await statementsById(tx, statementIds)).map(({ occurrence: { claim }, ...it }) => ({
        ...it,
        isPublic: claim.publicAt !== null,
        isDiscarded: claim.discardedAt !== null,
      })),
    )
    if (faults.length > 0) throw invalid(...faults)
    if (!(await updateConflict(tx, proof, conflictId, version, {})))
      throw new Fault('stale', 'conflict', [], {
        entity: 'conflict',
        id: conflictId,
        version: saved.version,
        theirs: { value: saved.positions.map(({ value }) => value).join(' ; ') },
      })
    const ordinal = Math.max(...saved.positions.map((it) => it.ordinal)) + 1
    const id = newId()
    await insertPosition(tx, proof, { ...input, id, conflictId, ordinal, statementIds })
    await appendAudit(tx, proof.by, {
      action: 'conflict.position_added',
      entity: 'conflict',
      id: conflictId,
      payload: { position: id, version: version + 1 },
    })
    return { id, ordinal, version: version + 1 }
  })
}
