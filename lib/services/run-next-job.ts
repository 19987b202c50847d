import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { holdJob, releaseJob, takeJob } from '@/lib/data/jobs'
import { afterFailure, type HeldJob, JobTakenAway, LEASE_SECONDS, type Report } from '@/lib/domain/job'

/** Does the work of one kind of job. What it did before it was cut off it may do again: it must be safe to repeat. */
export type JobWork = (db: PrismaClient, job: HeldJob, report: Report) => Promise<void>

/** Longest reason that is kept of a failure. */
const REASON = 500

/**
 * Takes one job and does it to its end: the lease is kept while it runs, its progress is written, a failure is tried again
 * later, and a job that was cancelled meanwhile stops at its next report. Null when nothing waits.
 */
export async function runNextJob(
  db: PrismaClient,
  worker: string,
  work: Readonly<Record<string, JobWork>>,
): Promise<'done' | 'failed' | 'again' | 'taken_away' | null> {
  const job = await takeJob(db, worker)
  if (!job) return null
  const beat = setInterval(
    () => {
      holdJob(db, job.id, worker).catch(() => undefined) // the next beat or report says it
    },
    (LEASE_SECONDS * 1_000) / 3,
  )
  const report: Report = async (progress, total) => {
    if (!(await holdJob(db, job.id, worker, { progress, total }))) throw new JobTakenAway()
  }
  try {
    const does = work[job.kind]
    if (!does) throw new Error(`nobody knows how to do "${job.kind}"`)
    await does(db, job, report)
    return (await releaseJob(db, job.id, worker, { state: 'done' })) ? 'done' : 'taken_away'
  } catch (error) {
    if (error instanceof JobTakenAway) return 'taken_away'
    const reason = (error instanceof Error ? error.message : 'no reason given').slice(0, REASON) || 'no reason given'
    const next = afterFailure(job.tries)
    const how = next.again
      ? ({ state: 'waiting', error: reason, inSeconds: next.inSeconds } as const)
      : ({ state: 'failed', error: reason } as const)
    if (!(await releaseJob(db, job.id, worker, how))) return 'taken_away'
    return next.again ? 'again' : 'failed'
  } finally {
    clearInterval(beat)
  }
}
