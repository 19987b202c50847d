import 'server-only'
import type { TableFormat } from '@/lib/domain/table-import'
import { type RecordsOf, textRecords } from '@/lib/domain/table-text'
import { workbookRecords } from './workbook-rows'

/** How the bytes of a table are read. Pasted cells are text separated by tabs. */
export const tableRecords = (format: TableFormat): RecordsOf => (format === 'xlsx' ? workbookRecords : textRecords)
