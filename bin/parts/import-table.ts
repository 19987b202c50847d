/** A table of claims from the command line: compared, shown, and written when nothing stands against it. */
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { deskDb } from '@/lib/data/db'
import { tableChanges, tableNewSources, tableProblems } from '@/lib/data/table-imports'
import type { Report } from '@/lib/domain/job'
import { TABLE_FIELDS, type TableField } from '@/lib/domain/table-columns'
import { TableFault } from '@/lib/domain/table-file'
import type { TableChange, TableFormat } from '@/lib/domain/table-import'
import type { Language } from '@/lib/domain/vocabulary'
import { tableProblemWords } from '@/lib/i18n/table-problems'
import { conflictSentence, problemSentence } from '@/lib/present/table-problem'
import { compareTable } from '@/lib/services/compare-table'
import { confirmTable } from '@/lib/services/confirm-table'
import { loadTable } from '@/lib/services/load-table'
import { prepareTable } from '@/lib/services/prepare-table'
import { receiveTable } from '@/lib/services/receive-table'
import { writeTable } from '@/lib/services/write-table'
import { scriptDesk } from '@/lib/web/script-desk'
import { tableRecords } from '@/lib/web/table-records'
import { ImportRefused } from './import-refused'
import { whoImports } from './who-imports'

export type TableOptions = {
  /** The path, or null for what comes in at the standard input. */
  path: string | null
  name: string
  kind: 'text' | 'lines' | 'workbook'
  columns: unknown
  base: string | undefined
  /** Of a workbook. */
  sheet?: string | undefined
  as: string | undefined
  sender: string | undefined
  isDryRun: boolean
  leavesOut: boolean
  takesTheirs: boolean
  addsSources: boolean
  lang: Language
}
/** Rows fetched at a time for the report. */
const PAGE = 10_000

/** Imports a table; answers what `recoupe import` prints, and whether it was written or would be. */
export async function importTable(given: TableOptions) {
  const db = deskDb()
  const actor = await whoImports(given.as)
  const columns = columnsIn(given.columns)
  const format: TableFormat = given.kind === 'workbook' ? 'xlsx' : 'csv'
  const desk = await scriptDesk(actor)
  const declared = given.path === null ? null : statSync(given.path).size
  const bytes = given.path === null ? process.stdin : createReadStream(given.path)
  const { id } = await receiveTable(desk, { name: basename(given.name), format, declared }, bytes)
  const baseAt = given.base === undefined ? null : momentOf(given.base)
  try {
    await prepareTable(
      desk,
      {
        importId: id,
        columns,
        baseAt,
        sheet: given.sheet ?? null,
        addsSources: given.addsSources,
        isQueued: false,
        ...(given.sender ? { sender: given.sender } : {}),
      },
      tableRecords,
    )
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    const told: Record<string, string> = error.told === null ? {} : { found: error.told }
    throw new ImportRefused(tableProblemWords(given.lang).file[error.code](told, error.line ?? 1), false)
  }
  const reading =
    given.lang === 'fr'
      ? progress('lecture', 'comparaison avec l’archive…')
      : progress('reading', 'comparing with the archive…')
  await compareTable(desk, { importId: id }, tableRecords, reading)
  const compared = await loadTable(desk, id, 1)
  if (compared.table.state !== 'compared')
    throw new ImportRefused(compared.problems.map((it) => problemSentence(given.lang, it)).join('\n'), false)
  const isStopped = compared.table.rejected > 0 && !given.leavesOut
  let isWritten = false
  if (!given.isDryRun && !isStopped) {
    await confirmTable(desk, {
      ...{ importId: id, version: compared.table.version, leavesOut: given.leavesOut, isQueued: false },
      theirs: given.takesTheirs ? 'all' : [],
    })
    const work = progress(given.lang === 'fr' ? 'écriture' : 'writing')
    isWritten = (await writeTable(await scriptDesk(actor), { importId: id, isQueued: false }, work)) === 'written'
    if (!isWritten) throw new ImportRefused('The archive changed in between; nothing was written. Run it again.', false)
  }
  const { table } = await loadTable(desk, id, 1)
  const { read, added, changed, unchanged, rejected } = table
  const changes = await all((last: TableChange | undefined) =>
    tableChanges(db, id, { take: PAGE, ...(last ? { after: last } : {}) }),
  )
  const problems = await all((last: { n: number } | undefined) => tableProblems(db, id, PAGE, last?.n))
  const isKept = (it: (typeof changes)[number]) => !it.isConflict || it.takesTheirs || given.takesTheirs
  const report = {
    ...{
      format: given.kind === 'lines' ? ('jsonl' as const) : ('csv' as const),
      read,
      added,
      changed,
      unchanged,
      absent: 0,
      rejected,
    },
    changes: changes.filter(isKept).map(({ ref: key, field, before, after }) => ({ key, field, before, after })),
    problems: [
      ...problems.map((it) => ({
        row: it.row,
        column: it.column,
        code: it.code as string,
        message: problemSentence(given.lang, it),
      })),
      ...changes
        .filter((it) => !isKept(it))
        .map((it) => ({
          row: it.row,
          column: it.field as string,
          code: 'both_changed',
          message: conflictSentence(given.lang, it),
        })),
    ].sort((a, b) => a.row - b.row),
  }
  const newSources = given.addsSources ? await tableNewSources(db, id, null) : []
  return {
    report: given.addsSources ? { ...report, sources: newSources } : report,
    newSources,
    isStopped,
    isWritten,
  }
}

/** All that is kept, a page after the other. */
async function all<T>(page: (last: T | undefined) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (;;) {
    const some = await page(found.at(-1))
    found.push(...some)
    if (some.length < PAGE) return found
  }
}

function columnsIn(map: unknown): Record<string, TableField | null> {
  if (map === undefined) return {}
  if (map === null || typeof map !== 'object' || Array.isArray(map))
    throw new ImportRefused('The map is not an object: {"their column": "our column"}.')
  for (const [name, field] of Object.entries(map))
    if (field !== null && !TABLE_FIELDS.includes(field as TableField))
      throw new ImportRefused(
        `“${name}” is given “${String(field)}”, which is no column here. Use one of: ${TABLE_FIELDS.join(', ')}.`,
      )
  return map as Record<string, TableField | null>
}

function momentOf(text: string): string {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()))
    throw new ImportRefused(`--base ${text} is no moment. Write 2026-11-25 or 2026-11-25T14:30:00Z.`)
  return at.toISOString()
}

/** A bar on a terminal that says rows, percent and time left, and at its end what comes then; a line now and then elsewhere. Never on the standard output. */
function progress(verb: string, then?: string): Report {
  const began = performance.now()
  let saidAt = Number.NEGATIVE_INFINITY
  let isEnded = false
  return async (done, total) => {
    const now = performance.now()
    const isLast = total !== null && done >= total
    const isBar = process.stderr.isTTY
    if (isEnded || (!isLast && now - saidAt < (isBar ? 100 : 5_000))) return
    saidAt = now
    isEnded = isLast
    const share = total ? done / total : 1
    const left = share > 0 ? Math.round(((now - began) / 1_000) * (1 / share - 1)) : null
    const said = `${verb}: ${done}${total === null ? '' : ` / ${total}`} (${Math.floor(share * 100)} %)${left ? `, ${left} s` : ''}`
    if (isBar)
      process.stderr.write(`\r[${'#'.repeat(Math.round(share * 20)).padEnd(20)}] ${said}\u001b[K${isLast ? '\n' : ''}`)
    else process.stderr.write(`${said}\n`)
    if (isLast && then) process.stderr.write(`${then}\n`)
  }
}
