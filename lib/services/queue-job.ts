import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertJob } from '@/lib/data/jobs'
import type { Desk } from '@/lib/domain/desk'
import { oneOf, readInput } from '@/lib/domain/input'
import { PLAIN_JOB_KINDS } from '@/lib/domain/job'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const QueueJob = z.strictObject({ kind: oneOf(PLAIN_JOB_KINDS) })

/** Queues a long piece of work; one that waits already is not queued twice (null). */
export async function queueJob(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof QueueJob>,
): Promise<{ id: string | null; undo: Undo | null }> {
  const proof = permit(actor, 'settings:manage')
  const { kind } = readInput(QueueJob, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const id = await insertJob(tx, { id: newId(), kind, payload: {}, createdById: proof.by })
    if (id) await appendAudit(tx, proof.by, { action: 'job.queued', entity: 'job', id, payload: { kind } })
    return { id, undo: id === null ? null : { verb: 'cancel_job', jobId: id } }
  })
}
