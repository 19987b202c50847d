import 'server-only'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { holdTableImport, updateTableImport } from '@/lib/data/table-imports'
import { undoSources, undoWritten, whatStays } from '@/lib/data/table-undo'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import type { Report } from '@/lib/domain/job'
import { permit } from '@/lib/domain/permission'
import { MOST_LEFT } from '@/lib/domain/table-import'

/** Longest time an undo may take. */
const HOURS_2 = 7_200_000

/**
 * Takes a whole import back, in one transaction: what it changed becomes what it was, as a new version, and what it added is
 * marked as taken back, where nobody changed it since or built on it. The rest stays and is told.
 */
export async function undoTable(
  { db, actor, now }: Desk<PrismaClient>,
  { importId }: { importId: string },
  report: Report,
): Promise<{ undone: number; left: number }> {
  const proof = permit(actor, 'claim:edit')
  const mayAdd = permit(actor, 'claim:add')
  return transactionAs(
    db,
    proof.by,
    async (tx) => {
      const held = await holdTableImport(tx, importId)
      if (held.state === 'undone') return { undone: held.undone ?? 0, left: held.left?.length ?? 0 }
      if (held.state !== 'written')
        throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: held.state } })
      if (held.createdById !== proof.by) permit(actor, 'source:manage')
      await report(0, held.added + held.changed)
      const stays = await whatStays(tx, importId)
      const undone = await undoWritten(tx, proof, importId, now)
      const sources = held.addsSources
        ? await undoSources(tx, permit(actor, 'source:add'), importId, now)
        : { count: 0, left: [] }
      const left = [...stays.left, ...sources.left].slice(0, MOST_LEFT)
      const count = stays.count + sources.count
      await updateTableImport(tx, mayAdd, importId, { state: 'undone', undone, left })
      const payload = { undone, left: count }
      await appendAudit(tx, proof.by, { action: 'table.undone', entity: 'file_import', id: importId, payload })
      return { undone, left: count }
    },
    undefined,
    HOURS_2,
  )
}
