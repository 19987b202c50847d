import 'server-only'
import type { LiveItem } from '@/lib/domain/live'
import type { Db } from './db'

/** More than this and a page is told that there is much, not what. */
const MANY = 200
/** A transaction may show its rows a little after the time they carry; what is told twice is known by its version. */
const OVERLAP_MS = 5_000

/** What changed on the desk since a moment (milliseconds of the database's clock), and that clock now. */
export async function changesSince(db: Db, since: number): Promise<{ items: LiveItem[]; many: boolean; now: number }> {
  const from = new Date(since - OVERLAP_MS)
  const rows = await db.$queryRaw<{ item: LiveItem }[]>`
    select desk_news(entity, entity_id, n, actor, content, at) as item from revisions
    where at > ${from}::timestamptz order by at limit ${MANY + 1}`
  const items = rows.map(({ item }) => item)
  return { items: items.length > MANY ? [] : items, many: items.length > MANY, now: await liveNow(db) }
}

/** The database's clock in milliseconds. */
export async function liveNow(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ now: number }[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::double precision as now`
  return Math.floor(row?.now ?? 0)
}

/** Names of people, by id, for saying who changed something. */
export async function namesById(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Says something to every process that has desk pages open: who is where. Kept nowhere. */
export async function sayToDesk(db: Db, message: object): Promise<void> {
  await db.$executeRaw`select pg_notify('recoupe_desk', ${JSON.stringify(message)})`
}
