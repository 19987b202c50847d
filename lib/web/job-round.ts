import 'server-only'
import { randomUUID } from 'node:crypto'
import { deskDb } from '@/lib/data/db'
import { databaseNow } from '@/lib/data/sessions'
import { indexClaims } from '@/lib/services/index-claims'
import { pairClaims, pairSomeClaims } from '@/lib/services/pair-claims'
import { type JobWork, runNextJob } from '@/lib/services/run-next-job'
import { tidySearch } from '@/lib/services/tidy-search'
import { gazetteers } from './gazetteers'
import { idMaker } from './script-desk'
import { tableWork } from './table-work'

/** Often enough that what was queued is begun before anybody wonders. */
const LOOK_MS = 1_000
/** Rounds after which what was written is sorted into the index of the search. */
const TIDY_EVERY = 30
const kept = globalThis as typeof globalThis & { __recoupeJobs?: NodeJS.Timeout }

/** Who does which kind of job. */
const WORK: Readonly<Record<string, JobWork>> = {
  index_claims: indexClaims,
  pair_claims: async (db, job, report) =>
    pairClaims(idMaker(await databaseNow(db)), await gazetteers())(db, job, report),
  import_table: tableWork,
}

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

/** Compares what is new or changed with the archive, until nothing waits. */
export async function pairRound(): Promise<void> {
  const db = deskDb()
  const newId = idMaker(await databaseNow(db))
  const known = await gazetteers()
  while ((await pairSomeClaims(db, newId, known)) > 0);
}

/** A name nobody else has, so that a lease says whose it is. */
export const workerName = (): string => `${process.pid}-${randomUUID()}`

/** Looks for no more work; what was begun is ended. */
export function stopJobRounds(): void {
  clearInterval(kept.__recoupeJobs)
  delete kept.__recoupeJobs
}

/** Looks for work for as long as the server runs. */
export function startJobRounds(): void {
  if (kept.__recoupeJobs) return
  const worker = workerName()
  let isBusy = false
  let rounds = 0
  kept.__recoupeJobs = setInterval(() => {
    if (isBusy) return
    isBusy = true
    pairRound()
      .then(() => jobRound(worker))
      .then(() => (++rounds % TIDY_EVERY === 0 ? tidySearch(deskDb()) : undefined))
      .catch((error: unknown) => console.warn(`jobs: ${error instanceof Error ? error.message : 'the round failed'}`))
      .finally(() => {
        isBusy = false
      })
  }, LOOK_MS)
  kept.__recoupeJobs.unref()
}
