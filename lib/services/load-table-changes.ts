import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { tableChanges, tableImportById } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { type Part, partOf } from '@/lib/domain/part'
import { permit } from '@/lib/domain/permission'
import type { CellPlace, TableChange } from '@/lib/domain/table-import'

/** The cells of an import that differ from ours, some at a time, in the order of the file. */
export async function loadTableChanges(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  { importId, after, take }: { importId: string; after: CellPlace | null; take: number },
): Promise<Part<TableChange, CellPlace>> {
  permit(actor, 'desk:read')
  const table = await tableImportById(db, importId)
  if (!table || table.state === 'receiving') throw new Fault('not_found', 'imported table')
  return partOf(
    await tableChanges(db, importId, { take: take + 1, ...(after ? { after } : {}) }),
    take,
    ({ row, field }) => ({ row, field }),
  )
}
