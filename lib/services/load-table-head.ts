import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { tableBytes, tableImportById } from '@/lib/data/table-imports'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'
import { columnsOf, type TableColumn } from '@/lib/domain/table-columns'
import { TableFault } from '@/lib/domain/table-file'
import { mustBeTable } from '@/lib/domain/table-import'
import { headOf, type TableReader } from '@/lib/domain/table-text'

/** The columns of a table with what they mean, as somebody said or as we guess, and their first cells; or why it is no table. */
export async function loadTableHead(
  { db, actor }: Pick<Desk<PrismaClient>, 'db' | 'actor'>,
  importId: string,
  recordsOf: TableReader,
  /** Of a workbook: the sheet somebody looks at, when it is not the one that was chosen. */
  look?: string,
): Promise<{ columns: TableColumn[]; samples: string[][]; sheet: string | null } | TableFault> {
  permit(actor, 'claim:add')
  const table = await tableImportById(db, importId)
  if (!table || table.state === 'receiving') throw new Fault('not_found', 'imported table')
  mustBeTable(table)
  // The bytes of what is over are gone.
  if (table.state !== 'received' && table.state !== 'compared')
    throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: table.state } })
  try {
    const sheet = table.format === 'xlsx' ? (look ?? table.sheet) : null
    const { names, samples } = await headOf(recordsOf(table.format, sheet)(tableBytes(db, importId)))
    // What was said of the columns was said of the sheet that was chosen.
    const known = sheet === table.sheet ? table.columns : null
    return { columns: known ?? columnsOf(names), samples, sheet }
  } catch (error) {
    if (error instanceof TableFault) return error
    throw error
  }
}
