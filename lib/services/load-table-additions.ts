import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { tableAdditions, tableImportById } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { type Part, partOf } from '@/lib/domain/part'
import { permit } from '@/lib/domain/permission'
import type { TableAddition } from '@/lib/domain/table-import'

/** The claims an import would add, or added, some at a time, in the order of the file. */
export async function loadTableAdditions(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  { importId, after, take }: { importId: string; after: number | null; take: number },
): Promise<Part<TableAddition, number>> {
  permit(actor, 'desk:read')
  const table = await tableImportById(db, importId)
  if (!table || table.state === 'receiving') throw new Fault('not_found', 'imported table')
  return partOf(await tableAdditions(db, importId, take + 1, after ?? 0), take, ({ row }) => row)
}
