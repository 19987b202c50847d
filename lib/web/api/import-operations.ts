import 'server-only'
import { z } from 'zod'
import { readInput, uuid } from '@/lib/domain/input'
import { CHANGED_FIELDS } from '@/lib/domain/table-columns'
import { TableFault } from '@/lib/domain/table-file'
import { tableProblemWords } from '@/lib/i18n/table-problems'
import { problemSentence } from '@/lib/present/table-problem'
import { AskTableUndo, askTableUndo } from '@/lib/services/ask-table-undo'
import { ConfirmTable, confirmTable } from '@/lib/services/confirm-table'
import { loadTable } from '@/lib/services/load-table'
import { loadTableAdditions } from '@/lib/services/load-table-additions'
import { loadTableChanges } from '@/lib/services/load-table-changes'
import { loadTableHead } from '@/lib/services/load-table-head'
import { loadTableProblems } from '@/lib/services/load-table-problems'
import { loadTableSheets } from '@/lib/services/load-table-sheets'
import { loadTables } from '@/lib/services/load-tables'
import { PrepareTable, prepareTable } from '@/lib/services/prepare-table'
import { ReceiveTable, receiveTable } from '@/lib/services/receive-table'
import { StopTable, stopTable } from '@/lib/services/stop-table'
import { HttpRefusal } from '../problem'
import { refusedFile } from '../refused-file'
import { lookedAt } from '../table-bytes'
import { tableRecords, tableSheets } from '../table-records'
import { Addition, Column, ImportAnswer, told, WithJob } from './import-answers'
import { ID, type Operation, verb } from './operation'
import { cellCursor, rowCursor, tablePart } from './table-part'

const words = z.string().nullable()
const Queued = z.object({ jobId: z.guid().nullable().describe('Null: the same work waits already') })
const One = z.strictObject({ importId: uuid() })
const Head = One.extend({
  sheet: z.string().max(200).optional().describe('Of a workbook; else the one that was chosen, or the first'),
})
const example = { importId: ID }

/** What is no table at all is a refusal that says where and why. */
async function readable<T>(work: Promise<T | TableFault>): Promise<T> {
  const found = await work.catch((error: unknown) => {
    if (error instanceof TableFault) return error
    throw error
  })
  if (!(found instanceof TableFault)) return found
  const { code, told, line } = found
  const say = (lang: 'fr' | 'en') => tableProblemWords(lang).file[code](told === null ? {} : { found: told }, line ?? 1)
  throw new HttpRefusal(422, { fr: say('fr'), en: say('en') }, { code: 'invalid' })
}

