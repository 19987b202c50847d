import 'server-only'
import { promises, Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { CellFault } from '@/lib/domain/table-columns'
import { poolOf } from './db'

/** A row as it is laid beside ours: its cells in the order of the columns, and what is wrong with it by itself. */
export type StagedRow = {
  row: number
  line: number
  cells: readonly string[]
  faults: readonly CellFault[]
  slug: string
}
/** A connection in a transaction that may take as long as a table is long. */
export type Staging = pg.PoolClient

/**
 * One transaction on a connection of its own, with room for rows that are thrown away at its end. Whoever is killed in it
 * leaves nothing behind.
 */
export async function inStaging<T>(actor: string, work: (staging: Staging) => Promise<T>): Promise<T> {
  const client = await poolOf('app_rw').connect()
  let isSound = false
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    await client.query(`select set_config('recoupe.actor', $1, true)`, [actor])
    const made = await work(client)
    await client.query('commit')
    isSound = true
    return made
  } catch (error) {
    isSound = await client.query('rollback').then(
      () => true,
      () => false,
    )
    throw error
  } finally {
    client.release(!isSound)
  }
}

/** Copies the rows into a table of this transaction; as many as there are, and no more in memory than a part. */
export async function stageRows(staging: Staging, rows: AsyncIterable<readonly StagedRow[]>): Promise<number> {
  await staging.query(
    'create temp table theirs (row integer not null, line integer not null, cells text[] not null, faults jsonb, slug text not null) on commit drop',
  )
  let count = 0
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const some of rows) {
      count += some.length
      if (some.length > 0) yield Buffer.from(some.map(lineOf).join(''))
    }
  }
  const copy = staging.query(copyFrom('copy theirs from stdin'))
  await promises.pipeline(Readable.from(lines(), { objectMode: false }), copy)
  await staging.query('create index on theirs (row)')
  await staging.query('analyze theirs')
  return count
}

/** A row in the text form of COPY. */
function lineOf({ row, line, cells, faults, slug }: StagedRow): string {
  const list = `{${cells.map((cell) => `"${cell.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
  const wrong = faults.length === 0 ? '\\N' : escaped(JSON.stringify(faults))
  return `${row}\t${line}\t${escaped(list)}\t${wrong}\t${slug}\n`
}
const MARKS: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (it) => MARKS[it] ?? it)
