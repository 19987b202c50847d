import 'server-only'
import type { Db } from './db'
import { Prisma } from './generated/client'
import type { SearchEyes } from './search-plan'

/**
 * The first passages `p` of those a condition means, in the order of their texts, and how many it means in all. Found and sorted
 * in one table (migration order_live_passages), so that only what is shown is read.
 */
export async function firstPassages(
  db: Db,
  eyes: SearchEyes,
  means: Prisma.Sql,
  take: number,
): Promise<{ ids: string[]; total: number }> {
  const seen = eyes === 'stranger' ? Prisma.sql`and p.is_public` : Prisma.empty
  const rows = await db.$queryRaw<{ id: string; total: number }[]>`
    select p.occurrence_id as id, (count(*) over ())::int as total from live_passages p where ${means} ${seen}
    order by p.start, p."end" desc, p.occurrence_id limit ${take}`
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}

/** Rows in the order of these ids; what is no longer there is left out. */
export function inOrderOf<T extends { id: string }>(ids: readonly string[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
