import 'server-only'
import { type Db, transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { knownLabels } from '@/lib/data/imported-reviews'
import { keepFault } from '@/lib/data/table-fresh'
import { holdTableImport, reviewsOfImport, tableImportById, updateTableImport } from '@/lib/data/table-imports'
import { inStaging } from '@/lib/data/table-staging'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { unchangedInAll } from '@/lib/domain/import-report'
import type { Report } from '@/lib/domain/job'
import { permit } from '@/lib/domain/permission'
import type { ReviewFile } from '@/lib/domain/review-file'
import {
  type Imported,
  type KeepReviews,
  MOST_TOLD,
  type ReviewOutcome,
  type ReviewProblem,
} from '@/lib/domain/review-outcome'
import { mustBeReviews } from '@/lib/domain/table-import'

/** Lays ClaimReviews others published beside those that are kept, and keeps what would change. None of them is written. */
export async function compareReviews(
  desk: Desk<PrismaClient>,
  { importId }: { importId: string },
  keep: KeepReviews<Desk<PrismaClient>, Db>,
  report: Report,
): Promise<void> {
  const { db, actor } = desk
  const proof = permit(actor, 'claim:add')
  const known = await tableImportById(db, importId)
  if (!known) throw new Fault('not_found', 'imported file')
  mustBeReviews(known)
  if (known.state !== 'received') return
  await report(0, null)
  const file = await reviewsOfImport(db, importId)
  if (typeof file === 'string') {
    const code = file === 'binary' ? 'not_utf8' : file
    return inStaging(proof.by, (staging) => keepFault(staging, importId, { code, line: 0, told: null }))
  }
  const { records, broken, isSnapshot } = file
  await report(0, records.length)
  const documents = records.map(({ record }) => record)
  const done = await keep(desk, {
    source: known.name,
    documents,
    isSnapshot,
    unreadable: broken.length,
    isDryRun: true,
  })
  const ratings = await knownLabels(
    db,
    done.unmapped.map(({ label }) => label),
  )
  const problems = problemsOf(done, file)
  const reviews: ReviewOutcome = {
    ...{ isSnapshot, absent: done.absent, lacking: done.lacking, own: done.own, repeated: done.repeated },
    labels: done.unmapped
      .map(({ label, at, count }) => ({ label, row: records[at]?.row ?? 0, count, known: ratings.get(label) ?? null }))
      .sort((a, b) => b.count - a.count || a.row - b.row),
    changes: done.changes.slice(0, MOST_TOLD),
    problems: problems.slice(0, MOST_TOLD),
    odd: problems.length,
    said: null,
  }
  const { read, added, changed } = done
  const rejected = done.refused.length + broken.length
  await transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    if (held.state !== 'received') return
    const counts = { read, added, changed, unchanged: unchangedInAll(done), rejected }
    await updateTableImport(tx, proof, importId, { ...counts, conflicts: 0, reviews, state: 'compared' })
  })
}

/** What is odd, in the order of the file; labels are told apart. */
function problemsOf(done: Imported, { records, broken }: ReviewFile): ReviewProblem[] {
  const rowOf = (at: number) => records[at]?.row ?? 0
  return [
    ...broken.map((row): ReviewProblem => ({ row, code: 'not_json' })),
    ...done.refused.map(({ at, reason }) => ({ row: rowOf(at), code: reason })),
    ...done.warned.flatMap(({ at, warnings }) => warnings.map((code) => ({ row: rowOf(at), code }))),
    ...done.saidTwice.map((at): ReviewProblem => ({ row: rowOf(at), code: 'said_twice' })),
  ].sort((a, b) => a.row - b.row)
}
