import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { databaseUrl } from './postgres'

/** Every test file has a database of its own, copied from the migrated template before anything reads the environment. */
const name = `${inject('templateName')}_${randomBytes(4).toString('hex')}`
const admin = new pg.Client({ connectionString: inject('serverUrl') })
await admin.connect()
// Two files may copy the template at the same moment: PostgreSQL wants it to itself, so they take turns.
await admin.query(`SELECT pg_advisory_lock(7301)`)
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject('templateName')}`)
await admin.query(`SELECT pg_advisory_unlock(7301)`)
await admin.end()
process.env.DATABASE_URL = databaseUrl(inject('serverUrl'), name)
process.env.NEXTAUTH_SECRET = 'a secret of this test run, thirty-two letters or more'
process.env.RECOUPE_URL = 'http://localhost:3000'
process.env.NEXTAUTH_URL = 'http://localhost:3000'

afterAll(async () => {
  const { closeDb } = await import('@/lib/data/db')
  await closeDb()
})
