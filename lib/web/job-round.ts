import 'server-only'
import { randomUUID } from 'node:crypto'
import { deskDb } from '@/lib/data/db'
import { indexClaims } from '@/lib/services/index-claims'
import { type JobWork, runNextJob } from '@/lib/services/run-next-job'

/** Often enough that what was queued is begun before anybody wonders. */
const LOOK_MS = 1_000
const kept = globalThis as typeof globalThis & { __recoupeJobs?: NodeJS.Timeout }

/** Who does which kind of job. */
const WORK: Readonly<Record<string, JobWork>> = { index_claims: indexClaims }

/** Does what waits, one after the other, until nothing does. Any number of processes may do this at once. */
export async function jobRound(worker: string): Promise<{ done: number; failed: number }> {
  const count = { done: 0, failed: 0 }
  for (;;) {
    const outcome = await runNextJob(deskDb(), worker, WORK)
    if (outcome === null) return count
    if (outcome === 'done') count.done++
    if (outcome === 'failed' || outcome === 'again') count.failed++
  }
}

/** A name nobody else has, so that a lease says whose it is. */
export const workerName = (): string => `${process.pid}-${randomUUID()}`

/** Looks for work for as long as the server runs. */
export function startJobRounds(): void {
  if (kept.__recoupeJobs) return
  const worker = workerName()
  let isBusy = false
  kept.__recoupeJobs = setInterval(() => {
    if (isBusy) return
    isBusy = true
    jobRound(worker)
      .catch((error: unknown) => console.warn(`jobs: ${error instanceof Error ? error.message : 'the round failed'}`))
      .finally(() => {
        isBusy = false
      })
  }, LOOK_MS)
  kept.__recoupeJobs.unref()
}
