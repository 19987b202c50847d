import 'server-only'
import type { TableFormat } from '@/lib/domain/table-import'
import { type RecordsOf, textRecords } from '@/lib/domain/table-text'

/** How the bytes of a table are read. */
export const tableRecords = (_format: TableFormat): RecordsOf => textRecords
