import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { tableBytes, tableImportById } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'
import type { TableFormat } from '@/lib/domain/table-import'
import { mustBeTable } from '@/lib/domain/table-import'

/** The sheets of a workbook that is being imported, in their order, for a person to choose from; a text has none. */
export async function loadTableSheets(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  importId: string,
  sheetsOf: (format: TableFormat, bytes: AsyncIterable<Uint8Array>) => Promise<string[]>,
): Promise<string[]> {
  permit(actor, 'claim:add')
  const table = await tableImportById(db, importId)
  if (!table || table.state === 'receiving') throw new Fault('not_found', 'imported table')
  mustBeTable(table)
  return sheetsOf(table.format, tableBytes(db, importId))
}
