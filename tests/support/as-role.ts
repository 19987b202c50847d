import pg from 'pg'
import { afterAll } from 'vitest'

/** What PostgreSQL said when it refused: its five-letter code and the constraint, if one was named. */
export type Refusal = { code: string; constraint: string | undefined; message: string }
type Role = 'app_rw' | 'app_public' | 'superuser'
type Ask = (sql: string, values?: unknown[]) => Promise<pg.QueryResult>

let pool: pg.Pool | undefined
afterAll(async () => {
  await pool?.end()
  pool = undefined
})

/**
 * One transaction straight in PostgreSQL, in a role, with somebody acting or nobody: what the rules say when no service
 * stands before them. Kept when `work` ends well.
 */
export async function asRole<T>(role: Role, actor: string | null, work: (ask: Ask) => Promise<T>): Promise<T> {
  pool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 })
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    if (role !== 'superuser') await client.query(`SET LOCAL ROLE ${role}`)
    if (actor !== null) await client.query(`SELECT set_config('recoupe.actor', $1, true)`, [actor])
    const done = await work((sql, values) => client.query(sql, values))
    await client.query('COMMIT')
    return done
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** The refusal a piece of work ends in; an error of ours, or none at all, is thrown on. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof pg.DatabaseError)) throw error ?? new Error('nothing was refused')
  return { code: error.code ?? '', constraint: error.constraint, message: error.message }
}
