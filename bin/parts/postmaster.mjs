/** The running server: its pid file, whether it answers, and how it is asked to stop. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive, readJson } from './held-file.mjs'
import { Problem } from './problem.mjs'

/** "the database system is starting up", or shutting down, or recovering. */
const CANNOT_CONNECT_NOW = '57P03'
const WRONG_PASSWORD = '28P01'
const PAUSE_MS = 30
const FAST_STOP_MS = 30_000
const IMMEDIATE_STOP_MS = 10_000

/** @typedef {{ port: number, user: string, password: string }} Door */

/** @param {Door} door @param {string} database @param {string} [host] */
export const clientOf = ({ port, user, password }, database, host = '127.0.0.1') =>
  new pg.Client({
    host,
    port,
    user,
    password,
    database,
    connectionTimeoutMillis: 3_000,
    application_name: 'recoupe start',
  })

/**
 * What postmaster.pid says.
 * @param {string} cluster @returns {{ pid: number, port: number } | null}
 */
export function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 ? { pid, port: Math.max(port || 0, 0) } : null
  } catch {
    return null // no pid file: not running
  }
}

/**
 * Is this process the server of this cluster? A pid alone proves nothing: systems give numbers again.
 * @param {number} pid @param {string} cluster @returns {boolean | null} null when this system does not say
 */
export function isServerOf(pid, cluster) {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster)
    if (process.platform !== 'win32')
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    // The process ended while we looked, or /proc is closed to us.
  }
  return null
}

/**
 * One try to connect.
 * @param {Door} door @param {string} cluster
 * @returns {Promise<'ours' | 'another' | 'busy' | 'silent'>} busy: it says that it is starting, recovering or stopping
 */
export async function knock(door, cluster) {
  const client = clientOf(door, 'postgres')
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('SHOW data_directory')
    return real(rows[0].data_directory) === real(cluster) ? 'ours' : 'another'
  } catch (error) {
    const { code } = /** @type {{ code?: string }} */ (error)
    if (code === CANNOT_CONNECT_NOW) return 'busy'
    return code === WRONG_PASSWORD ? 'another' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** @param {string} path */
function real(path) {
  try {
    return realpathSync(path)
  } catch {
    return path // another server's folder, closed to us
  }
}

/**
 * Waits for the server to answer as ours, however long recovery takes, or to end.
 * @param {Door} door @param {string} cluster
 * @param {{ hasEnded: () => boolean, silentMs: number, log: (line: string) => void }} options
 * @returns {Promise<'ours' | 'another' | 'silent' | 'ended'>}
 */
export async function waitUntilOurs(door, cluster, { hasEnded, silentMs, log }) {
  let silentUntil = Date.now() + silentMs
  let sayAt = Date.now() + 3_000
  while (!hasEnded()) {
    const answer = await knock(door, cluster)
    if (answer === 'ours' || answer === 'another') return answer
    const now = Date.now()
    if (answer === 'busy') silentUntil = now + silentMs
    if (now > silentUntil) return 'silent'
    if (now > sayAt) {
      log('the database is recovering what was being written when it was last stopped; waiting')
      sayAt = now + 10_000
    }
    await sleep(PAUSE_MS)
  }
  return 'ended'
}

/**
 * Stops a server: no new work, open transactions are rolled back, everything is written; harder only if that takes too long.
 * @param {number} pid @param {string} cluster @param {string} bin folder of pg_ctl @param {(line: string) => void} log
 */
export async function stopServer(pid, cluster, bin, log) {
  const isGone = () => !existsSync(join(cluster, 'postmaster.pid')) || !isAlive(pid)
  for (const [signal, patience] of /** @type {[string, number][]} */ ([
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ])) {
    try {
      // Windows has no signals: pg_ctl knows how to ask there.
      if (process.platform === 'win32') spawnSync(join(bin, 'pg_ctl'), ['kill', signal.slice(3), String(pid)])
      else process.kill(pid, signal)
    } catch {
      return // gone already
    }
    for (const until = Date.now() + patience; Date.now() < until; await sleep(PAUSE_MS)) if (isGone()) return
    log(`the database did not stop within ${patience / 1000} s; asking harder`)
  }
  throw new Problem(`PostgreSQL (process ${pid}) does not stop.`, `End it by hand: kill -QUIT ${pid}`)
}

/** Does the server of this data folder run? Cheap: no connection is made. @param {string} dataDir @returns {boolean} */
export function isRunning(dataDir) {
  const cluster = readJson(join(dataDir, 'postgres.json'))?.cluster
  const written = cluster ? readPidFile(cluster) : null
  return written !== null && isServerOf(written.pid, cluster) !== false
}
