import 'server-only'
import type { HomeRecord } from '@/lib/domain/home'
import type { Db } from './db'
import { Prisma } from './generated/client'

const published = Prisma.sql`verdicts v join claims c on c.id = v.claim_id
  where c.discarded_at is null and exists (select from verdict_versions w where w.verdict_id = v.id)`

export const countDispatches = (db: Db): Promise<number> => db.dispatch.count({ where: { discardedAt: null } })
export const countEvents = (db: Db): Promise<number> => db.event.count({ where: { discardedAt: null } })
export const countConflictsSeen = (db: Db): Promise<number> => db.conflict.count()
export const countPublishedVerdicts = async (db: Db): Promise<number> =>
  (await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from ${published}`)[0]?.n ?? 0

/** How much there is, as the role that asks may see it. */
export async function countsOf(db: Db): Promise<HomeRecord['counts']> {
  const [row] = await db.$queryRaw<Record<keyof HomeRecord['counts'], number>[]>`
    select (select count(*)::int from dispatches where discarded_at is null) as dispatches,
           (select count(*)::int from claims where discarded_at is null) as claims,
           (select count(*)::int from sources where discarded_at is null) as sources,
           (select count(*)::int from conflicts where status not in ('suggested', 'dismissed')) as conflicts,
           (select count(*)::int from ${published}) as verdicts`
  if (!row) throw new Error('counting returned no row')
  return row
}
