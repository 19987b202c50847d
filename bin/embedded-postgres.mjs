/**
 * The PostgreSQL that comes with Recoupe: made at the first start, found again at the next, stopped with the last user.
 * One server per data folder, on 127.0.0.1 only, with a password nobody chose. Production brings its own (DATABASE_URL).
 */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, keptSecret, readJson, withLock, writeWhole } from './parts/held-file.mjs'
import { freePort } from './parts/ports.mjs'
import { findBinaries, give, hydrateLinks, runAs, serverEnv } from './parts/postgres-binaries.mjs'
import { asUser, checkVersion, DATABASE, makeCluster, startFailure, USER } from './parts/postgres-cluster.mjs'
import { clientOf, isServerOf, readPidFile, stopServer, waitUntilOurs } from './parts/postmaster.mjs'
import { Problem } from './parts/problem.mjs'

const SILENT_MS = 30_000
const START_ATTEMPTS = 40
const RETRY_MS = 500
const LOG_LIMIT_BYTES = 5_000_000

/** @typedef {{ url: string, attached: boolean, version: string, cluster: string, stop: () => Promise<void> }} Running */

/**
 * Starts the server of a data folder, or joins the one that runs.
 * @param {{ dataDir: string, log?: (line: string) => void }} options @returns {Promise<Running>}
 */
export async function startPostgres({ dataDir: given, log = () => undefined }) {
  mkdirSync(given, { recursive: true, mode: 0o700 })
  const dataDir = realpathSync(given)
  const lock = join(dataDir, 'postgres.lock')
  const onWait = (/** @type {number} */ pid) => log(`process ${pid} is starting this database; waiting for it`)
  const binaries = findBinaries()
  return withLock(
    lock,
    async () => {
      hydrateLinks(binaries.native)
      const stateFile = join(dataDir, 'postgres.json')
      const known = readJson(stateFile)
      const who = runAs(binaries, known?.cluster)
      if (who.uid !== undefined) chmodSync(dataDir, 0o711) // nobody must reach the folder inside; each file keeps its own mode
      const cluster = join(who.home(dataDir), 'postgres')
      const password = keptSecret(join(dataDir, 'postgres-password'))
      const at = { dataDir, cluster, who, password, log }
      if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster(at)
      checkVersion(cluster, binaries)
      give(who, cluster)
      const found = await attach(at)
      const port = found ?? (await launch(at, Number(known?.port) || 0))
      const others = found === null ? [] : holdersOf(known)
      writeWhole(
        stateFile,
        `${JSON.stringify({ port, cluster, version: binaries.version, holders: [...others, process.pid] })}\n`,
      )
      await makeDatabase({ port, user: USER, password })
      const stop = () => withLock(lock, () => leave(stateFile, at))
      const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`
      return { url, attached: found !== null, version: binaries.version, cluster, stop }
    },
    { onWait },
  )
}

/** Living processes, other than us, that use the server. @param {any} state @returns {number[]} */
const holdersOf = (state) =>
  (Array.isArray(state?.holders) ? state.holders : []).filter(
    (/** @type {number} */ pid) => pid !== process.pid && isAlive(pid),
  )

/** Joins a server that outlived whoever started it. @param {import('./parts/postgres-cluster.mjs').At} at @returns {Promise<number | null>} its port */
async function attach({ cluster, password, log }) {
  const written = readPidFile(cluster)
  if (written === null) return null
  const { pid, port } = written
  const isOurs = isServerOf(pid, cluster)
  if (isOurs !== false && port > 0) {
    const door = { port, user: USER, password }
    const hasEnded = () => isServerOf(pid, cluster) === false
    const answer = await waitUntilOurs(door, cluster, { hasEnded, silentMs: isOurs ? SILENT_MS : 3_000, log })
    if (answer === 'ours') return port
    if (isOurs && answer !== 'ended')
      throw new Problem(
        answer === 'another'
          ? `The PostgreSQL of this data folder (process ${pid}) does not take the password in ${cluster}/../postgres-password.`
          : `The PostgreSQL of this data folder (process ${pid}) does not answer on port ${port}.`,
        `Stop it (kill -INT ${pid}) and start again.`,
      )
  }
  // Its process is gone, or its number belongs to somebody else now.
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return null
}

/** @param {import('./parts/postgres-cluster.mjs').At} at @param {number} wanted the port of last time @returns {Promise<number>} the port it listens on */
async function launch({ dataDir, cluster, who, password, log }, wanted) {
  const logFile = join(dataDir, 'postgres.log')
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.old`)
  for (let attempt = 1; ; attempt++) {
    const port = (attempt === 1 && wanted > 0 ? await freePort(wanted) : null) ?? (await freePort(0))
    if (port === null) throw new Problem('No port is free on 127.0.0.1.', 'Close some programs and start again.')
    const output = openSync(logFile, 'a', 0o600)
    const from = statSync(logFile).size
    const settings = [
      `listen_addresses=127.0.0.1`,
      `port=${port}`,
      'unix_socket_directories=',
      'max_connections=100',
      'timezone=UTC',
      'log_timezone=UTC',
    ]
    const [command = '', ...rest] = [
      ...who.prefix,
      join(who.bin, 'postgres'),
      '-D',
      cluster,
      ...settings.flatMap((it) => ['-c', it]),
    ]
    // Its own session: Ctrl-C in the terminal is for us, and we stop the database last.
    const server = spawn(command, rest, {
      ...asUser(who),
      env: serverEnv(),
      cwd: cluster,
      detached: true,
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    server.unref()
    let hasEnded = false
    server.once('exit', () => (hasEnded = true))
    server.once('error', () => (hasEnded = true))
    const answer = await waitUntilOurs({ port, user: USER, password }, cluster, {
      hasEnded: () => hasEnded,
      silentMs: SILENT_MS,
      log,
    })
    if (answer === 'ours') return port
    if (!hasEnded && server.pid !== undefined) await stopServer(server.pid, cluster, who.bin, log)
    const said = readFileSync(logFile).subarray(from).toString('utf8')
    // Another program took the port, or the last server's workers are still ending: both pass.
    const passes = /could not bind|Address already in use|pre-existing shared memory|lock file .* already exists/.test(
      said,
    )
    if (!passes || attempt >= START_ATTEMPTS) throw startFailure(answer, said, logFile)
    await sleep(RETRY_MS)
  }
}

/** @param {import('./parts/postmaster.mjs').Door} door */
async function makeDatabase(door) {
  const client = clientOf(door, 'postgres')
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Stops the server unless another Recoupe still uses it. @param {string} stateFile @param {import('./parts/postgres-cluster.mjs').At} at */
async function leave(stateFile, { cluster, who, log }) {
  const state = readJson(stateFile)
  const holders = holdersOf(state)
  if (state !== null) writeWhole(stateFile, `${JSON.stringify({ ...state, holders })}\n`)
  const running = readPidFile(cluster)
  if (holders.length > 0) return // they stop it
  if (running !== null && isServerOf(running.pid, cluster) !== false)
    await stopServer(running.pid, cluster, who.bin, log)
}
