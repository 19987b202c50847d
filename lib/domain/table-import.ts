import { invalid } from './fault'
import type { ReviewOutcome } from './review-outcome'
import type { ChangedField, RowFault, TableColumn, TableField } from './table-columns'
import type { TableFaultCode } from './table-file'
import type { HopRole, HopScope } from './vocabulary'

/** What a table can come as: text with separators, a workbook, or cells that were pasted. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'cells'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]
/** What the page of imports takes in: tables of claims, and ClaimReviews others published. */
export const FILE_FORMATS = [...TABLE_FORMATS, 'claimreview'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]
/**
 * Where an import stands. `receiving`: its bytes are not all here. `received`: they are. `compared`: what it would do is
 * known. `written`, `undone`, `cancelled`: it is over. `cut_short`: over too, as its bytes did not all come.
 */
export const TABLE_STATES = [
  'receiving',
  'received',
  'compared',
  'written',
  'undone',
  'cancelled',
  'cut_short',
] as const
export type TableState = (typeof TABLE_STATES)[number]
/** States as they are kept: what was cut short is cancelled without a fingerprint, which every file that came whole has. */
export type KeptState = Exclude<TableState, 'cut_short'>
export const toldState = (state: KeptState, sha256: string | null): TableState =>
  state === 'cancelled' && sha256 === null ? 'cut_short' : state
/** What a worker does with a table. */
export const TABLE_STEPS = ['compare', 'write', 'undo'] as const
export type TableStep = (typeof TABLE_STEPS)[number]

/** Most bytes of one table: a million rows of claims with both statements are about 400 MB. */
export const MAX_TABLE_BYTES = 1_073_741_824
/** Most bytes of a file of ClaimReviews, which is held in memory: Google's whole data set of April 2019 is 13 MB. */
export const MAX_REVIEW_BYTES = 67_108_864
/** Most bytes of a workbook: it is a ZIP, which cannot be read before its end has arrived. */
export const MAX_WORKBOOK_BYTES = 67_108_864
/** How many bytes are kept together. */
export const CHUNK_BYTES = 262_144

export type TableCounts = Record<'read' | 'added' | 'changed' | 'unchanged' | 'rejected' | 'conflicts', number>
/** An import as it is kept. */
export type TableImport = TableCounts & {
  id: string
  name: string
  format: FileFormat
  sender: string
  state: TableState
  bytes: number
  sha256: string | null
  /** Of a workbook: which sheet is read; null is the first. */
  sheet: string | null
  columns: TableColumn[] | null
  baseAt: Date | null
  leavesOut: boolean
  /** Whether sources a chain names and nobody knows are added. */
  addsSources: boolean
  movedOn: boolean
  jobId: string | null
  undone: number | null
  left: LeftChange[] | null
  /** What a file of ClaimReviews would do, or did; null for a table. */
  reviews: ReviewOutcome | null
  createdById: string
  createdBy: string
  createdAt: Date
  finishedAt: Date | null
  /** Counts its states, so that each comparison has its own. */
  version: number
}

/** A cell that differs from ours. */
export type TableChange = {
  row: number
  field: ChangedField
  ref: string
  before: string | null
  base: string | null
  after: string
  isConflict: boolean
  takesTheirs: boolean
}
/** Where a cell stands in the order of the file. */
export type CellPlace = Pick<TableChange, 'row' | 'field'>
/** A link of the chain of a new passage, and whether its source is added with the table. */
export type TableHop = { source: string; role: HopRole; scope: HopScope; isNew: boolean }
/** A claim that is new, or a passage; what it is called here, once it is written. */
export type TableAddition = {
  row: number
  statementFr: string | null
  statementEn: string | null
  exact: string | null
  /** Who says the passage, and through whom; empty without one. */
  chain: TableHop[]
  ref: string | null
  slug: string | null
}
/** What is wrong with a row, or with a cell of it. */
export type TableProblem = {
  row: number
  line: number
  column: string | null
  field: TableField | null
  code: RowFault | TableFaultCode
  value: string | null
  told: Record<string, string | number>
}
/** What an undo left as it is: somebody changed it since, or built on it. */
export const LEFT_REASONS = ['changed_since', 'built_on', 'published'] as const
export type LeftChange = {
  ref: string
  field: ChangedField | 'claim' | 'passage' | 'source'
  reason: (typeof LEFT_REASONS)[number]
}
/** How many of what was left are told one by one. */
export const MOST_LEFT = 200

/** May the working rows be written: everything is right, or a person said that refused rows are left out. */
export const mayBeWritten = (it: Pick<TableImport, 'state' | 'rejected' | 'added' | 'changed'>, leavesOut: boolean) =>
  it.state === 'compared' && (it.rejected === 0 || leavesOut)

/** Refuses what is done with tables alone to a file of reviews, and the other way round. */
export function mustBeTable<T extends { format: FileFormat }>(it: T): asserts it is T & { format: TableFormat } {
  if (it.format === 'claimreview')
    throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: 'claimreview' } })
}
export function mustBeReviews(it: { format: FileFormat }): void {
  if (it.format !== 'claimreview')
    throw invalid({ field: 'importId', reason: 'wrong_state', values: { state: it.format } })
}
