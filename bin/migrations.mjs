/**
 * Brings a database to the state of this Recoupe: applies what is in prisma/migrations and not yet in the database. The
 * folder and the table `_prisma_migrations` stay Prisma's own, so `prisma migrate` works on the same database.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { Problem, sentenceOf } from './parts/problem.mjs'
import { datamodels, FILTERS, migrationsList, migrationsOnDisk, withSchemaEngine } from './parts/schema-engine.mjs'

/** Any number that nobody else locks: 'recoupe' in letters of the telephone. */
const LOCK_KEY = 7_326_873
/** The replay of our own migrations speaks of this table, which Prisma makes in real databases only. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL,
  finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);`

/** @typedef {{ name: string, checksum: string, isFinished: boolean }} Applied */

/** @param {string} sql @returns {string} what Prisma keeps to notice that a migration was edited afterwards */
export const checksumOf = (sql) => createHash('sha256').update(sql).digest('hex')

/**
 * What is to be done, from what is on disk and what the database says. One that was started and not finished left nothing
 * behind (see IS_DONE in schema-engine.mjs): it is still to be done.
 * @param {{ name: string, sql: string }[]} onDisk @param {Applied[]} applied @returns {string[]} names still to apply
 */
export function pending(onDisk, applied) {
  const known = new Map(applied.map((row) => [row.name, row]))
  const ours = new Set(onDisk.map(({ name }) => name))
  const stranger = applied.find(({ name }) => !ours.has(name))
  if (stranger)
    throw new Problem(
      `This database was made by another version of Recoupe: it has the migration ${stranger.name}, which is not here.`,
      'Start the version that made it, or restore a backup of this version into an empty database.',
    )
  for (const { name, sql } of onDisk) {
    const row = known.get(name)
    if (row?.isFinished && row.checksum !== checksumOf(sql))
      throw new Problem(
        `The migration ${name} was changed after it was applied here.`,
        'Put back the file as it was, and write what you want to change as a new migration.',
      )
  }
  return onDisk.filter(({ name }) => !known.get(name)?.isFinished).map(({ name }) => name)
}

/**
 * Which migrations a database has.
 * @param {pg.Client} client @returns {Promise<Applied[]>}
 */
export async function appliedMigrations(client) {
  const { rows: ledger } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS is_there`)
  if (!ledger[0].is_there) return []
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  return rows.map((row) => ({ name: row.migration_name, checksum: row.checksum, isFinished: row.is_finished }))
}

/**
 * Applies what is missing. Two at once wait for each other; nothing to do costs one question.
 * @param {string} url @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<{ applied: string[], total: number }>}
 */
export async function migrate(url, { log = () => undefined } = {}) {
  const onDisk = migrationsOnDisk()
  const client = new pg.Client({ connectionString: url, application_name: 'recoupe migrate' })
  await client.connect()
  try {
    if (pending(onDisk, await appliedMigrations(client)).length === 0) return { applied: [], total: onDisk.length }
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
    const todo = pending(onDisk, await appliedMigrations(client))
    if (todo.length === 0) return { applied: [], total: onDisk.length }
    log(`applying ${todo.join(', ')}`)
    await forgetUnfinished(client)
    await asKnownViews(client, 'drop')
    await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList: migrationsList(), filters: FILTERS }),
    ).catch((cause) => {
      throw new Problem(
        `A migration failed: ${sentenceOf(cause)}`,
        'The user of DATABASE_URL must own the database, and be allowed to create roles (CREATEROLE) and the extensions pg_trgm and unaccent.',
        { cause },
      )
    })
    const left = pending(onDisk, await appliedMigrations(client))
    if (left.length > 0) throw new Problem(`Not applied: ${left.join(', ')}`, 'Run `npx recoupe migrate` again.')
    await asKnownViews(client, 'build')
    return { applied: todo, total: onDisk.length }
  } finally {
    await client.end() // gives the lock back
  }
}

/**
 * The views of the record as known at a moment follow the tables: away before a migration, so that none of them is in its
 * way, and made again after. A database older than them has neither function.
 * @param {pg.Client} client @param {'drop' | 'build'} what
 */
async function asKnownViews(client, what) {
  const { rows } = await client.query('SELECT to_regprocedure($1) IS NOT NULL AS is_there', [`${what}_as_known()`])
  if (!rows[0].is_there) return
  await client.query(what === 'drop' ? 'SELECT drop_as_known()' : 'SELECT build_as_known()')
}

/** We hold the lock, so nobody is at it: what is unfinished was interrupted, or failed. @param {pg.Client} client */
async function forgetUnfinished(client) {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS is_there`)
  if (!rows[0].is_there) return
  await client.query(
    `UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  )
}

/**
 * The script a new migration would need: from the migrations, replayed in an empty shadow database, to the models.
 * @param {string} shadowUrl an EMPTY database; it is emptied again @returns {Promise<string>} SQL, '' when nothing differs
 */
export async function drift(shadowUrl) {
  const client = new pg.Client({ connectionString: shadowUrl, application_name: 'recoupe drift' })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
    )
    // Before anything that would empty it.
    if (rows[0].n > 0)
      throw new Problem(
        'The shadow database is not empty.',
        'Give the address of a new database: it is emptied afterwards.',
      )
    try {
      return await replayAndCompare(shadowUrl)
    } finally {
      await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    }
  } finally {
    await client.end()
  }
}

/** @param {string} shadowUrl @returns {Promise<string>} */
const replayAndCompare = (shadowUrl) =>
  withSchemaEngine(
    shadowUrl,
    async (engine) => {
      const { stdout } = await engine.diff({
        from: { tag: 'migrations', ...migrationsList(), shadowDbInitScript: LEDGER },
        to: { tag: 'schemaDatamodel', files: datamodels().map(([path, content]) => ({ path, content })) },
        script: true,
        exitCode: null,
        shadowDatabaseUrl: null,
        filters: { ...FILTERS, externalTables: ['public._prisma_migrations'] },
      })
      const script = (stdout ?? '').trim()
      return script === '-- This is an empty migration.' ? '' : script
    },
    { isShadow: true },
  )
