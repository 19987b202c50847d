import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertJob } from '@/lib/data/jobs'
import { holdTableImport, updateTableImport } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { mustBeTable } from '@/lib/domain/table-import'

export const AskTableUndo = z.strictObject({ importId: uuid() })

/** Has an import taken back by a worker: by whoever made it, or an editor. */
export async function askTableUndo(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof AskTableUndo>,
): Promise<{ jobId: string | null }> {
  const proof = permit(actor, 'claim:add')
  permit(actor, 'claim:edit')
  const { importId } = readInput(AskTableUndo, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    mustBeTable(held)
    if (held.state !== 'written')
      throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
    if (held.createdById !== proof.by) permit(actor, 'source:manage')
    const payload = { importId, step: 'undo' }
    const jobId = await insertJob(tx, { id: newId(), kind: 'import_table', payload, createdById: proof.by })
    await updateTableImport(tx, proof, importId, { jobId: jobId ?? held.jobId })
    return { jobId }
  })
}
