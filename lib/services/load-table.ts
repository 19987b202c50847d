import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { jobById } from '@/lib/data/jobs'
import { tableAdditions, tableChanges, tableImportById, tableNewSources, tableProblems } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { isUuid } from '@/lib/domain/ids'
import { permit, permits } from '@/lib/domain/permission'
import type { TableImport } from '@/lib/domain/table-import'

/** An import with the first of what it would do, or did: cells that differ, conflicts, new claims, problems. */
export async function loadTable(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  importId: string,
  take: number,
) {
  permit(actor, 'desk:read')
  const table = isUuid(importId) ? await tableImportById(db, importId) : null
  if (!table || table.state === 'receiving') throw new Fault('not_found', 'imported table')
  const [changes, conflicts, additions, newSources, problems, job] = await Promise.all([
    tableChanges(db, importId, { take, areConflicts: false }),
    tableChanges(db, importId, { take, areConflicts: true }),
    tableAdditions(db, importId, take),
    table.addsSources ? tableNewSources(db, importId, take) : [],
    tableProblems(db, importId, take),
    table.jobId ? jobById(db, table.jobId) : null,
  ])
  return { table, changes, conflicts, additions, newSources, problems, job, ...rightsOver(actor, table) }
}

/** Who may go on with an import: whoever began it. Who may take it back: they, and whoever answers for the record. */
function rightsOver(actor: Desk<PrismaClient>['actor'], table: TableImport): { isOwn: boolean; mayUndo: boolean } {
  const mayWrite = permits(actor, 'claim:add') && permits(actor, 'claim:edit')
  const isOwn = mayWrite && table.createdById === actor?.id
  return { isOwn, mayUndo: isOwn || permits(actor, 'source:manage') }
}

export type LoadedTable = Awaited<ReturnType<typeof loadTable>>
