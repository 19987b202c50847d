import 'server-only'
import { type Db, transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertJob } from '@/lib/data/jobs'
import {
  dropTableChunks,
  holdTableImport,
  reviewsOfImport,
  tableImportById,
  updateTableImport,
} from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { unchangedInAll } from '@/lib/domain/import-report'
import type { Report } from '@/lib/domain/job'
import { permit } from '@/lib/domain/permission'
import { type Imported, type KeepReviews, MOST_TOLD } from '@/lib/domain/review-outcome'
import { mayBeWritten, mustBeReviews } from '@/lib/domain/table-import'

/** Thrown in the transaction, so that nothing of it is kept. */
class MovedOn extends Error {}

/**
 * Keeps the ClaimReviews of a file as somebody said yes to, all of them or none, wherever a worker is killed. When what it would
 * change is no longer what they saw, nothing is written and it is compared anew.
 */
export async function writeReviews(
  desk: Desk<PrismaClient>,
  { importId }: { importId: string },
  keep: KeepReviews<Desk<PrismaClient>, Db>,
  report: Report,
): Promise<'written' | 'moved_on'> {
  const { db, actor, newId, now } = desk
  const proof = permit(actor, 'claim:add')
  const known = await tableImportById(db, importId)
  if (!known) throw new Fault('not_found', 'imported file')
  mustBeReviews(known)
  const { reviews } = known
  if (known.state === 'written') return 'written'
  if (reviews?.said == null || !mayBeWritten(known, known.leavesOut))
    throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: known.state } })
  const { labels, extent } = reviews.said
  const file = await reviewsOfImport(db, importId)
  if (typeof file === 'string') throw new Error(`a file that was compared is ${file} now`)
  const isAsSeen = (done: Imported) =>
    done.added === known.added &&
    done.changed === known.changed &&
    (extent === 'part' || done.absent + done.lacking === reviews.absent + reviews.lacking)
  try {
    await keep(
      desk,
      {
        source: known.name,
        documents: file.records.map(({ record }) => record),
        ...(known.sha256 ? { sha256: known.sha256 } : {}),
        ...{ isSnapshot: file.isSnapshot && extent !== 'part', isWhole: extent === 'whole' },
        ...{ labels, unreadable: file.broken.length },
      },
      {
        onPart: report,
        async onKept(tx, done) {
          const held = await holdTableImport(tx, importId)
          if (held.state !== 'compared' || !isAsSeen(done)) throw new MovedOn()
          const { absent, lacking, changes, added, changed } = done
          await updateTableImport(tx, proof, importId, {
            ...{ state: 'written', added, changed, unchanged: unchangedInAll(done), finishedAt: now },
            reviews: { ...reviews, absent, lacking, changes: changes.slice(0, MOST_TOLD) },
          })
          await dropTableChunks(tx, importId)
        },
      },
    )
    return 'written'
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error
  }
  await transactionAs(db, proof.by, async (tx) => {
    const held = await holdTableImport(tx, importId)
    if (held.state !== 'compared') return
    const payload = { importId, step: 'compare' }
    const jobId = await insertJob(tx, { id: newId(), kind: 'import_table', payload, createdById: proof.by })
    await updateTableImport(tx, proof, importId, { state: 'received', movedOn: true, jobId: jobId ?? held.jobId })
  })
  return 'moved_on'
}
