/**
 * `recoupe restore FILE`: fills an empty database from a backup (--yes: replaces one that is not), in one transaction. Sums, counts and the audit log are
 * checked before it commits; on any difference nothing is kept.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import copyStreams from 'pg-copy-streams'
import { FORMAT, MANIFEST, nameOf } from './backup.mjs'
import { appliedMigrations, migrate } from './migrations.mjs'
import { withClient } from './parts/database.mjs'
import { EXIT, Problem } from './parts/problem.mjs'
import { entriesOf } from './parts/tar.mjs'
import { onDatabase, say } from './parts/tasks.mjs'

/** Filled by the migrations themselves: replaced by what the backup says. */
const REFERENCE = new Set(['audit_head', 'methodology_versions', 'properties', 'ratings'])

/** @typedef {{ format: string, migrations: { name: string, checksum: string }[], sequences: { name: string, value: string | null }[], tables: import('./backup.mjs').TableFacts[] }} Manifest */

/** @param {string} given @param {{ isJson?: boolean, mayReplace?: boolean }} options @returns {Promise<number>} */
export async function restoreCommand(given, options) {
  const path = resolve(given)
  const file = await open(path, 'r').catch((cause) => {
    throw new Problem(`${path} cannot be read (${cause.code}).`, 'Check its name and rights.', { cause })
  })
  try {
    const entries = await entriesOf(file)
    const manifest = await readManifest(file, entries, path)
    return await onDatabase(async (url) => {
      await migrate(url)
      const rows = await withClient(url, (client) => fill(client, path, entries, manifest, options.mayReplace))
      say(
        options,
        { file: path, tables: manifest.tables.length, rows, ok: true },
        `Restored ${rows} rows of ${manifest.tables.length} tables. Sums, counts and the audit log agree.`,
      )
      return EXIT.ok
    })
  } finally {
    await file.close()
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file @param {Map<string, { start: number, size: number }>} entries @param {string} path
 * @returns {Promise<Manifest>}
 */
async function readManifest(file, entries, path) {
  const entry = entries.get(MANIFEST)
  if (!entry) throw new Problem(`${path} is not a whole backup of Recoupe.`, 'Take the last one that was finished.')
  const bytes = Buffer.alloc(entry.size)
  await file.read(bytes, 0, entry.size, entry.start)
  const manifest = JSON.parse(bytes.toString('utf8'))
  if (manifest.format !== FORMAT)
    throw new Problem(
      `${path} has the format ${manifest.format}; this Recoupe reads ${FORMAT}.`,
      'Restore it with the version that made it.',
    )
  return manifest
}

/**
 * @param {import('pg').Client} client @param {string} path
 * @param {Map<string, { start: number, size: number }>} entries @param {Manifest} manifest @param {boolean} [mayReplace]
 * @returns {Promise<number>} rows written
 */
async function fill(client, path, entries, manifest, mayReplace = false) {
  await mustMatch(client, manifest)
  await client.query('BEGIN')
  // Nobody may write between the look and the commit.
  await client.query(`LOCK TABLE ${manifest.tables.map(({ name }) => `"${name}"`).join(', ')} IN EXCLUSIVE MODE`)
  if (!mayReplace) await mustBeEmpty(client, manifest)
  // The backup keeps what the rules made; the rules must not make it again.
  await client.query(`SET LOCAL session_replication_role = replica`).catch((cause) => {
    throw new Problem(
      'The user of DATABASE_URL may not restore: rules and triggers have to rest meanwhile.',
      'Restore as a superuser, or: GRANT SET ON PARAMETER session_replication_role TO that user.',
      { cause },
    )
  })
  let rows = 0
  for (const table of manifest.tables) rows += await fillTable(client, path, entries, table)
  for (const { name, value } of manifest.sequences)
    if (value !== null) await client.query(`SELECT setval(quote_ident($1)::regclass, $2::bigint)`, [name, value])
  const { rows: faults } = await client.query('SELECT seq, fault FROM audit_first_fault()')
  if (faults[0]) throw broken(`its audit log does not hold at row ${faults[0].seq} (${faults[0].fault})`)
  await client.query('COMMIT')
  await client.query('ANALYZE')
  // A server that runs already must not answer from what it remembers of the empty database.
  await client.query(`SELECT pg_notify('recoupe_public', '*')`)
  return rows
}

/**
 * @param {import('pg').Client} client @param {string} path
 * @param {Map<string, { start: number, size: number }>} entries @param {import('./backup.mjs').TableFacts} table
 */
async function fillTable(client, path, entries, { name, columns, rows, sha256 }) {
  const entry = entries.get(nameOf(name))
  if (!entry) throw broken(`the table ${name} is missing`)
  await client.query(`DELETE FROM "${name}"`)
  const into = client.query(copyStreams.from(`COPY "${name}" (${columns.join(', ')}) FROM STDIN`))
  const hash = createHash('sha256')
  const summed = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const range = { start: entry.start, end: entry.start + entry.size - 1 }
  await pipeline(entry.size === 0 ? Readable.from([]) : createReadStream(path, range), summed, into)
  if (hash.digest('hex') !== sha256) throw broken(`the table ${name} is not what was written`)
  if (into.rowCount !== rows) throw broken(`the table ${name} has ${into.rowCount} rows instead of ${rows}`)
  return rows
}

/** @param {import('pg').Client} client @param {Manifest} manifest */
async function mustMatch(client, manifest) {
  const here = (await appliedMigrations(client)).map(({ name, checksum }) => `${name} ${checksum}`).join()
  if (here === manifest.migrations.map(({ name, checksum }) => `${name} ${checksum}`).join()) return
  throw new Problem(
    'The backup was made with other migrations than this version has.',
    `Restore it with the version that made it (its last migration: ${manifest.migrations.at(-1)?.name ?? 'none'}), then start this version on that database: it migrates by itself.`,
  )
}

/** @param {import('pg').Client} client @param {Manifest} manifest */
async function mustBeEmpty(client, { tables }) {
  for (const { name } of tables) {
    if (REFERENCE.has(name)) continue
    const { rowCount } = await client.query(`SELECT FROM "${name}" LIMIT 1`)
    if (rowCount)
      throw new Problem(
        `This database is not empty: there are rows in ${name}.`,
        'Restore into a new one: RECOUPE_DATA_DIR=.data-restored npx recoupe restore FILE, or a DATABASE_URL of its own. --yes replaces everything that is here.',
      )
  }
}

/** @param {string} what */
const broken = (what) =>
  new Problem(`The backup is damaged: ${what}. Nothing was changed.`, 'Take another backup.', { code: 'damaged' })
