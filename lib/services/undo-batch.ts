import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { batchById, lockClaims, lockConflicts, markBatchUndone, putBatchBack } from '@/lib/data/batches'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { rowsToWrite } from '@/lib/domain/batch'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const UndoBatch = z.strictObject({ batchId: uuid(), others: z.boolean().default(false) })

/**
 * Takes a whole batch back: each row becomes what it was before, as a new version. Refused, with their names, when somebody
 * changed one of the rows since; `others` leaves those as they are. Only whoever made a batch takes it back.
 */
export async function undoBatch({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof UndoBatch>) {
  permit(actor, 'desk:read')
  const input = readInput(UndoBatch, raw)
  const batch = await batchById(db, input.batchId)
  if (!batch || batch.userId !== actor?.id) throw new Fault('not_found', 'batch')
  const entity = batch.entity === 'claims' ? 'claims' : 'conflicts'
  const proof = entity === 'claims' ? permit(actor, 'claim:edit') : permit(actor, 'conflict:edit')
  return transactionAs(db, proof.by, async (tx) => {
    const rows = await (entity === 'claims' ? lockClaims : lockConflicts)(tx, { ids: batch.rowIds })
    // Asked again under the locks: two undos of one batch wait for each other here.
    if ((await batchById(tx, batch.id))?.undoneAt) throw invalid({ field: 'batchId', reason: 'wrong_state' })
    const picked = batch.rowIds.map((id, i) => ({ id, version: batch.versions[i] ?? 0 }))
    const fit = rowsToWrite(entity, { picked, matching: null, others: input.others }, rows)
    const done = await putBatchBack(
      tx,
      proof,
      entity,
      fit.map(({ id }) => id),
    )
    await markBatchUndone(tx, proof, batch.id, now)
    await appendAudit(tx, proof.by, { action: 'batch.undone', entity: 'batch', id: batch.id, payload: { rows: done } })
    return { done }
  })
}
