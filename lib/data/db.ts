import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { Prisma, PrismaClient } from './generated/client'

/** Either the pool or an open transaction: the caller decides, this room never does. */
export type Db = PrismaClient | Prisma.TransactionClient

/** Roles of the database: the desk's, and a stranger's, which can read published things only. */
export type DatabaseRole = 'app_rw' | 'app_public'

type Pools = { pool: pg.Pool; prisma: PrismaClient }
/** One pool per role and process, kept on globalThis so that a reload in development does not leak connections. */
const kept = globalThis as typeof globalThis & { __recoupePools?: Map<DatabaseRole, Pools> }

function open(role: DatabaseRole): Pools {
  kept.__recoupePools ??= new Map()
  const known = kept.__recoupePools.get(role)
  if (known) return known
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().RECOUPE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: `recoupe ${role}`,
    // The role is taken at connection time; nothing in the application can give it back. PostgreSQL compiles statements it
    // expects to be long (JIT, on where it was built with it); ours are short, and it expects wrongly behind policies.
    options: `-c role=${role} -c statement_timeout=${role === 'app_rw' ? 30_000 : 5_000} -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 -c jit=off`,
  })
  // A connection that dies while idle is replaced by the pool; without a listener Node would stop the process.
  pool.on('error', (error) => console.warn(`database connection lost: ${error.message}`))
  const statements = new Map<string, string>()
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: false,
      // Named statements are planned once per connection (performance.md fact 9).
      statementNameGenerator: ({ sql }) => {
        const known = statements.get(sql)
        if (known) return known
        const name = `r${statements.size}`
        statements.set(sql, name)
        return name
      },
    }),
    transactionOptions: { maxWait: 5_000, timeout: 60_000 },
  })
  const pools = { pool, prisma }
  kept.__recoupePools.set(role, pools)
  return pools
}

/** The client of the desk: may write, leaves history. */
export const deskDb = (): PrismaClient => open('app_rw').prisma
/** The client of a stranger: PostgreSQL itself shows it published rows only. */
export const publicDb = (): PrismaClient => open('app_public').prisma
/** The connections behind a client, for COPY. */
export const poolOf = (role: DatabaseRole): pg.Pool => open(role).pool

/** Closes every connection (end of a script or a test). */
export async function closeDb(): Promise<void> {
  for (const { pool, prisma } of kept.__recoupePools?.values() ?? []) {
    await prisma.$disconnect()
    await pool.end()
  }
  kept.__recoupePools?.clear()
}

/**
 * One transaction in which `actor` acts: revisions and audit rows carry the name. Everything in `work` is kept or nothing is.
 * A deadlock or a serialisation failure is tried again up to three times with a growing, jittered pause.
 */
export async function transactionAs<T>(
  db: PrismaClient,
  actor: string,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  reason?: string,
  /** Milliseconds after which it is given up; only work on very many rows asks for more than the usual minute. */
  timeout?: number,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(
        async (tx) => {
          await tx.$queryRaw`select set_config('recoupe.actor', ${actor}, true), set_config('recoupe.reason', ${reason ?? ''}, true)`
          if (timeout !== undefined)
            await tx.$executeRaw`select set_config('statement_timeout', ${String(timeout)}, true)`
          return work(tx)
        },
        timeout === undefined ? undefined : { timeout },
      )
    } catch (error) {
      if (attempt >= 3 || !isTransient(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 20 * (0.5 + Math.random())))
    }
  }
}

/** A write conflict or deadlock: Prisma says P2034, or hands the adapter's own error through at COMMIT. */
function isTransient(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true
  const cause = (error as { cause?: { kind?: string } } | null)?.cause
  return cause?.kind === 'TransactionWriteConflict'
}

/**
 * The constraint PostgreSQL named when it refused a write, or null when the error is another one. Prisma keeps the name of
 * a real constraint; of an error raised by a trigger it keeps the message only, so our triggers put the name in it.
 */
export function refusedBy(error: unknown): string | null {
  let at: unknown = error
  for (let depth = 0; depth < 6 && at !== null && typeof at === 'object'; depth++) {
    const it = at as Record<string, unknown>
    if (typeof it.constraint === 'string') return it.constraint
    const constraint = it.constraint as { index?: string; fields?: string[] } | undefined
    if (constraint?.index) return constraint.index
    if (constraint?.fields) return constraint.fields.join(',')
    const said = it.originalMessage ?? it.message
    const named = typeof said === 'string' ? /constraint "([a-z_]+)"/.exec(said)?.[1] : undefined
    if (named) return named
    at = it.cause ?? (it.meta as Record<string, unknown> | undefined)?.driverAdapterError
  }
  return null
}

/**
 * Reads inside an open transaction of the desk with a stranger's eyes: what is being published, and nothing else, can be
 * seen, although it is not committed yet.
 */
export async function asStranger<T>(tx: Prisma.TransactionClient, read: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`set local role app_public`
  const seen = await read()
  await tx.$executeRaw`set local role app_rw`
  return seen
}
