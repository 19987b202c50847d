/** The data of the embedded server: made once, checked at each start, and what its refusals mean. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { give, serverEnv } from './postgres-binaries.mjs'
import { Problem } from './problem.mjs'

/** The one user of the embedded server, and its one database. */
export const USER = 'recoupe'
export const DATABASE = 'recoupe'

/** @typedef {{ dataDir: string, cluster: string, who: import('./postgres-binaries.mjs').RunAs, password: string, log: (line: string) => void }} At */

/** initdb beside, then one rename: a half-made cluster is never mistaken for a whole one. @param {At} at */
export function makeCluster({ cluster, who, password, log }) {
  log('making the database (once)')
  const draft = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  give(who, draft)
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  give(who, passwordFile)
  // biome-ignore format: one option a line
  const options = [
    '-D', draft, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
  ]
  const [command = '', ...rest] = [...who.prefix, join(who.bin, 'initdb'), ...options]
  const made = spawnSync(command, rest, { ...asUser(who), env: serverEnv(), cwd: dirname(cluster), encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0)
    throw new Problem(
      `The database could not be made: ${(made.stderr || made.error?.message || '').trim().split('\n').slice(-2).join(' ')}`,
      'Set DATABASE_URL to a PostgreSQL of your own, or RECOUPE_DATA_DIR to a folder on a local disk.',
    )
  renameSync(draft, cluster)
}

/** @param {string} cluster @param {import('./postgres-binaries.mjs').Binaries} binaries */
export function checkVersion(cluster, { major, version }) {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (made === major) return
  throw new Problem(
    `The data folder was made by PostgreSQL ${made}; this Recoupe brings PostgreSQL ${version}.`,
    `Go back to the Recoupe that made it, run \`npx recoupe backup FILE\`, then restore FILE here into an empty data folder. Nothing was changed in ${cluster}.`,
  )
}

/** Why it did not start, from what it wrote. @param {string} answer @param {string} said @param {string} logFile */
export function startFailure(answer, said, logFile) {
  if (answer === 'another')
    return new Problem(
      'The password kept in the data folder is not the one of its database.',
      'Put back the file postgres-password that was made with it.',
    )
  const reason =
    /(?:FATAL|PANIC|ERROR):\s*(.*)/.exec(said)?.[1] ?? said.trim().split('\n').pop() ?? 'it ended without a word'
  const isFull = /No space left/.test(said)
  return new Problem(
    `PostgreSQL did not start: ${reason}`,
    isFull ? 'Free some disk space and start again.' : `The whole story is in ${logFile}.`,
  )
}

/** @param {import('./postgres-binaries.mjs').RunAs} who */
export const asUser = ({ uid, gid }) => (uid === undefined || gid === undefined ? {} : { uid, gid })
