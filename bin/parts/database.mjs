/** The database a command works on: the operator's, checked; or the one that comes with Recoupe, started for as long as needed. */
import pg from 'pg'
import { startPostgres } from '../embedded-postgres.mjs'
import { Problem, sentenceOf } from './problem.mjs'

/** What the schema needs: unaccent and pg_trgm are older, but generated columns and grants are written for 15. */
const FLOOR = 150_000
const VERSION_UNIT = 10_000

/** Without these, what was acknowledged can be lost when the power goes. */
export const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit']

/**
 * @typedef {{ url: string, version: string, isEmbedded: boolean, attached: boolean, forgets: string[],
 *   stop: () => Promise<void> }} Database  forgets: the names of DURABLE that are off
 */

/**
 * @param {import('./settings.mjs').Settings} settings @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<Database>}
 */
export async function openDatabase({ databaseUrl, dataDir }, { log } = {}) {
  if (databaseUrl === null)
    return { ...(await startPostgres({ dataDir, ...(log ? { log } : {}) })), isEmbedded: true, forgets: [] }
  const found = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS n, split_part(current_setting('server_version'), ' ', 1) AS name,
        ARRAY(SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting = 'off') AS forgets`,
      [DURABLE],
    )
    if (rows[0].n < FLOOR)
      throw new Problem(
        `DATABASE_URL leads to PostgreSQL ${rows[0].name}; Recoupe needs ${FLOOR / VERSION_UNIT} or later.`,
        'Upgrade that server, or leave DATABASE_URL out to use the one that comes with Recoupe.',
      )
    return rows[0]
  })
  return {
    url: databaseUrl,
    version: found.name,
    isEmbedded: false,
    attached: true,
    forgets: found.forgets,
    stop: async () => undefined,
  }
}

/**
 * One connection for one piece of work, with errors a person can act on.
 * @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'recoupe' })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(url, error)
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** @type {Record<string, string>} */
const NEXT_STEP = {
  ECONNREFUSED: 'Is it running, and does it listen on that address and port?',
  ENOTFOUND: 'That host name is not known; check its spelling.',
  ETIMEDOUT: 'A firewall may be in between.',
  '28P01': 'Check the user and password in DATABASE_URL.',
  28000: 'Its pg_hba.conf does not let this user in from here.',
  '3D000': 'Create the database first: createdb NAME.',
  53300: 'It has no free connection: raise max_connections or lower RECOUPE_POOL_SIZE.',
}

/** @param {string} url @param {unknown} error */
function unreachable(url, error) {
  const { code } = /** @type {{ code?: string }} */ (error)
  let place = 'the database'
  try {
    const { hostname, port, pathname } = new URL(url)
    place = `the database ${pathname.slice(1)} at ${hostname}:${port || 5432}` // never the password
  } catch {
    // The address is not one; the reason below says so.
  }
  return new Problem(`Cannot reach ${place}: ${sentenceOf(error)}`, NEXT_STEP[code ?? ''] ?? 'Check DATABASE_URL.', {
    cause: error,
  })
}

/**
 * Is there a row? False also when its table is not there yet.
 * @param {string} url @param {string} sql @param {unknown[]} [values] @returns {Promise<boolean>}
 */
export const hasRow = (url, sql, values = []) =>
  withClient(url, async (client) => ((await client.query(sql, values)).rowCount ?? 0) > 0)

/**
 * Lets one process at a time do something to a database, on whatever machine it runs.
 * @template T @param {string} url @param {number} key @param {() => Promise<T>} work @returns {Promise<T>}
 */
export const oneAtATime = (url, key, work) =>
  withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [key]) // given back when the connection ends
    return work()
  })
