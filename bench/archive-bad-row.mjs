/**
 * One bad value near the end of a file of a million rows: does the message name it, has nothing changed, is every connection fit
 * for the next request? A CSV of claims with an event that is not there on its last line but one is imported into a throw-away
 * database that holds an archive already. Prints the message, whether every table but the working tables of the import has the
 * rows and the content it had, and what the connections do.
 *
 *   npm start   (once, then Ctrl-C)
 *   node --import ./bin/typescript.mjs bench/archive-bad-row.mjs [--rows 1000000] [--archive 1000]
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { syntheticClaims } from './suggest/synthetic-claims'
import { anImporter, beTheProgram, inThrowaway } from './throwaway.mjs'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, archive: { type: 'string', default: '1000' } },
})
const [rows, archive] = [Number(values.rows), Number(values.archive)]
/** The head of the file is line 1: of a million lines this is the 999,999th. */
const BAD_LINE = rows - 1
const BAD_VALUE = 'siège inconnu'
/** Where an import keeps what it found until somebody has read it. */
const WORKING = ['table_imports', 'table_chunks', 'table_rows', 'table_changes', 'table_problems', 'table_quotes']

/** A file of claims with `lines` lines, its head included; `badLine` names an event that is not there. */
async function csvOf(file, lines, badLine) {
  const cell = (it) => `"${it.replaceAll('"', '""')}"`
  function* all() {
    yield 'key,statement_fr,event\r\n'
    let line = 1
    for (const { fr } of syntheticClaims(lines - 1)) {
      line++
      yield `K${line},${cell(`${fr} (${line})`)},${line === badLine ? BAD_VALUE : ''}\r\n`
    }
  }
  await pipeline(Readable.from(all()), createWriteStream(file))
}

/** Rows and a hash of the content of every table but the working ones. */
async function contents(client) {
  const { rows: tables } = await client.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1`,
    [WORKING],
  )
  const found = {}
  for (const { name } of tables) {
    const { rows: said } = await client.query(
      `select count(*)::text || ' ' || coalesce(sum(hashtextextended(it::text, 0)::numeric), 0)::text as said from "${name}" it`,
    )
    found[name] = said[0].said
  }
  return found
}

const folder = mkdtempSync(join(tmpdir(), 'recoupe-bench-'))
try {
  await inThrowaway(async (client, databaseUrl) => {
    beTheProgram(databaseUrl)
    const who = await anImporter(client)
    const { importTable } = await import('../bin/parts/import-table')
    const { closeDb, deskDb } = await import('@/lib/data/db')
    const take = async (name, lines, badLine) => {
      await csvOf(join(folder, name), lines, badLine)
      const given = { path: join(folder, name), name, kind: 'text', columns: undefined, base: undefined }
      const how = { as: who, isDryRun: false, leavesOut: false, takesTheirs: false, lang: 'en' }
      return importTable({ ...given, ...how, sender: name })
    }
    await take('archive.csv', archive + 1, 0)
    const before = await contents(client)
    const from = performance.now()
    const { report, isStopped, isWritten } = await take('bad.csv', rows, BAD_LINE)
    console.log(`${rows} lines read and refused in ${((performance.now() - from) / 1000).toFixed(1)} s`)
    for (const { row, column, code, message } of report.problems)
      console.log(JSON.stringify({ row, column, code, message }))
    console.log(JSON.stringify({ isStopped, isWritten, read: report.read, rejected: report.rejected }))
    const after = await contents(client)
    const other = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
    console.log(
      `${Object.keys(after).length} tables, different from before: ${other.length === 0 ? 'none' : other.join(', ')}`,
    )
    const asked = await Promise.all(
      Array.from(
        { length: 100 },
        (_, i) =>
          deskDb()
            .$queryRaw`select ${i}::int as i, pg_backend_pid() as pid, pg_current_xact_id_if_assigned()::text as open`,
      ),
    )
    const pids = new Set(asked.map(([it]) => it.pid))
    console.log(
      `${asked.length} questions at once answered by ${pids.size} connections, ${asked.filter(([it]) => it.open !== null).length} in a transaction that writes`,
    )
    const { rows: states } = await client.query(
      `select coalesce(state, 'none') as state, count(*)::int as n from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' group by 1 order by 1`,
    )
    console.log(`connections: ${states.map(({ state, n }) => `${n} ${state}`).join(', ')}`)
    const { rows: locks } = await client.query(
      `select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and pid <> pg_backend_pid()`,
    )
    console.log(`locks held by them: ${locks[0].n}`)
    const [problem] = report.problems
    const isAsPromised =
      isStopped &&
      !isWritten &&
      report.problems.length === 1 &&
      problem?.row === BAD_LINE &&
      other.length === 0 &&
      problem.message.includes(BAD_VALUE) &&
      states.every(({ state }) => state === 'idle') &&
      locks[0].n === 0
    console.log(isAsPromised ? 'as promised' : 'NOT AS PROMISED')
    if (!isAsPromised) process.exitCode = 1
    await closeDb()
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
