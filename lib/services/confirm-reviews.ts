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
import { RATING_CODES } from '@/lib/domain/rating'
import { REVIEW_EXTENTS } from '@/lib/domain/review-outcome'
import { mayBeWritten, mustBeReviews } from '@/lib/domain/table-import'

export const ConfirmReviews = z.strictObject({
  importId: uuid(),
  /** The rating of ours a person gives to a label of theirs; a label that is not here stays unmapped. */
  labels: z.record(z.string(), z.enum(RATING_CODES)).default({}),
  extent: z.enum(REVIEW_EXTENTS).default('as_it_looks'),
  /** Refused records are left out and the others kept. */
  leavesOut: z.boolean().default(false),
})

/** Says yes to what a file of ClaimReviews would change, and what their labels mean. It is kept as a whole. */
export async function confirmReviews(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof ConfirmReviews>,
): Promise<{ jobId: string | null }> {
  const proof = permit(actor, 'claim:add')
  permit(actor, 'source:manage')
  const { importId, leavesOut, ...said } = readInput(ConfirmReviews, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    mustBeReviews(held)
    if (held.createdById !== proof.by) throw new Fault('forbidden', 'an import of somebody else')
    if (held.state !== 'compared' || held.reviews === null)
      throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
    if (!mayBeWritten(held, leavesOut)) throw invalid({ field: 'leavesOut', reason: 'required' })
    const payload = { importId, step: 'write' }
    const jobId = await insertJob(tx, { id: newId(), kind: 'import_table', payload, createdById: proof.by })
    await updateTableImport(tx, proof, importId, {
      leavesOut,
      jobId: jobId ?? held.jobId,
      reviews: { ...held.reviews, said },
    })
    return { jobId }
  })
}
