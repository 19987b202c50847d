import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertJob } from '@/lib/data/jobs'
import { holdTableImport, updateTableImport } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { mustBeReviews } from '@/lib/domain/table-import'

export const PrepareReviews = z.strictObject({ importId: uuid() })

/** Has a file of ClaimReviews compared with those that are kept, for the first time or anew. Nothing is written. */
export async function prepareReviews(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof PrepareReviews>,
): Promise<{ jobId: string | null }> {
  const proof = permit(actor, 'claim:add')
  permit(actor, 'source:manage')
  const { importId } = readInput(PrepareReviews, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    mustBeReviews(held)
    if (held.createdById !== proof.by) throw new Fault('forbidden', 'an import of somebody else')
    if (held.state !== 'received' && held.state !== 'compared')
      throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
    const payload = { importId, step: 'compare' }
    const jobId = await insertJob(tx, { id: newId(), kind: 'import_table', payload, createdById: proof.by })
    await updateTableImport(tx, proof, importId, { state: 'received', movedOn: false, jobId: jobId ?? held.jobId })
    return { jobId }
  })
}
