import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { countCounted, indexSomeClaims } from '@/lib/data/jobs'
import type { HeldJob, Report } from '@/lib/domain/job'

/** Claims per step: a step is one statement, and between two of them the job may be cancelled. */
const STEP = 500

/** Counts the words of every claim and imported review anew, for "has this been checked?": after an upgrade of PostgreSQL its stems may differ. */
export async function indexClaims(db: PrismaClient, _job: HeldJob, report: Report): Promise<void> {
  const total = await countCounted(db)
  let [after, done]: [string | null, number] = [null, 0]
  await report(0, total)
  for (;;) {
    const step = await indexSomeClaims(db, after, STEP)
    if (step.last === null) return
    after = step.last
    done += step.done
    await report(done, Math.max(total, done))
  }
}
