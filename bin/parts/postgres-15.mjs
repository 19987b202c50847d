/** A throw-away PostgreSQL 15 from the system's binaries, to test against the oldest version we promise. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { nextFreePort } from './ports.mjs'

/** Where Debian keeps one version beside another. */
const OF_DEBIAN = '/usr/lib/postgresql/15/bin'
const NOBODY = 65_534
const FIRST_PORT = 54_150

/** A folder with both programs of version 15: Debian's own, else the first on the PATH. @returns {string | null} */
export function binaries15(folders = [OF_DEBIAN, ...(process.env.PATH ?? '').split(delimiter)]) {
  const isVersion15 = (/** @type {string} */ folder) =>
    folder !== '' &&
    existsSync(join(folder, 'initdb')) &&
    /\b15\.\d+/.test(spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '')
  return folders.find(isVersion15) ?? null
}

/** @returns {Promise<{ url: string, stop: () => Promise<void> } | null>} null when this machine has none */
export async function postgres15() {
  const binaries = binaries15()
  if (binaries === null) return null
  // PostgreSQL refuses to run as root.
  const who = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), 'recoupe-pg15-'))
  if (who.uid) chownSync(folder, NOBODY, NOBODY)
  const data = join(folder, 'data')
  const env = { PATH: process.env.PATH ?? '', LANG: 'C' }
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'recoupe', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    { ...who, env, cwd: folder },
  )
  if (made.status !== 0) throw new Error(`initdb 15 failed: ${made.stderr}`)
  const port = await nextFreePort(FIRST_PORT)
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      // Nothing here outlives the run. JIT compiling takes longer than the small queries of a test.
      ...['fsync', 'full_page_writes', 'synchronous_commit', 'jit'].flatMap((it) => ['-c', `${it}=off`]),
    ],
    { ...who, env, cwd: folder, stdio: 'ignore' },
  )
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const url = `postgres://recoupe@127.0.0.1:${port}/postgres`
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      break
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return {
    url,
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
