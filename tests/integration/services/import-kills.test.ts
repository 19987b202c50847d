import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { confirmTable } from '@/lib/services/confirm-table'
import { prepareTable } from '@/lib/services/prepare-table'
import { receiveTable } from '@/lib/services/receive-table'
import { runNextJob } from '@/lib/services/run-next-job'
import { tableRecords } from '@/lib/web/table-records'
import { tableWork } from '@/lib/web/table-work'
import { aPerson, deskOf } from '@/tests/support/factories'
import { databaseUrl } from '@/tests/support/postgres'
import { parts } from '@/tests/support/tables'
import { TYPESCRIPT } from '../../../bin/parts/first-time.mjs'

const db = deskDb()
const folder = mkdtempSync(join(tmpdir(), 'recoupe-kills-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ROWS = 500
/** A column that is left out: the bytes come in a dozen parts, and progress is told after each. */
const FILLER = 'x'.repeat(6_000)
const fileOf = (word: string) =>
  `key,statement_fr,remarks\n${Array.from({ length: ROWS }, (_, i) => `${word}-${i},Le fait ${word} numéro ${i} est su,${FILLER}`).join('\n')}\n`

/** A program of ours, killed as soon as `isTime` says so. Resolves when it is gone, with what it was ended by. */
async function killed(args: string[], env: Record<string, string>, isTime: () => Promise<boolean>) {
  const child = spawn(process.execPath, [...TYPESCRIPT, ...args], { env: { ...process.env, ...env }, stdio: 'ignore' })
  const gone = once(child, 'exit')
  while (child.exitCode === null && !(await isTime())) await pause(2)
  child.kill('SIGKILL')
  const [, signal] = await gone
  return signal as string | null
}
/** How many claims were given a name so far, also by a transaction that is not over. */
const named = async (ask: (sql: string) => Promise<{ n: bigint | string }[]>) =>
  Number((await ask('select case when is_called then last_value else 0 end as n from claim_refs'))[0]?.n)

/** What is left of a row when nothing is left of which, when and under what name. */
const plain = (row: string) =>
  row
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.]*(?:\+[\d:]+)?/g, 'TIME')
    .replace(/"C\d+"|'c\d+'/g, 'REF')
    .replace(
      /"(?:hash|prev_hash|actor_salt|payload_salt|actor_sha256|payload_sha256|salt|seq|id)": ?(?:"[^"]*"|\d+)/g,
      'PLACE',
    )

test('a worker killed at 10, 50 and 90 % of comparing, and of writing, leaves what another finishes to the same end', async () => {
  const actor = await aPerson()
  const finish = async () => {
    // The lease of whoever was killed runs out.
    await db.$executeRaw`update jobs set locked_until = clock_timestamp() - interval '1 second' where state = 'running'`
    while ((await runNextJob(db, 'this test', { import_table: tableWork })) !== null);
  }
  const ask = (sql: string) => db.$queryRawUnsafe<{ n: bigint }[]>(sql)
  const worker = (isTime: () => Promise<boolean>) => killed(['bin/jobs.ts', 'run'], {}, isTime)
  const importOf = async (word: string, percent: number | null) => {
    const desk = await deskOf(actor)
    const { id } = await receiveTable(desk, { name: 'x.csv', format: 'csv' }, parts(fileOf(word), 262_144))
    const { jobId } = await prepareTable(desk, { importId: id, sender: word }, tableRecords)
    const job = () => db.job.findUniqueOrThrow({ where: { id: jobId ?? '' } })
    if (percent !== null) {
      const isTime = async () => {
        const { progress, total } = await job()
        return total !== null && progress >= (total * percent) / 100
      }
      expect(await worker(isTime)).toBe('SIGKILL')
      expect(await job()).toMatchObject({ state: 'running' })
    }
    await finish()
    const compared = await db.tableImport.findUniqueOrThrow({ where: { id } })
    expect(compared).toMatchObject({ state: 'compared', added: ROWS })
    const before = await named(ask)
    await confirmTable(await deskOf(actor), { importId: id, version: compared.version })
    if (percent !== null) {
      expect(await worker(async () => (await named(ask)) - before >= (ROWS * percent) / 100)).toBe('SIGKILL')
      expect(await db.claim.count({ where: { statementFr: { startsWith: `Le fait ${word} ` } } })).toBe(0)
    }
    await finish()
    return contentsOf(id, word)
  }
  const undisturbed = await importOf('mot00', null)
  expect(undisturbed.claims).toHaveLength(ROWS)
  for (const percent of [10, 50, 90]) expect(await importOf(`mot${percent}`, percent)).toEqual(undisturbed)
})

