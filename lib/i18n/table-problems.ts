import type { ChangedField, RowFault, TableField } from '@/lib/domain/table-columns'
import type { TableFaultCode } from '@/lib/domain/table-file'
import type { LeftChange } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { tableProblemsEn } from './table-problems.en'
import { tableProblemsFr } from './table-problems.fr'

type Told = Readonly<Record<string, string | number>>
/** Where a cell is changed that is not changed in a table. */
export type ChangedElsewhere = Exclude<TableField, ChangedField | 'claim_id' | 'claim_slug' | 'occurrence_id' | 'key'>
/** What is said of a table that does not go in as it is, and how to mend it. */
export type TableProblemWords = {
  place: (row: number, column: string | null) => string
  /** The line of the file, where it is not the row of the spreadsheet. */
  line: (line: number) => string
  found: (value: string) => string
  row: Record<RowFault, (told: Told) => string>
  elsewhere: Record<ChangedElsewhere, string>
  file: Record<TableFaultCode, (told: Told, line: number) => string>
  /** Both sides changed the cell. */
  conflict: (it: { base: string | null; ours: string | null; theirs: string }) => string
  left: (it: LeftChange) => string
}

export const tableProblemWords = (language: Language): TableProblemWords =>
  language === 'fr' ? tableProblemsFr : tableProblemsEn
