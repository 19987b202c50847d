import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { poolOf } from './db'
import { type Prisma, PrismaClient } from './generated/client'

/**
 * Prisma puts the schema of the views in front of everything it names. The tables it means there; the types it casts to
 * stay where they are, and with them the operators that compare them.
 */
class PrismaAsKnown extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const tx = await start(level)
      const query = tx.queryRaw.bind(tx)
      tx.queryRaw = (asked) => query({ ...asked, sql: asked.sql.replaceAll(' AS "as_known".', ' AS "public".') })
      return tx
    }
    return adapter
  }
}

/** Kept on globalThis so that a reload in development makes no second one. */
const kept = globalThis as typeof globalThis & { __recoupeAsKnown?: { pool: unknown; prisma: PrismaClient } }

/** A client over the desk's connections that reads the views of the schema `as_known` instead of the tables. */
function asKnownClient(): PrismaClient {
  const pool = poolOf('app_rw')
  if (kept.__recoupeAsKnown?.pool === pool) return kept.__recoupeAsKnown.prisma
  // No named statements: on a shared connection a name could stand for the same words over the tables.
  const adapter = new PrismaAsKnown(pool, { disposeExternalPool: false, schema: 'as_known' })
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 60_000 } })
  kept.__recoupeAsKnown = { pool, prisma }
  return prisma
}

/**
 * Reads as of a moment (ISO, with zone): every loader works unchanged on what it is handed, in one snapshot that cannot
 * write. Raw SQL finds the views first on its search path; what it calls with a schema in front is of today.
 */
export const readAsKnown = <T>(at: string, read: (tx: PrismaClient) => Promise<T>): Promise<T> => readPast(at, '', read)

/**
 * The same with a stranger's eyes: only what was public at that moment and still is. The revisions hold drafts and people, so
 * the stranger's own role reads none of them; the views apply its policies instead (show_strangers_the_past).
 */
export const readAsPublished = <T>(at: string, read: (tx: PrismaClient) => Promise<T>): Promise<T> =>
  readPast(at, 'stranger', read)

const readPast = <T>(at: string, eyes: '' | 'stranger', read: (tx: PrismaClient) => Promise<T>): Promise<T> =>
  asKnownClient().$transaction(
    async (tx) => {
      await tx.$executeRaw`set transaction read only`
      await tx.$queryRaw`select set_config('recoupe.as_of', ${at}, true), set_config('search_path', 'as_known, public', true),
        set_config('recoupe.eyes', ${eyes}, true)`
      // Anybody may ask for any moment: an answer that takes long is given up, as it is for every stranger.
      if (eyes === 'stranger') await tx.$executeRaw`set local statement_timeout = '5s'`
      return read(withoutNesting(tx))
    },
    { isolationLevel: 'RepeatableRead' },
  )

/** A loader is handed a whole client; inside one transaction it opens no other. */
const withoutNesting = (tx: Prisma.TransactionClient): PrismaClient => tx as unknown as PrismaClient
