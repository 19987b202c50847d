import 'server-only'
import type { DeskFilter, ListName } from '@/lib/domain/desk-filter'
import { claimsMatching } from './claim-lists'
import { conflictsMatching } from './conflict-lists'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { verdictsMatching } from './verdict-lists'

/** How many rows each of these views means for this person, in their order: one statement, whatever their number. */
export async function countViews(
  db: Db,
  views: readonly { list: ListName; filter: DeskFilter }[],
  me: string,
): Promise<number[]> {
  if (views.length === 0) return []
  const counts = views.map(({ list, filter }, i) => {
    const rows =
      list === 'claims'
        ? Prisma.sql`claims c where ${claimsMatching(filter, me)}`
        : list === 'conflicts'
          ? Prisma.sql`conflicts x where ${conflictsMatching(filter, me)}`
          : Prisma.sql`verdicts v where ${verdictsMatching(filter, me)}`
    return Prisma.sql`select ${i}::int as i, (select count(*)::int from ${rows}) as n`
  })
  const found = await db.$queryRaw<{ i: number; n: number }[]>`${Prisma.join(counts, ' union all ')}`
  const byPlace = new Map(found.map(({ i, n }) => [i, n]))
  return views.map((_, i) => byPlace.get(i) ?? 0)
}
