/** What the doctor asks the database: its version, migrations, roles, and whether it keeps what it acknowledges. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { appliedMigrations, pending } from '../migrations.mjs'
import { DURABLE, openDatabase, withClient } from './database.mjs'
import { Problem, sentenceOf } from './problem.mjs'
import { migrationsOnDisk } from './schema-engine.mjs'

/** @typedef {import('../doctor.mjs').Finding} Finding */

const EXTENSIONS = ['pg_trgm', 'unaccent']
const ROLES = ['app_rw', 'app_public']

/** @param {import('./settings.mjs').Settings} settings @returns {Promise<Finding[]>} */
export async function examineDatabase(settings) {
  if (settings.databaseUrl === null && !existsSync(join(settings.dataDir, 'postgres.json')))
    return [{ name: 'database', state: 'ok', found: 'not made yet; `npm start` makes it' }]
  /** @type {import('./database.mjs').Database | undefined} */
  let open
  try {
    open = await openDatabase(settings)
    const { version, isEmbedded } = open
    const findings = await withClient(open.url, examine)
    return [
      {
        name: 'database',
        state: 'ok',
        found: `PostgreSQL ${version}${isEmbedded ? ', the one that comes with Recoupe' : ' of DATABASE_URL'}`,
      },
      ...findings,
    ]
  } catch (error) {
    return [
      {
        name: 'database',
        state: 'bad',
        found: sentenceOf(error),
        nextStep: error instanceof Problem ? error.nextStep : '',
      },
    ]
  } finally {
    await open?.stop()
  }
}

/** @param {import('pg').Client} client @returns {Promise<Finding[]>} */
async function examine(client) {
  const names = async (/** @type {string} */ sql, /** @type {string[]} */ wanted) => {
    const { rows } = await client.query(sql, [wanted])
    return wanted.filter((name) => !rows.some((row) => row.name === name))
  }
  const missing = [
    ...(await names('SELECT extname AS name FROM pg_extension WHERE extname = ANY ($1)', EXTENSIONS)),
    ...(await names('SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1)', ROLES)),
  ]
  const { rows: settings } = await client.query(`SELECT name, setting FROM pg_settings WHERE name = ANY ($1)`, [
    [...DURABLE, 'data_checksums'],
  ])
  const off = settings
    .filter(({ name, setting }) => setting === 'off' && name !== 'data_checksums')
    .map(({ name }) => name)
  const hasChecksums = settings.some(({ name, setting }) => name === 'data_checksums' && setting === 'on')
  return [
    migrations(await appliedMigrations(client)),
    missing.length === 0
      ? { name: 'roles', state: 'ok', found: [...ROLES, ...EXTENSIONS].join(', ') }
      : {
          name: 'roles',
          state: 'bad',
          found: `missing: ${missing.join(', ')}`,
          nextStep: '`npx recoupe migrate` makes them, as a user who may create roles and extensions.',
        },
    off.length === 0
      ? { name: 'durability', state: 'ok', found: `${DURABLE.join(', ')} on` }
      : {
          name: 'durability',
          state: 'bad',
          found: `off: ${off.join(', ')}`,
          nextStep: 'Turn them on in postgresql.conf: what was saved can be lost otherwise.',
        },
    hasChecksums
      ? { name: 'checksums', state: 'ok', found: 'on' }
      : {
          name: 'checksums',
          state: 'warning',
          found: 'off',
          nextStep: 'Turn them on (pg_checksums --enable, server stopped): a rotten disk shows itself.',
        },
  ]
}

/** @param {import('../migrations.mjs').Applied[]} applied @returns {Finding} */
function migrations(applied) {
  try {
    const todo = pending(migrationsOnDisk(), applied)
    return todo.length === 0
      ? { name: 'migrations', state: 'ok', found: `all ${applied.length} there` }
      : { name: 'migrations', state: 'bad', found: `to apply: ${todo.join(', ')}`, nextStep: 'npx recoupe migrate' }
  } catch (error) {
    return {
      name: 'migrations',
      state: 'bad',
      found: sentenceOf(error),
      nextStep: error instanceof Problem ? error.nextStep : '',
    }
  }
}
