/** A migrated database of its own on the installation's server, dropped at the end: a benchmark leaves nothing behind. */
import { migrate } from '../bin/migrations.mjs'
import { openDatabase, withClient } from '../bin/parts/database.mjs'
import { secretOf } from '../bin/parts/first-time.mjs'
import { childEnv, readSettings } from '../bin/parts/settings.mjs'

/** @param {(client: import('pg').Client, url: string) => Promise<void>} work */
export async function inThrowaway(work) {
  const server = await openDatabase(readSettings(process.env))
  const name = `recoupe_bench_${process.pid}`
  const url = new URL(server.url)
  url.pathname = `/${name}`
  try {
    await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`))
    try {
      await migrate(url.href)
      await withClient(url.href, (client) => work(client, url.href))
    } finally {
      await withClient(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    }
  } finally {
    await server.stop()
  }
}

/** Somebody to write as. @param {import('pg').Client} client @returns {Promise<string>} their id */
export async function anAuthor(client) {
  const id = '00000000-0000-7000-8000-000000000001'
  await client.query(`SELECT set_config('recoupe.actor', $1, false)`, [id])
  await client.query(
    `INSERT INTO users (id, email, name, role, locale) VALUES ($1, 'bench@example.invalid', 'Bench', 'editor', 'fr')`,
    [id],
  )
  return id
}

/** Claims with these statements, in the order given. @param {import('pg').Client} client @param {{ fr?: string, en?: string }[]} claims */
export async function addClaims(client, author, claims) {
  for (let from = 0; from < claims.length; from += 5_000) {
    const some = claims.slice(from, from + 5_000)
    await client.query(
      `INSERT INTO claims (id, ref, slug, statement_fr, statement_en, created_by_id)
       SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'B' || n, 'b-' || n, fr, en, $1
       FROM unnest($2::int[], $3::text[], $4::text[]) AS it (n, fr, en)`,
      [author, some.map((_, i) => from + i + 1), some.map(({ fr }) => fr ?? null), some.map(({ en }) => en ?? null)],
    )
  }
}
/** The place of a claim in the list given to `addClaims`. @param {string} id */
export const placeOf = (id) => Number.parseInt(id.slice(-12), 16) - 1

/**
 * Rows of a table again and again (`nth` counts from 1), with some columns written otherwise. The caller has the triggers off.
 * @param {import('pg').Client} client @param {string} table @param {number} times
 * @param {{ changed: Record<string, string>, where?: string }} how SQL of what is written otherwise, of a row `it`
 */
export async function again(client, table, times, { changed, where = 'true' }) {
  const { rows } = await client.query(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  const names = rows.map(({ name }) => name)
  await client.query(
    `insert into ${table} (${names.map((it) => `"${it}"`).join(', ')})
     select ${names.map((it) => changed[it] ?? `it."${it}"`).join(', ')} from ${table} it, generate_series(1, ${times}) as made (nth) where ${where}`,
  )
}

/** What a server on this database is given, in production, beside what is set. @param {string} databaseUrl */
export function houseOn(databaseUrl) {
  const settings = readSettings(process.env)
  return {
    ...process.env,
    ...childEnv(settings, { databaseUrl, secret: secretOf(settings) }),
    NODE_ENV: 'production',
  }
}

/** Lets this process itself be the program, on this database. @param {string} databaseUrl */
export function beTheProgram(databaseUrl) {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    RECOUPE_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'the secret of a benchmark that serves nobody',
  })
}
/** Somebody to import as. @param {import('pg').Client} client @returns {Promise<string>} their e-mail */
export async function anImporter(client) {
  const email = 'bench@example.org'
  await client.query(
    `insert into users (id, email, name, role, locale) values ('00000000-0000-7000-8000-000000000001', $1, 'Bench', 'admin', 'fr')`,
    [email],
  )
  return email
}
