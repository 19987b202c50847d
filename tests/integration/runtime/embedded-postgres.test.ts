import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '../../../bin/embedded-postgres.mjs'
import { readPidFile } from '../../../bin/parts/postmaster.mjs'

type Running = Awaited<ReturnType<typeof startPostgres>>
const MODULE = fileURLToPath(new URL('../../../bin/embedded-postgres.mjs', import.meta.url))
/** A path as people have them. */
let dataDir = ''
let running: Running | undefined

const start = async (): Promise<Running> => {
  running = await startPostgres({ dataDir })
  return running
}
const ask = async (url: string, sql: string): Promise<Record<string, unknown>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0] ?? {}
  } finally {
    await client.end()
  }
}
const postmaster = (it: Running): number => readPidFile(it.cluster)?.pid ?? 0

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'Recoupe à moi '))
  const { url } = await start()
  await ask(url, 'CREATE TABLE kept AS SELECT 1 AS n')
  await running?.stop()
})
afterEach(async () => {
  await running?.stop()
  running = undefined
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('speaks UTF-8 whatever the system speaks, checks its pages, and keeps what it acknowledges', async () => {
  const { url } = await start()
  expect(
    await ask(
      url,
      `SELECT current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale,
        current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync, 'Sévaré' AS text
        FROM pg_database WHERE datname = current_database()`,
    ),
  ).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', checksums: 'on', fsync: 'on', text: 'Sévaré' })
})

test('listens on this machine only, through no socket file, to one password only we can read', async () => {
  const { url } = await start()
  expect(
    await ask(
      url,
      `SELECT current_setting('listen_addresses') AS at, current_setting('unix_socket_directories') AS sockets`,
    ),
  ).toEqual({ at: '127.0.0.1', sockets: '' })
  const stranger = new URL(url)
  stranger.password = 'guessed'
  await expect(ask(stranger.href, 'SELECT')).rejects.toThrow('password authentication failed')
  if (process.platform !== 'win32')
    expect(statSync(join(dataDir, 'postgres-password')).mode.toString(8).slice(-3)).toBe('600')
})

test('stopped and started, it has the same data, on the same port', async () => {
  const first = await start()
  expect(first.attached).toBe(false)
  await first.stop()
  const second = await start()
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'SELECT n FROM kept')).toEqual({ n: 1 })
})

test('a second start joins the server that runs', async () => {
  const first = await start()
  const pid = postmaster(first)
  const second = await start()
  expect(second).toMatchObject({ attached: true, url: first.url })
  expect(postmaster(second)).toBe(pid)
})

test('a server that outlived a killed Recoupe is joined, not doubled', async () => {
  const url = await new Promise<string>((resolve, reject) => {
    const program = `import(process.argv[1]).then(async ({ startPostgres }) => {
      const { url } = await startPostgres({ dataDir: process.argv[2] }); console.log(url); setInterval(() => {}, 1e6) })`
    const child = spawn(process.execPath, ['-e', program, MODULE, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.setEncoding('utf8').once('data', (said: string) => {
      child.once('exit', () => resolve(said.trim()))
      child.kill('SIGKILL')
    })
    child.once('error', reject)
  })
  expect(await start()).toMatchObject({ attached: true, url })
})

test('a server that was killed recovers and has everything it acknowledged', async () => {
  const first = await start()
  await ask(first.url, 'CREATE TABLE late AS SELECT 2 AS n')
  process.kill(postmaster(first), 'SIGKILL')
  const second = await start()
  expect(await ask(second.url, 'SELECT n FROM late')).toEqual({ n: 2 })
})

test.each([
  ['a number nobody has', () => 2 ** 22 + 1],
  ['a number that is now of another program', () => process.pid],
])('a pid file left behind, with %s, is no obstacle', async (_, pid) => {
  const { cluster, url, stop } = await start()
  await stop()
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${pid()}\n${cluster}\n1\n${new URL(url).port}\n\n127.0.0.1\n\nready   \n`,
  )
  expect(await ask((await start()).url, 'SELECT n FROM kept')).toEqual({ n: 1 })
})

test('data of another PostgreSQL is refused with what to do, and left as it is', async () => {
  const { cluster, stop } = await start()
  await stop()
  const other = mkdtempSync(join(tmpdir(), 'recoupe-other-'))
  try {
    cpSync(dataDir, other, { recursive: true })
    const state = JSON.parse(readFileSync(join(other, 'postgres.json'), 'utf8'))
    const copy = cluster.startsWith(dataDir) ? join(other, 'postgres') : cluster
    writeFileSync(join(other, 'postgres.json'), JSON.stringify({ ...state, cluster: copy }))
    if (copy === cluster) return // the data lives beside the folder on this machine; nothing to spoil
    writeFileSync(join(copy, 'PG_VERSION'), '15\n')
    await expect(startPostgres({ dataDir: other })).rejects.toThrow('was made by PostgreSQL 15')
    expect(readFileSync(join(copy, 'PG_VERSION'), 'utf8')).toBe('15\n')
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})
