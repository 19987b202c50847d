/** What the operator decided through the environment, read and checked once, before anything is started. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWhole } from './held-file.mjs'
import { readPort } from './ports.mjs'
import { EXIT, Problem } from './problem.mjs'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DEFAULT_PORT = 3000
const SECRET_LENGTH = 32

/**
 * @typedef {{ port: number, isPortGiven: boolean, host: string, dataDir: string, databaseUrl: string | null,
 *   url: string | null, wantsSample: boolean, secret: string | null, sourceKey: string | null,
 *   logKey: string | null }} Settings
 */

/** @returns {string} the version in package.json */
export const ownVersion = () => JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version

/**
 * @param {NodeJS.ProcessEnv} env @param {string} [root] what a relative data folder is relative to
 * @returns {Settings}
 */
export function readSettings(env, root = ROOT) {
  const port = env.PORT ? readPort(env.PORT) : DEFAULT_PORT
  if (port === null) throw wrong('PORT', `is "${env.PORT}"`, 'Give a number from 1 to 65535, for example PORT=3000.')
  const databaseUrl = env.DATABASE_URL?.trim() || null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw wrong(
      'DATABASE_URL',
      'is not the address of a PostgreSQL',
      'It looks like postgres://user:password@host:5432/database. Leave it out to use the PostgreSQL that comes with Recoupe.',
    )
  const url = env.RECOUPE_URL?.trim() || null
  if (url !== null && !/^https?:\/\//.test(url))
    throw wrong(
      'RECOUPE_URL',
      `is "${url}"`,
      'Give the address people type, with its scheme: https://recoupe.example.org',
    )
  return {
    port,
    isPortGiven: Boolean(env.PORT),
    host: env.HOST?.trim() || '127.0.0.1',
    dataDir: resolve(root, env.RECOUPE_DATA_DIR?.trim() || '.data'),
    databaseUrl,
    url: url?.replace(/\/+$/, '') ?? null,
    wantsSample: env.RECOUPE_SAMPLE !== '0',
    secret: env.NEXTAUTH_SECRET || null,
    sourceKey: env.RECOUPE_SOURCE_KEY || null,
    logKey: env.RECOUPE_LOG_KEY || null,
  }
}

/**
 * A server with a database of its own has secrets of its own: we do not invent one that the next machine would not know.
 * @param {Settings} settings
 */
export function checkSecret({ databaseUrl, secret }) {
  if (secret !== null && secret.length < SECRET_LENGTH)
    throw wrong(
      'NEXTAUTH_SECRET',
      `has ${secret.length} characters, fewer than ${SECRET_LENGTH}`,
      '`openssl rand -base64 32` makes one.',
    )
  if (databaseUrl !== null && secret === null)
    throw wrong(
      'NEXTAUTH_SECRET',
      'is missing, and DATABASE_URL is set',
      '`openssl rand -base64 32` makes one; give the same to every server of this database.',
    )
}

/**
 * The environment of everything we start.
 * @param {Settings} settings
 * @param {{ databaseUrl: string, secret?: string | null, sourceKey?: string | null, logKey?: string | null, port?: number, isDev?: boolean }} facts
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnv(
  settings,
  {
    databaseUrl,
    secret = settings.secret,
    sourceKey = settings.sourceKey,
    logKey = settings.logKey,
    port = settings.port,
    isDev = false,
  },
) {
  const url = settings.url ?? `http://localhost:${port}`
  return {
    ...process.env,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    ...(secret === null ? {} : { NEXTAUTH_SECRET: secret }),
    ...(sourceKey === null ? {} : { RECOUPE_SOURCE_KEY: sourceKey }),
    ...(logKey === null ? {} : { RECOUPE_LOG_KEY: logKey }),
    NEXTAUTH_URL: url,
    RECOUPE_URL: url,
    RECOUPE_DATA_DIR: settings.dataDir,
    PORT: String(port),
    HOST: settings.host,
  }
}

/** Where the server answered last, so that links made by another command lead there. @param {Settings} settings */
export function rememberedAddress({ dataDir }) {
  try {
    return readFileSync(join(dataDir, 'address'), 'utf8').trim() || null
  } catch {
    return null // never started
  }
}

/** @param {Settings} settings @param {string} address */
export function rememberAddress({ dataDir }, address) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeWhole(join(dataDir, 'address'), `${address}\n`)
}

/** @param {string} name @param {string} fault @param {string} nextStep */
const wrong = (name, fault, nextStep) =>
  new Problem(`${name} ${fault}.`, nextStep, { exitCode: EXIT.usage, code: 'usage' })

/** Patched for CVE-2026-111497 (docs: which Node to run). @type {Record<number, readonly [number, number]>} */
const PATCHED = { 22: [23, 4], 24: [22, 1], 26: [12, 1] }
const FLOOR = [20, 19]

/**
 * @param {string} version without the v @returns {'too old' | 'unpatched' | 'fine'}
 */
export function judgeNode(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const [floorMajor = 0, floorMinor = 0] = FLOOR
  if (major < floorMajor || (major === floorMajor && minor < floorMinor)) return 'too old'
  const fixed = PATCHED[major]
  if (fixed === undefined) return major > 26 ? 'fine' : 'unpatched'
  return minor > fixed[0] || (minor === fixed[0] && patch >= fixed[1]) ? 'fine' : 'unpatched'
}
