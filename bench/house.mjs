/** The installation a benchmark runs on: DATABASE_URL when it is set, else the embedded database in the data folder. */
import { openDatabase } from '../bin/parts/database.mjs'
import { secretOf } from '../bin/parts/first-time.mjs'
import { childEnv, readSettings } from '../bin/parts/settings.mjs'

/**
 * Runs `work` with the environment a server of this installation needs, then lets the database go.
 * @param {(env: Record<string, string>) => Promise<void>} work
 */
export async function withHouse(work) {
  const settings = readSettings(process.env)
  const database = await openDatabase(settings)
  try {
    await work(childEnv(settings, { databaseUrl: database.url, secret: secretOf(settings) }))
  } finally {
    await database.stop()
  }
}
