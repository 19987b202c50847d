import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { tableBytes, tableImportById } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'
import { columnsOf, type TableColumn } from '@/lib/domain/table-columns'
import { TableFault } from '@/lib/domain/table-file'
import type { TableFormat } from '@/lib/domain/table-import'
import { headOf, type RecordsOf } from '@/lib/domain/table-text'

/** The columns of a table with what they mean, as somebody said or as we guess, and their first cells; or why it is no table. */
export async function loadTableHead(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  importId: string,
  recordsOf: (format: TableFormat) => RecordsOf,
): Promise<{ columns: TableColumn[]; samples: string[][] } | TableFault> {
  permit(actor, 'claim:add')
  const table = await tableImportById(db, importId)
  if (!table || table.state === 'receiving') throw new Fault('not_found', 'imported table')
  // The bytes of what is over are gone.
  if (table.state !== 'received' && table.state !== 'compared')
    throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: table.state } })
  try {
    const { names, samples } = await headOf(recordsOf(table.format)(tableBytes(db, importId)))
    return { columns: table.columns ?? columnsOf(names), samples }
  } catch (error) {
    if (error instanceof TableFault) return error
    throw error
  }
}
