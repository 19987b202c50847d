import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { endJob } from '@/lib/data/jobs'
import type { Desk } from '@/lib/domain/desk'
import { readInput, uuid } from '@/lib/domain/input'
import { isPlainJob } from '@/lib/domain/job'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const CancelJob = z.strictObject({ jobId: uuid() })

/** Stops a job that waits or runs. One that is over already stays as it ended, and that is no error: it was wanted to stop. */
export async function cancelJob(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof CancelJob>,
): Promise<{ isCancelled: boolean; undo: Undo | null }> {
  const proof = permit(actor, 'settings:manage')
  const { jobId } = readInput(CancelJob, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const kind = await endJob(tx, jobId)
    if (kind) await appendAudit(tx, proof.by, { action: 'job.cancelled', entity: 'job', id: jobId, payload: {} })
    return { isCancelled: kind !== null, undo: kind && isPlainJob(kind) ? { verb: 'queue_job', kind } : null }
  })
}
