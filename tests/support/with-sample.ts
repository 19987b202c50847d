import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { inject } from 'vitest'
import { TYPESCRIPT } from '../../bin/parts/first-time.mjs'
import { databaseUrl } from './postgres'

/**
 * Imported by a test file that begins with the sample: its database becomes a copy of one that holds it. The first who asks
 * loads it, as a first start does; the others wait for that, and copy.
 */
const { pathname } = new URL(process.env.DATABASE_URL ?? '')
const own = pathname.slice(1)
const sample = `${inject('templateName')}_sample`
const admin = new pg.Client({ connectionString: inject('serverUrl') })
await admin.connect()
try {
  await admin.query(`SELECT pg_advisory_lock(7302)`)
  if ((await admin.query(`SELECT FROM pg_database WHERE datname = $1`, [sample])).rowCount === 0) await load()
  await admin.query(`DROP DATABASE ${own}`)
  await admin.query(`CREATE DATABASE ${own} TEMPLATE ${sample}`)
} finally {
  await admin.end()
}

/** It has its name once it is whole: a loading that fails is begun again by the next who asks. */
async function load(): Promise<void> {
  const loading = `${sample}_loading`
  await admin.query(`DROP DATABASE IF EXISTS ${loading} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${loading} TEMPLATE ${own}`)
  const env = { ...process.env, DATABASE_URL: databaseUrl(inject('serverUrl'), loading) }
  await promisify(execFile)(process.execPath, [...TYPESCRIPT, 'seeds/run.ts'], { env })
  await admin.query(`ALTER DATABASE ${loading} RENAME TO ${sample}`)
}
