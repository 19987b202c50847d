/** What a new database needs before people come: a secret, something to look at, and somebody who may sign in. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { hasRow, oneAtATime } from './database.mjs'
import { keptSecret } from './held-file.mjs'
import { EXIT, Problem } from './problem.mjs'
import { ROOT } from './settings.mjs'

const SAMPLE = 'sample.mali-2013'
/** 'sample' on the keys of a telephone. */
const LOCK_KEY = 726_753

/** Node, ready for TypeScript. */
export const TYPESCRIPT = ['--import', new URL('../typescript.mjs', import.meta.url).href]

/** @param {import('./settings.mjs').Settings} settings @returns {string} */
export function secretOf({ secret, dataDir }) {
  if (secret !== null) return secret
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return keptSecret(join(dataDir, 'nextauth-secret'))
}

/**
 * What seals the identities of protected sources. Beside our own database it is made and kept; with somebody else's it must be
 * given, because every server of that database needs the same.
 * @param {import('./settings.mjs').Settings} settings @returns {string | null}
 */
export function sourceKeyOf({ sourceKey, databaseUrl, dataDir }) {
  if (sourceKey !== null || databaseUrl !== null) return sourceKey
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return keptSecret(join(dataDir, 'source-key'))
}

/**
 * What signs the checkpoints of the log; made and kept, or given, as the key before.
 * @param {import('./settings.mjs').Settings} settings @returns {string | null}
 */
export function logKeyOf({ logKey, databaseUrl, dataDir }) {
  if (logKey !== null || databaseUrl !== null) return logKey
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return keptSecret(join(dataDir, 'log-key'))
}

/**
 * @param {NodeJS.ProcessEnv} env @param {(what: string) => void} say
 * @returns {Promise<boolean>} whether it was loaded now
 */
export async function loadSample(env, say) {
  const url = String(env.DATABASE_URL)
  const isThere = () => hasRow(url, 'SELECT FROM settings WHERE key = $1', [SAMPLE])
  if (await isThere()) return false
  return oneAtATime(url, LOCK_KEY, async () => {
    if (await isThere()) return false
    await runSeed(env, say)
    return true
  })
}

/** @param {NodeJS.ProcessEnv} env @param {(what: string) => void} say */
async function runSeed(env, say) {
  const onLine = (/** @type {string} */ line) => {
    const [, progress] = /^sample: (\d+\/\d+) /.exec(line) ?? []
    if (progress) say(`Mali, January 2013: ${progress}`)
  }
  const { code, output } = await run(process.execPath, [...TYPESCRIPT, 'seeds/run.ts'], { cwd: ROOT, env, onLine })
  if (code !== 0)
    throw new Problem(
      `The sample could not be loaded:\n${output.trim().split('\n').slice(-15).join('\n')}`,
      'Start again: what is there is kept, what is missing is added. RECOUPE_SAMPLE=0 npm start does without.',
    )
}

/**
 * The first administrator: made from the environment, or a link to become one; null when there is one already.
 * @param {NodeJS.ProcessEnv} env @returns {Promise<{ kind: string, email?: string, path?: string, expiresAt?: string } | null>}
 */
export async function firstAdmin(env) {
  const isThere = `SELECT FROM users WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1`
  if (await hasRow(String(env.DATABASE_URL), isThere)) return null
  const { code, output, stdout } = await run(process.execPath, [...TYPESCRIPT, 'bin/first-admin.ts'], {
    cwd: ROOT,
    env,
  })
  if (code === EXIT.usage)
    throw new Problem(output.trim(), 'Correct these variables, then start again.', {
      exitCode: EXIT.usage,
      code: 'usage',
    })
  if (code !== 0) throw new Problem(`The first account could not be made:\n${output.trim()}`)
  return JSON.parse(stdout.trim().split('\n').pop() ?? 'null')
}

/**
 * What is said of it, once the address is known.
 * @param {Awaited<ReturnType<typeof firstAdmin>>} answer @param {string} address
 * @returns {{ sentence: string, facts: Record<string, unknown> } | null}
 */
export function firstSignIn(answer, address) {
  if (answer?.kind === 'created')
    return {
      sentence: `Sign in as ${answer.email} with the password of RECOUPE_ADMIN_PASSWORD.`,
      facts: { admin: answer.email },
    }
  if (answer?.kind !== 'link' || !answer.expiresAt) return null
  const link = `${address}${answer.path}`
  const until = new Date(answer.expiresAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return {
    sentence: `First sign-in, once, until ${until}: ${link}`,
    facts: { firstSignIn: link, expiresAt: answer.expiresAt },
  }
}
