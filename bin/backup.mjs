/**
 * `recoupe backup FILE`: every table as PostgreSQL writes it (COPY, text), seen at one moment, in one tar file with a
 * manifest of counts and SHA-256 sums. Written beside and renamed at the end: a cut backup never bears the name of a whole one.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import copyStreams from 'pg-copy-streams'
import { appliedMigrations } from './migrations.mjs'
import { withClient } from './parts/database.mjs'
import { EXIT, Problem } from './parts/problem.mjs'
import { ownVersion } from './parts/settings.mjs'
import { END, header, padding } from './parts/tar.mjs'
import { onDatabase, say } from './parts/tasks.mjs'

export const FORMAT = 'recoupe-backup-1'
export const MANIFEST = 'manifest.json'
/** Prisma's ledger is of the database, not of the record. */
const TABLES = `SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns,
    array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE a.attnum = ANY (i.indkey)) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
  GROUP BY c.relname ORDER BY c.relname`
const SEQUENCES = `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`

/** @typedef {{ name: string, columns: string[], rows: number, bytes: number, sha256: string }} TableFacts */

/**
 * @param {string} given @param {{ isJson?: boolean, mayReplace?: boolean }} options
 * @returns {Promise<number>}
 */
export async function backupCommand(given, options) {
  const file = resolve(given)
  if (existsSync(file) && !options.mayReplace)
    throw new Problem(`${file} is there already.`, 'Choose another name, or add --force to replace it.')
  return onDatabase(async (url) => {
    const draft = `${file}.part`
    try {
      const tables = await withClient(url, (client) => write(client, draft))
      await rename(draft, file)
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const facts = { file, tables: tables.length, rows }
      say(
        options,
        facts,
        `${file}: ${tables.length} tables, ${rows} rows. It holds everything, names of protected sources too: keep it as you keep them.`,
      )
      return EXIT.ok
    } catch (error) {
      await rm(draft, { force: true })
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC')
        throw new Problem(
          `${file} cannot be written (${code}).`,
          'Choose a folder that exists, may be written and has room.',
          { cause: error },
        )
      throw error
    }
  })
}

/**
 * @param {import('pg').Client} client @param {string} path
 * @returns {Promise<TableFacts[]>}
 */
async function write(client, path) {
  // One moment for all tables; the rows' own rules are not asked, or an incomplete backup would look whole.
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await client.query('SET LOCAL row_security = off')
  await client.query(`SET LOCAL timezone = 'UTC'`)
  const { rows: moment } = await client.query(`SELECT now() AS at, current_setting('server_version') AS server`)
  const { rows: found } = await client.query(TABLES)
  const { rows: sequences } = await client.query(SEQUENCES)
  const migrations = (await appliedMigrations(client)).map(({ name, checksum }) => ({ name, checksum }))
  const seconds = Math.floor(moment[0].at.getTime() / 1000)
  const file = await open(path, 'w', 0o600)
  try {
    /** @type {TableFacts[]} */
    const tables = []
    let at = 0
    const append = async (/** @type {Buffer} */ bytes) => {
      await file.write(bytes, 0, bytes.length, at)
      at += bytes.length
    }
    for (const { name, columns, key } of found) {
      const headerAt = at
      await append(header(nameOf(name), 0, seconds))
      const hash = createHash('sha256')
      // In the order of their keys: two backups of the same rows are the same bytes.
      const rows = `SELECT ${columns.join(', ')} FROM "${name}"${key ? ` ORDER BY ${key.join(', ')}` : ''}`
      const copy = client.query(copyStreams.to(`COPY (${rows}) TO STDOUT`))
      let bytes = 0
      for await (const chunk of copy) {
        hash.update(chunk)
        bytes += chunk.length
        await append(chunk)
      }
      await append(padding(bytes))
      // Its size is known only now.
      await file.write(header(nameOf(name), bytes, seconds), 0, undefined, headerAt)
      tables.push({ name, columns, rows: copy.rowCount ?? 0, bytes, sha256: hash.digest('hex') })
    }
    await client.query('COMMIT')
    const manifest = {
      format: FORMAT,
      recoupe: ownVersion(),
      server: moment[0].server,
      at: moment[0].at,
      migrations,
      sequences,
      tables,
    }
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
    await append(Buffer.concat([header(MANIFEST, text.length, seconds), text, padding(text.length), END]))
    await file.sync()
    return tables
  } finally {
    await file.close()
  }
}

/** @param {string} table @returns {string} its file in the archive */
export const nameOf = (table) => `tables/${table}.copy`
