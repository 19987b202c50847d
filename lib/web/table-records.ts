import 'server-only'
import type { TableFormat } from '@/lib/domain/table-import'
import { type TableReader, textRecords } from '@/lib/domain/table-text'
import { workbookRecords, workbookSheets } from './workbook-rows'

/** How the bytes of a table are read: one sheet of a workbook, or a text. Pasted cells are text separated by tabs. */
export const tableRecords: TableReader = (format, sheet) =>
  format === 'xlsx' ? (bytes) => workbookRecords(bytes, sheet) : textRecords

/** The sheets of a workbook, in their order; a text has none. */
export const tableSheets = (format: TableFormat, bytes: AsyncIterable<Uint8Array>): Promise<string[]> =>
  format === 'xlsx' ? workbookSheets(bytes) : Promise.resolve([])
