import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertJob } from '@/lib/data/jobs'
import { holdTableImport, takeTheirs, updateTableImport } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { CHANGED_FIELDS } from '@/lib/domain/table-columns'
import { mayBeWritten, mustBeTable } from '@/lib/domain/table-import'

export const ConfirmTable = z.strictObject({
  importId: uuid(),
  /** Of the comparison that was seen: another one may stand by now. */
  version: version(),
  /** Refused rows are left out and the others written; without it one refused row stops everything. */
  leavesOut: z.boolean().default(false),
  /** Cells both sides changed of which theirs is taken; ours stays in the others. */
  theirs: z
    .union([z.literal('all'), z.array(z.strictObject({ row: z.int().min(1), field: z.enum(CHANGED_FIELDS) }))])
    .default([]),
  isQueued: z.boolean().default(true),
})

/** Says yes to what a comparison showed. It is written as a whole, if nothing of it has changed by then. */
export async function confirmTable(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof ConfirmTable>,
): Promise<{ jobId: string | null }> {
  const proof = permit(actor, 'claim:add')
  const mayEdit = permit(actor, 'claim:edit')
  const { importId, leavesOut, theirs, isQueued, version: seen } = readInput(ConfirmTable, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    mustBeTable(held)
    if (held.createdById !== proof.by) throw new Fault('forbidden', 'an import of somebody else')
    if (held.version !== seen) throw staleState('table_import', held)
    if (held.state !== 'compared')
      throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
    if (!mayBeWritten(held, leavesOut)) throw invalid({ field: 'leavesOut', reason: 'required' })
    await takeTheirs(tx, mayEdit, importId, theirs)
    const payload = { importId, step: 'write', version: seen }
    const jobId = isQueued
      ? await insertJob(tx, { id: newId(), kind: 'import_table', payload, createdById: proof.by })
      : null
    await updateTableImport(tx, proof, importId, { leavesOut, jobId: jobId ?? held.jobId })
    return { jobId }
  })
}
