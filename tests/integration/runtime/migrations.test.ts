import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { checksumOf, drift, migrate } from '../../../bin/migrations.mjs'
import { migrationsOnDisk } from '../../../bin/parts/schema-engine.mjs'
import { databaseUrl } from '../../support/postgres'

const admin = new pg.Client({ connectionString: inject('serverUrl') })
const made: string[] = []
const onDisk: { name: string; sql: string }[] = migrationsOnDisk()
const names = onDisk.map(({ name }) => name)

beforeAll(() => admin.connect())
afterAll(async () => {
  for (const name of made) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await admin.query('DROP ROLE IF EXISTS recoupe_limited')
  await admin.end()
})

/** A new, empty database. */
async function empty(owner?: string): Promise<string> {
  const name = `recoupe_empty_${randomBytes(4).toString('hex')}`
  made.push(name)
  await admin.query(`CREATE DATABASE ${name}${owner ? ` OWNER ${owner}` : ''}`)
  return databaseUrl(inject('serverUrl'), name)
}

async function rowsOf(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const ledger = (url: string) =>
  rowsOf(
    url,
    `SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at IS NOT NULL AS is_finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )

test('an empty database gets every migration, written down as Prisma does', async () => {
  const url = await empty()
  expect(await migrate(url)).toEqual({ applied: names, total: names.length })
  expect(await ledger(url)).toEqual(
    onDisk.map(({ name, sql }) => ({ name, checksum: checksumOf(sql), steps: 1, is_finished: true })),
  )
  expect(await migrate(url)).toEqual({ applied: [], total: names.length })
})

test('two starts at once apply each migration once', async () => {
  const url = await empty()
  const [one, other] = await Promise.all([migrate(url), migrate(url)])
  expect([...one.applied, ...other.applied]).toEqual(names)
  expect(await ledger(url)).toHaveLength(names.length)
})

test('a migration that was cut off is applied again at the next start', async () => {
  const url = await empty()
  await migrate(url)
  // As if the machine had lost its power within the last one: nothing of it kept, its row unfinished.
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await client.end()
  const ledgerOnly = `CREATE TABLE "_prisma_migrations" (id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL,
    finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`
  await rowsOf(url, ledgerOnly)
  await rowsOf(
    url,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('cut', '${checksumOf(onDisk[0]?.sql)}', '${names[0]}')`,
  )
  expect(await migrate(url)).toEqual({ applied: names, total: names.length })
  expect(await ledger(url)).toHaveLength(names.length)
})

test('a user without the needed rights is told which, and may try again once they are given', async () => {
  await admin.query(`CREATE ROLE recoupe_limited LOGIN PASSWORD 'limited'`)
  const address = new URL(await empty('recoupe_limited'))
  const asOwner = address.href
  address.username = 'recoupe_limited'
  address.password = 'limited'
  await expect(migrate(address.href)).rejects.toMatchObject({ nextStep: expect.stringContaining('CREATEROLE') })
  await admin.query('ALTER ROLE recoupe_limited SUPERUSER')
  expect((await migrate(address.href)).applied.at(-1)).toBe(names.at(-1))
  expect((await ledger(asOwner)).every((row) => row.is_finished)).toBe(true)
  await admin.query(`DROP DATABASE ${address.pathname.slice(1)} WITH (FORCE)`)
})

test('the migrations make what the models describe, and nothing else', async () => {
  const url = await empty()
  expect(await drift(url)).toBe('')
  await rowsOf(url, 'CREATE TABLE somebody_s ()')
  await expect(drift(url)).rejects.toThrow('not empty')
  expect(await rowsOf(url, `SELECT to_regclass('somebody_s')::text AS is_there`)).toEqual([{ is_there: 'somebody_s' }])
})