/** A table from its bytes to its undo, as the wizard of the desk takes it in. */
export const IMPORT_OPERATIONS: Operation[] = [
  verb({
    id: 'receiveTable',
    path: '/imports',
    tag: 'imports',
    summary:
      'Send a table: CSV, TSV, XLSX, JSON Lines or W3C annotations, as the body. Cut short or changed on its way it is refused.',
    input: ReceiveTable.pick({ name: true }),
    answer: z.object({ id: z.guid(), sha256: z.string(), bytes: z.int() }),
    takesFile: [
      'text/csv',
      'text/tab-separated-values',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/x-ndjson',
      'application/ld+json',
      'application/octet-stream',
    ],
    example: { name: 'claims.csv' },
    place: ({ id }) => `/api/v1/imports/${id}`,
    async run(desk, { name }, { file }) {
      if (file === undefined) throw new Error('receiveTable is asked without a file')
      const { format, bytes } = await lookedAt(file.bytes)
      if (format === 'claimreview')
        throw new HttpRefusal(
          422,
          {
            fr: 'Ce sont des ClaimReviews, pas un tableau. Envoyez-les à POST /api/v1/review-imports.',
            en: 'These are ClaimReviews and no table. Send them to POST /api/v1/review-imports.',
          },
          { code: 'invalid' },
        )
      return receiveTable(desk, { name, format, declared: file.declared, digest: file.digest }, bytes)
    },
  }),
  verb({
    id: 'loadTables',
    method: 'GET',
    path: '/imports',
    tag: 'imports',
    summary: 'List the latest fifty imports of tables.',
    scope: 'read',
    input: z.strictObject({}),
    answer: z.object({ items: z.array(ImportAnswer), mayImport: z.boolean() }),
    example: {},
    run: async (desk) => {
      const { tables, mayImport } = await loadTables(desk)
      return { items: tables.map((it) => told(it, desk.actor?.id)), mayImport }
    },
  }),
  verb({
    id: 'loadTable',
    method: 'GET',
    path: '/imports/{importId}',
    tag: 'imports',
    summary: 'Read where an import stands: its state, its counts, how far the work on it is.',
    scope: 'read',
    input: One,
    answer: WithJob,
    example,
    async run(desk, raw) {
      const { table, job, mayUndo } = await loadTable(desk, readInput(One, raw).importId, 0)
      const { id, state, progress, total, secondsRun, error } = job ?? {}
      return {
        ...told(table, desk.actor?.id),
        ...{ mayUndo, job: job && { id, state, progress, total, secondsRun, error } },
      }
    },
  }),
  verb({
    id: 'loadTableHead',
    method: 'GET',
    path: '/imports/{importId}/columns',
    tag: 'imports',
    summary: 'Read its columns with what each means, as it was said or as we guess, its first rows, and its sheets.',
    scope: 'read',
    input: Head,
    answer: z.object({
      columns: z.array(Column),
      samples: z.array(z.array(z.string())),
      sheet: words,
      sheets: z.array(z.string()).describe('Of a workbook, in their order'),
    }),
    example,
    async run(desk, raw) {
      const { importId, sheet } = readInput(Head, raw)
      const head = await readable(loadTableHead(desk, importId, tableRecords, sheet))
      return { ...head, sheets: await loadTableSheets(desk, importId, tableSheets) }
    },
  }),
  verb({
    id: 'prepareTable',
    path: '/imports/{importId}/comparison',
    tag: 'imports',
    summary: 'Say what the columns mean and have the table compared with what we have. Nothing is written.',
    input: PrepareTable.omit({ isQueued: true }),
    answer: Queued,
    example: {
      ...example,
      columns: { Énoncé: 'statement_fr', Remarques: null },
      baseAt: '2026-11-25T14:30:00Z',
      addsSources: true,
    },
    run: (desk, input) => readable(prepareTable(desk, input, tableRecords)),
  }),
  tablePart({
    id: 'loadTableChanges',
    path: '/imports/{importId}/changes',
    summary: 'List the cells that differ from ours, with before and after; base is what we had when the file left us.',
    item: z.object({
      row: z.int(),
      key: z.string().describe('The reference of the claim'),
      field: z.enum(CHANGED_FIELDS),
      ...{ before: words, base: words, after: z.string() },
      isConflict: z.boolean().describe('Both sides changed it'),
      takesTheirs: z.boolean(),
    }),
    cursor: cellCursor,
    async run(desk, asked) {
      const { items, next } = await loadTableChanges(desk, asked)
      return { items: items.map(({ ref: key, ...it }) => ({ key, ...it })), next }
    },
  }),
  tablePart({
    id: 'loadTableAdditions',
    path: '/imports/{importId}/additions',
    summary: 'List the claims and passages it would add, or added, each with who says it and through whom.',
    item: Addition,
    cursor: rowCursor,
    run: (desk, asked) => loadTableAdditions(desk, asked),
  }),
  tablePart({
    id: 'loadTableProblems',
    path: '/imports/{importId}/problems',
    summary: 'List what is wrong with its rows, each in a sentence that says where, what and how to mend it.',
    item: z.object({ row: z.int(), line: z.int(), column: words, code: z.string(), value: words, message: z.string() }),
    cursor: rowCursor,
    async run(desk, asked, lang) {
      const { items, next } = await loadTableProblems(desk, asked)
      const said = items.map((it) => ({
        ...{ row: it.row, line: it.line, column: it.column, code: it.code, value: it.value },
        message: problemSentence(lang, it),
      }))
      return { items: said, next }
    },
  }),
  verb({
    id: 'refusedRows',
    method: 'GET',
    path: '/imports/{importId}/refused.csv',
    tag: 'imports',
    summary: 'Get the refused rows as CSV for a spreadsheet, each with the reason, to be mended and sent again.',
    scope: 'read',
    input: One,
    answer: z.string(),
    givesFile: 'text/csv',
    example,
    run: (desk, raw, { lang }) => refusedFile(desk, readInput(One, raw).importId, lang),
  }),
  verb({
    id: 'confirmTable',
    path: '/imports/{importId}/confirmation',
    tag: 'imports',
    summary: 'Say yes to the comparison you saw: it is written as a whole, unless something of it changed meanwhile.',
    input: ConfirmTable.omit({ isQueued: true }),
    guards: 'table_imports',
    answer: Queued,
    example: { ...example, leavesOut: true, theirs: [{ row: 42, field: 'statement_fr' }] },
    run: confirmTable,
  }),
  verb({
    id: 'stopTable',
    path: '/imports/{importId}/stop',
    tag: 'imports',
    summary: 'Stop the work under way, of which nothing is kept; or give the whole import up.',
    input: StopTable,
    answer: z.object({ isStopped: z.boolean().describe('Work was under way') }),
    example: { ...example, givesUp: true },
    run: stopTable,
  }),
  verb({
    id: 'askTableUndo',
    path: '/imports/{importId}/undo',
    tag: 'imports',
    summary: 'Take the whole import back: what nobody changed since or built on becomes what it was.',
    input: AskTableUndo,
    answer: Queued,
    example,
    run: askTableUndo,
  }),
]
