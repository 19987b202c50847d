import 'server-only'
import type { Db } from './db'
import type { Prisma, PrismaClient } from './generated/client'

/** How long an answer is kept under its key. */
export const KEPT_HOURS = 24

/** Whose key it is, for which address. */
export type KeyOf = { userId: string; route: string; key: string }
export type KeptAnswer = { status: number; body: string; location: string | null; language: string | null }
export type KeptWith = KeptAnswer & { fingerprint: Uint8Array }

/** What was answered under a key, unless that is more than a day ago. */
export async function keptAnswer(db: Db, { userId, route, key }: KeyOf): Promise<KeptWith | null> {
  const rows = await db.$queryRaw<KeptWith[]>`
    select status, body, location, language, fingerprint from api_answers
    where user_id = ${userId}::uuid and route = ${route} and key = ${key}
      and created_at > clock_timestamp() - make_interval(hours => ${KEPT_HOURS}::int)`
  return rows[0] ?? null
}

/**
 * Takes a key for this transaction, or says that somebody has it. PostgreSQL gives it back when the transaction ends, however
 * it ends: a request that dies leaves no key behind.
 */
export async function takeKey(tx: Db, { userId, route, key }: KeyOf): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${JSON.stringify([userId, route, key])}, 7302)) as taken`
  return row?.taken === true
}

/** Keeps an answer under its key, over one that is too old; those of days gone by go with it. */
export async function keepAnswer(db: Db, { userId, route, key }: KeyOf, it: KeptWith): Promise<void> {
  await db.$executeRaw`delete from api_answers where created_at < clock_timestamp() - make_interval(hours => ${KEPT_HOURS}::int)`
  await db.$executeRaw`
    insert into api_answers (user_id, route, key, fingerprint, status, body, location, language, created_at)
    values (${userId}::uuid, ${route}, ${key}, ${it.fingerprint}, ${it.status}, ${it.body}, ${it.location}, ${it.language}, clock_timestamp())
    on conflict (user_id, route, key) do update
      set fingerprint = excluded.fingerprint, status = excluded.status, body = excluded.body, location = excluded.location,
        language = excluded.language, created_at = excluded.created_at`
}

type Around = <T>(tx: Prisma.TransactionClient, work: () => Promise<T>) => Promise<T>

/**
 * The same client, but every transaction opened with it runs inside `around`: what stands beside the work is written with it or
 * not at all. Verbs know nothing of it.
 */
export const withTransactions = (db: PrismaClient, around: Around): PrismaClient =>
  new Proxy(db, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name, target)
      return <T>(work: (tx: Prisma.TransactionClient) => Promise<T>, options?: object) =>
        target.$transaction((tx) => around(tx, () => work(tx)), options)
    },
  })
