/** The short commands: each opens the database, does one thing, and leaves it as it was found. */
import { spawn } from 'node:child_process'
import { migrate } from '../migrations.mjs'
import { generateClient } from '../prisma-generate.mjs'
import { openDatabase, withClient } from './database.mjs'
import { loadSample, TYPESCRIPT } from './first-time.mjs'
import { EXIT, Problem } from './problem.mjs'
import { childEnv, ROOT, readSettings, rememberedAddress } from './settings.mjs'

/** @typedef {{ isJson?: boolean }} Options */

/**
 * The database for as long as `work` lasts; one that was not running is stopped again.
 * @template T @param {(url: string, env: NodeJS.ProcessEnv) => Promise<T>} work @returns {Promise<T>}
 */
export async function onDatabase(work) {
  const settings = readSettings(process.env)
  const database = await openDatabase(settings, { log: (line) => console.error(line) })
  try {
    const url = settings.url ?? rememberedAddress(settings)
    return await work(database.url, childEnv({ ...settings, url }, { databaseUrl: database.url }))
  } finally {
    await database.stop()
  }
}

/** @param {Options} options @param {Record<string, unknown>} facts @param {string} sentence */
export const say = ({ isJson }, facts, sentence) => console.log(isJson ? JSON.stringify(facts) : sentence)

/** @param {Options} options */
export const migrateCommand = (options) =>
  onDatabase(async (url) => {
    const { applied, total } = await migrate(url)
    say(
      options,
      { applied, total },
      applied.length === 0 ? `Nothing to do: all ${total} migrations are there.` : `Applied: ${applied.join(', ')}`,
    )
    return EXIT.ok
  })

/** @param {Options} options */
export const seedCommand = (options) =>
  onDatabase(async (url, env) => {
    await migrate(url)
    await generateClient()
    let shown = ''
    const isNew = await loadSample(env, (what) => {
      if (process.stderr.isTTY && what !== shown) process.stderr.write(`\r\u001b[2K${what}`)
      shown = what
    })
    if (shown && process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
    say(options, { loaded: isNew }, isNew ? 'The sample is loaded.' : 'The sample was loaded already.')
    return EXIT.ok
  })

/** @param {string[]} args @returns {Promise<number>} */
export const userCommand = (args) => scriptCommand('bin/user.ts', args)

/** @param {string[]} args @returns {Promise<number>} */
export const sampleCommand = (args) => scriptCommand('bin/sample.ts', args)

/** @param {string[]} args @returns {Promise<number>} */
export const jobsCommand = (args) => scriptCommand('bin/jobs.ts', args)

/** @param {string[]} args @returns {Promise<number>} */
export const searchCommand = (args) => scriptCommand('bin/search.ts', args)

/** Files are named from where the person stands. @param {string[]} args @returns {Promise<number>} */
export const importCommand = (args) => scriptCommand('bin/import.ts', args, { RECOUPE_CALLED_FROM: process.cwd() })

/** @param {string[]} args @returns {Promise<number>} */
export const exportCommand = (args) => scriptCommand('bin/export.ts', args, { RECOUPE_CALLED_FROM: process.cwd() })

/** A program of its own, on the database. @param {string} file @param {string[]} args @param {Record<string, string>} more @returns {Promise<number>} */
async function scriptCommand(file, args, more = {}) {
  await generateClient()
  // Help needs no database.
  if (args.length === 0 || args.includes('--help'))
    return typescript(file, args, {
      ...process.env,
      DATABASE_URL: process.env.DATABASE_URL ?? 'postgres://127.0.0.1',
    })
  return onDatabase(async (url, env) => {
    await migrate(url)
    return typescript(file, args, { ...env, ...more })
  })
}

/** @param {Options} options @returns {Promise<number>} */
export async function digestCommand({ isJson }) {
  await generateClient()
  return onDatabase(async (url, env) => {
    await migrate(url)
    return typescript('bin/digest.ts', isJson ? ['--json'] : [], env)
  })
}

/** Needs no database. Files are named from where the person stands, not from where the program lies. @param {string[]} args */
export const suggestCommand = (args) =>
  typescript('bin/suggest.ts', args, { ...process.env, RECOUPE_CALLED_FROM: process.cwd() })

/** @param {string} file @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
const typescript = (file, args, env) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...TYPESCRIPT, file, ...args], { cwd: ROOT, env, stdio: 'inherit' })
    child.once('exit', (code) => resolve(code ?? EXIT.failed))
    child.once('error', () => resolve(EXIT.failed))
  })

/** @param {Options} options */
export const verifyLogCommand = (options) =>
  onDatabase((url) =>
    withClient(url, async (client) => {
      const { rows: faults } = await client.query('SELECT seq, fault FROM audit_first_fault()')
      const { rows: counts } = await client.query(
        `SELECT count(*)::int AS n, encode((SELECT hash FROM audit_head LIMIT 1), 'hex') AS head FROM audit_log`,
      )
      const { n, head } = counts[0]
      const [fault] = faults
      if (fault)
        throw new Problem(
          `The audit log does not hold at row ${fault.seq}: ${fault.fault}.`,
          'Stop writing, keep a copy of the database, and compare with the last backup.',
          { code: 'log_broken' },
        )
      say(options, { ok: true, rows: n, head }, `The audit log holds: ${n} rows, head ${head}.`)
      return EXIT.ok
    }),
  )