/** What an import left in the record, its own word, ids and times aside. */
async function contentsOf(id: string, word: string): Promise<Record<string, string[]>> {
  const its = 'select claim_id from table_rows where import_id = $1::uuid'
  const found: Record<string, string[]> = {}
  for (const [name, where] of [
    ['claims', `id in (${its})`],
    ['occurrences', `claim_id in (${its})`],
    ['revisions', `entity = 'claims' and entity_id in (${its})`],
    ['import_keys', 'import_id = $1::uuid'],
    ['imports', 'id = $1::uuid'],
    ['table_imports', 'id = $1::uuid'],
    ['table_chunks', 'import_id = $1::uuid'],
    ['audit_log', `entity_id = $1 or entity_id in (select claim_id::text from table_rows where import_id = $1::uuid)`],
  ] as const) {
    const rows = await db.$queryRawUnsafe<{ it: string }[]>(
      `select to_jsonb(t)::text as it from ${name} t where ${where}`,
      id,
    )
    found[name] = rows
      .map(({ it }) =>
        plain(it)
          .replaceAll(word, 'WORD')
          .replace(/[0-9a-f]{64}/g, 'SHA256'),
      )
      .sort()
  }
  return found
}

test('`recoupe import` killed at 10, 50 and 90 % of its rows and begun again leaves what an undisturbed run leaves', async () => {
  const file = join(folder, 'claims.csv')
  writeFileSync(file, fileOf('ligne'))
  const admin = new pg.Client({ connectionString: inject('serverUrl') })
  await admin.connect()
  const left = async (percent: number | null): Promise<Record<string, string[]>> => {
    const name = `${inject('templateName')}_kill_${percent ?? 'never'}`
    await admin.query('select pg_advisory_lock(7301)')
    await admin.query(`create database ${name} template ${inject('templateName')}`)
    await admin.query('select pg_advisory_unlock(7301)')
    const url = databaseUrl(inject('serverUrl'), name)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const who = `insert into users (id, email, name, role, locale) values (gen_random_uuid(), 'awa@example.org', 'Awa', 'admin', 'fr')`
    await client.query(who)
    const program = ['bin/import.ts', file, '--json']
    const env = { DATABASE_URL: url }
    const ask = async (sql: string) => (await client.query(sql)).rows
    if (percent !== null) {
      const isTime = async () => (await named(ask)) >= (ROWS * percent) / 100
      expect(await killed(program, env, isTime)).toBe('SIGKILL')
      expect(await ask('select count(*)::int as n from claims')).toEqual([{ n: 0 }])
    }
    expect(await killed(program, env, async () => false)).toBe(null)
    const tables = await ask(
      `select tablename as n from pg_tables where schemaname = 'public' and tablename not like 'table\\_%' order by 1`,
    )
    const found: Record<string, string[]> = {}
    for (const { n } of tables) {
      const rows = await client.query<{ it: string }>(`select to_jsonb(t)::text as it from "${n}" t`)
      found[n] = rows.rows.map(({ it }) => plain(it)).sort()
    }
    await client.end()
    return found
  }
  const [undisturbed, ...others] = await Promise.all([null, 10, 50, 90].map(left))
  await admin.end()
  expect(undisturbed?.claims).toHaveLength(ROWS)
  for (const it of others) expect(it).toEqual(undisturbed)
})
