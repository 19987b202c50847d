import 'server-only'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Fault } from '@/lib/domain/fault'
import { env } from '@/lib/env'
import { type DatabaseRole, poolOf } from './db'

/** A query whose columns are found by name, the order of its rows (as `it`), and the columns that are numbers. */
export type ExportQuery = { text: string; order: string; numbers?: readonly string[] }
/** `isForSpreadsheet`: every field between quotation marks, and none that a spreadsheet would run as a formula. */
export type RecordForm = { delimiter: ',' | ';'; isForSpreadsheet: boolean }
export type RecordRequest = {
  role: DatabaseRole
  query: ExportQuery
  columns: readonly string[]
  form: RecordForm
  signal: AbortSignal
}

/** How long an export may take, however slow its reader. A stranger may hold a connection for less. */
const SECONDS: Record<DatabaseRole, number> = { app_rw: 900, app_public: 120 }
/** Exports under way per role: a pool full of slow downloads would leave none for the pages. */
const AT_ONCE = 3

/** What a formula may hide behind: spaces, invisible characters and quotation marks. */
const VEIL = String.raw`\s\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f-\u2064\u3000\ufeff"'‘’“”«»`
/**
 * A cell that a spreadsheet might run (trust.md H1). What it matches gets an apostrophe in front; an apostrophe is itself a veil,
 * so that taking one away wherever the rest matches gives back every value.
 */
const FORMULA = String.raw`^[${VEIL}]*[=+@\t\r\n＝＋－＠-]`

/** No letter and no digit comes first: the regular expression, which is slower, need not look at the others. */
const opensOddly = (cell: string): string =>
  `ascii(${cell}) not between 48 and 57 and ascii(${cell}) not between 65 and 122`

/** `COPY` of the named columns, in their order: verbatim, or made safe for a spreadsheet, in PostgreSQL itself. Sorted within, so that cells are made as they are sent. */
export function copyText(
  { text, order, numbers = [] }: ExportQuery,
  columns: readonly string[],
  form: RecordForm,
): string {
  const cells = columns.map((name) => {
    const cell = `it.${pg.escapeIdentifier(name)}`
    if (!form.isForSpreadsheet) return cell
    // NULL is never quoted, whatever FORCE_QUOTE says.
    if (numbers.includes(name)) return `coalesce(${cell}::text, '')`
    return `case when ${opensOddly(cell)} and ${cell} ~ ${pg.escapeLiteral(FORMULA)} then '''' else '' end || coalesce(${cell}, '')`
  })
  const quoting = form.isForSpreadsheet ? ', FORCE_QUOTE *' : ''
  return `COPY (select ${cells.join(', ')} from (select * from (${text}) it order by ${order}) it) TO STDOUT (FORMAT csv, DELIMITER ${pg.escapeLiteral(form.delimiter)}${quoting}, ENCODING 'UTF8')`
}

/**
 * How the statement of an export is planned: whole tables beside each other, never one looked through for each row of another.
 * Of what a stranger may see PostgreSQL expects a handful of rows, whatever there is, and would take the second way, whose
 * time grows with the square of the archive.
 */
export const PLANNED = 'set local jit = off; set local enable_nestloop = off'

/** Counted on globalThis, like the pools they protect. */
const kept = globalThis as typeof globalThis & { __recoupeExports?: Map<DatabaseRole, number> }

function enter(role: DatabaseRole): () => void {
  kept.__recoupeExports ??= new Map()
  const counts = kept.__recoupeExports
  const most = Math.max(1, Math.min(AT_ONCE, env().RECOUPE_POOL_SIZE - 1))
  const before = counts.get(role) ?? 0
  if (before >= most) throw new Fault('too_many', `${before} exports under way as ${role}`)
  counts.set(role, before + 1)
  return () => counts.set(role, (counts.get(role) ?? 1) - 1)
}

/** What pg knows of a connection and its types do not say. */
type Wire = { processID: number; secretKey: number; host: string; port: number }
type Canceller = { connect(port: number | string, host?: string): void; cancel(processID: number, key: number): void }

/** Asks the server to give up what this connection is doing: closing the socket alone would let a long sort go on. */
function cancel(client: pg.PoolClient): void {
  const { processID, secretKey, host, port } = client as unknown as Wire
  const wire = new pg.Connection()
  const canceller = wire as unknown as Canceller
  wire.on('error', () => wire.removeAllListeners('connect')) // the socket is closed all the same
  wire.on('connect', () => canceller.cancel(processID, secretKey))
  if (host.startsWith('/')) canceller.connect(`${host}/.s.PGSQL.${port}`)
  else canceller.connect(port, host)
}

/** The stream ends a little before the connection may be asked again; one that is lost will say so when it is. */
const idleAgain = (client: pg.PoolClient): Promise<void> =>
  new Promise((resolve) => {
    const events = ['drain', 'end', 'error'] as const
    const done = (): void => {
      for (const event of events) client.off(event as 'drain', done)
      resolve()
    }
    for (const event of events) client.on(event as 'drain', done)
  })

/**
 * The records as PostgreSQL writes them (RFC 4180 but for LF at the end of a record), as of one moment, as fast as they are
 * taken. An error, an abort or too slow a reader throws at the next record; the connection is given up at once, whoever waits for
 * whom, and never handed to the next.
 */
export async function* copyRecords({ role, query, columns, form, signal }: RecordRequest): AsyncGenerator<Uint8Array> {
  const leave = enter(role)
  const client = await poolOf(role)
    .connect()
    .catch((error: unknown) => {
      leave()
      throw error
    })
  const copy = copyTo(copyText(query, columns, form))
  let isFree = false
  const free = (isWhole: boolean): void => {
    if (isFree) return
    isFree = true
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    if (isWhole) client.off('error', ignore)
    client.release(!isWhole)
    leave()
  }
  const stop = (): void => {
    cancel(client)
    copy.destroy(new Error('the export was given up'))
    free(false)
  }
  // Whoever iterates hears of a failure; these keep one that comes after from stopping the process.
  const ignore = (): void => undefined
  copy.on('error', ignore)
  client.on('error', ignore)
  // The server's own timeout does not reach a query that waits for a reader to take what it has.
  const timer = setTimeout(stop, SECONDS[role] * 1_000).unref()
  try {
    signal.throwIfAborted()
    signal.addEventListener('abort', stop, { once: true })
    await client.query(
      `begin isolation level repeatable read read only; set local statement_timeout = ${SECONDS[role] * 1_000}; ${PLANNED}`,
    )
    const isIdle = idleAgain(client)
    client.query(copy)
    for await (const chunk of copy) yield chunk as Uint8Array
    await isIdle
    await client.query('commit')
    free(true)
  } finally {
    free(false)
  }
}
