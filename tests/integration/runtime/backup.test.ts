import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { backupCommand } from '../../../bin/backup.mjs'
import { restoreCommand } from '../../../bin/restore.mjs'
import { databaseUrl } from '../../support/postgres'
import '../../support/with-sample'

const folder = mkdtempSync(join(tmpdir(), 'recoupe-backup-'))
const file = join(folder, 'lundi é.tar')
const source = process.env.DATABASE_URL ?? ''
const admin = new pg.Client({ connectionString: inject('serverUrl') })
const made: string[] = []

beforeAll(async () => {
  await admin.connect()
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await backupCommand(file, {})
}, 90_000)
beforeEach(async () => {
  const name = `recoupe_restored_${randomBytes(4).toString('hex')}`
  made.push(name)
  await admin.query(`CREATE DATABASE ${name}`)
  process.env.DATABASE_URL = databaseUrl(inject('serverUrl'), name)
})
afterEach(() => {
  process.env.DATABASE_URL = source
})
afterAll(async () => {
  for (const name of made) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await admin.end()
  rmSync(folder, { recursive: true, force: true })
})

/** What an archive says it holds. */
const manifestOf = (path: string) => {
  const text = readFileSync(path, 'latin1')
  return JSON.parse(text.slice(text.lastIndexOf('{\n "format"'), text.lastIndexOf('}\n') + 1))
}
const claims = async (): Promise<number | null> => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    return (await client.query('SELECT count(*)::int AS n FROM claims')).rows[0].n
  } finally {
    await client.end()
  }
}

test('what is restored is what was backed up, table by table, to the byte', async () => {
  expect(await restoreCommand(file, {})).toBe(0)
  const again = join(folder, 'again.tar')
  expect(await backupCommand(again, {})).toBe(0)
  const tables = manifestOf(file).tables
  expect(tables.find((table: { name: string }) => table.name === 'claims').rows).toBe(49)
  expect(manifestOf(again).tables).toEqual(tables)
})

test('a database that is not empty is left alone, unless it is said to be replaced', async () => {
  await restoreCommand(file, {})
  await expect(restoreCommand(file, {})).rejects.toThrow('not empty')
  expect(await restoreCommand(file, { mayReplace: true })).toBe(0)
  expect(await claims()).toBe(49)
})

test('a damaged backup is noticed, and nothing of it is kept', async () => {
  const bytes = readFileSync(file)
  const at = bytes.indexOf('Konna')
  bytes.write('Kanna', at)
  const damaged = join(folder, 'damaged.tar')
  writeFileSync(damaged, bytes)
  await expect(restoreCommand(damaged, {})).rejects.toMatchObject({ code: 'damaged' })
  expect(await claims()).toBe(0)
})

test('a backup that was cut is not taken for a whole one', async () => {
  const cut = join(folder, 'cut.tar')
  writeFileSync(cut, readFileSync(file))
  truncateSync(cut, 20_000)
  await expect(restoreCommand(cut, {})).rejects.toThrow('not a whole backup')
})

test('a file that is there is not written over without being asked', async () => {
  await expect(backupCommand(file, {})).rejects.toThrow('is there already')
})
