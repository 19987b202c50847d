import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { endJob } from '@/lib/data/jobs'
import { dropTableChunks, holdTableImport, tableImportById, updateTableImport } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const StopTable = z.strictObject({
  importId: uuid(),
  /** Whether the whole import is given up, or only the work under way, which can be begun again. */
  givesUp: z.boolean().default(false),
})

/**
 * Stops what a worker does with a table: at its next report it ends, and nothing it did in that work is kept. The import can be gone on with, unless
 * it is given up; then its bytes are forgotten. What is written already stays: it is undone, not stopped.
 */
export async function stopTable(
  { db, actor, now }: Desk<PrismaClient>,
  raw: z.input<typeof StopTable>,
): Promise<{ isStopped: boolean }> {
  const proof = permit(actor, 'claim:add')
  const { importId, givesUp } = readInput(StopTable, raw)
  const known = await tableImportById(db, importId)
  if (!known || known.createdById !== proof.by) throw new Fault('not_found', 'imported table')
  // By itself and first: the worker holds the import, and lets go of it when it hears of this.
  const isStopped = known.jobId !== null && (await endJob(db, known.jobId)) !== null
  if (!givesUp) return { isStopped }
  await transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    if (held.state === 'cancelled' || held.state === 'cut_short') return
    if (held.state !== 'received' && held.state !== 'compared')
      throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
    await updateTableImport(tx, proof, importId, { state: 'cancelled', finishedAt: now })
    await dropTableChunks(tx, importId)
  })
  return { isStopped }
}
