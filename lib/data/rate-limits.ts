import 'server-only'
import { createHash } from 'node:crypto'
import type { Db } from './db'

/** So many tries in so many minutes. The window opens at the first try and is never prolonged by later ones. */
export type Budget = { limit: number; minutes: number }

/** Failed sign-ins per account: ten, then a quarter of an hour (trust.md B6). */
export const ACCOUNT_BUDGET: Budget = { limit: 10, minutes: 15 }
/** Failed sign-ins per address: fifty, because a newsroom shares one (trust.md B7). */
export const ADDRESS_BUDGET: Budget = { limit: 50, minutes: 15 }

/** Looks at protected identities per person: five in an hour (trust.md D8). */
export const REVEAL_BUDGET: Budget = { limit: 5, minutes: 60 }

/** Pages fetched for a person: ten in an hour (trust.md G1). */
export const FETCH_BUDGET: Budget = { limit: 10, minutes: 60 }

/** A key under which tries are counted; hashed, because people type passwords into the e-mail field. */
export const limitKey = (kind: string, who: string): string =>
  `${kind}:${createHash('sha256').update(who).digest('base64url')}`

/** Takes one try out of the budget, before it is made, so that a hundred at once are a hundred. False when none is left. */
export async function takeTry(db: Db, key: string, { limit, minutes }: Budget): Promise<boolean> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    insert into rate_limits as r (key, count, started_at) values (${key}, 1, clock_timestamp())
    on conflict (key) do update set
      count = case when r.started_at < clock_timestamp() - make_interval(mins => ${minutes}::int) then 1 else least(r.count + 1, 1000000) end,
      started_at = case when r.started_at < clock_timestamp() - make_interval(mins => ${minutes}::int) then clock_timestamp() else r.started_at end
    returning count`
  return row !== undefined && row.count <= limit
}

/** A share of a quota: how many there are in a window of so many seconds. */
export type Quota = { limit: number; seconds: number }

/** Takes one share and says how many are left and when they are given anew. Below nought: this one was too many. */
export async function takeShare(
  db: Db,
  key: string,
  { limit, seconds }: Quota,
): Promise<{ left: number; seconds: number }> {
  const [row] = await db.$queryRaw<{ count: number; waits: number }[]>`
    insert into rate_limits as r (key, count, started_at) values (${key}, 1, clock_timestamp())
    on conflict (key) do update set
      count = case when r.started_at < clock_timestamp() - make_interval(secs => ${seconds}::double precision) then 1 else least(r.count + 1, 1000000) end,
      started_at = case when r.started_at < clock_timestamp() - make_interval(secs => ${seconds}::double precision) then clock_timestamp() else r.started_at end
    returning count, ceil(extract(epoch from r.started_at - clock_timestamp()) + ${seconds}::int)::int as waits`
  if (!row) throw new Error('no share was counted')
  return { left: limit - row.count, seconds: Math.max(1, row.waits) }
}

/** Gives a try back: it did not fail. */
export const giveBackTry = (db: Db, key: string): Promise<number> =>
  db.$executeRaw`update rate_limits set count = greatest(count - 1, 0) where key = ${key}`

/** Forgets the tries under a key, and those of days gone by. */
export const forgetTries = (db: Db, key: string): Promise<number> =>
  db.$executeRaw`delete from rate_limits where key = ${key} or started_at < clock_timestamp() - interval '1 day'`
