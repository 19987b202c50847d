import 'server-only'
import { appendAudit } from '@/lib/data/audit-log'
import { openSourcesOf } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertImport } from '@/lib/data/imports'
import { insertJob } from '@/lib/data/jobs'
import { dropTableChunks, holdTableImport, updateTableImport } from '@/lib/data/table-imports'
import {
  countChanged,
  countToWrite,
  countWordsLater,
  isAsCompared,
  publicClaimsOf,
  WRITE_STEP,
  writeChanges,
  writeRows,
  writeSources,
} from '@/lib/data/table-write'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import type { Report } from '@/lib/domain/job'
import { permit } from '@/lib/domain/permission'
import { mayBeWritten, mustBeTable } from '@/lib/domain/table-import'

/** Longest time one table may take to be written. */
const HOURS_2 = 7_200_000

/**
 * Writes what a comparison showed, in one transaction: all of it or nothing, wherever a worker is killed. What was written
 * already is not written again, nor what another comparison showed than the one that was confirmed (`version`). When something
 * of it changed since it was compared, nothing is written and it is compared anew.
 */
export async function writeTable(
  { db, actor, newId, now }: Desk<PrismaClient>,
  { importId, version, isQueued = true }: { importId: string; version?: number; isQueued?: boolean },
  report: Report,
): Promise<'written' | 'moved_on'> {
  const proof = permit(actor, 'claim:add')
  const mayEdit = permit(actor, 'claim:edit')
  return transactionAs(
    db,
    proof.by,
    async (tx) => {
      const held = await holdTableImport(tx, importId)
      mustBeTable(held)
      if (held.state === 'written' || held.state === 'undone') return 'written'
      if (version !== undefined && version !== held.version) return 'moved_on'
      if (!mayBeWritten(held, held.leavesOut))
        throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
      if (!(await isAsCompared(tx, importId))) {
        const payload = { importId, step: 'compare' }
        const jobId = isQueued
          ? await insertJob(tx, { id: newId(), kind: 'import_table', payload, createdById: proof.by })
          : held.jobId
        await updateTableImport(tx, proof, importId, { state: 'received', movedOn: true, jobId })
        return 'moved_on'
      }
      const { added, lastRow } = await countToWrite(tx, importId)
      const total = added + held.changed
      await report(0, total)
      const changed = await countChanged(tx, importId)
      await writeChanges(tx, mayEdit, importId)
      await countWordsLater(tx)
      const sources = held.addsSources ? await writeSources(tx, permit(actor, 'source:add'), importId) : 0
      for (let after = 0; after < lastRow; after += WRITE_STEP) {
        await report(Math.min(total, held.changed + after), total)
        await writeRows(tx, proof, importId, after, after + WRITE_STEP)
      }
      const open = await publicClaimsOf(tx, importId)
      if (open.length > 0) await openSourcesOf(tx, open, now)
      const unchanged = held.read - added - changed - held.rejected
      const { read, rejected, name: source, sha256 } = held
      const fingerprint = sha256 ?? '' // held by a CHECK
      const counts = { read, added, changed, unchanged, absent: 0, rejected }
      // The changes themselves stand in table_changes, under the same id.
      const kept = {
        ...counts,
        id: importId,
        by: proof.by,
        at: now,
        source,
        format: 'csv',
        sha256: fingerprint,
      } as const
      await insertImport(tx, proof, { ...kept, changes: null })
      await updateTableImport(tx, proof, importId, { state: 'written', added, changed, unchanged, finishedAt: now })
      await dropTableChunks(tx, importId)
      const payload = { sha256: fingerprint, added, changed, rejected, ...(held.addsSources ? { sources } : {}) }
      await appendAudit(tx, proof.by, { action: 'table.imported', entity: 'file_import', id: importId, payload })
      return 'written'
    },
    undefined,
    HOURS_2,
  )
}
