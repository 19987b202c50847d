import 'server-only'
import type { Db } from './db'

/** Sources to choose from, by name. */
export const sourceChoices = (db: Db) =>
  db.source.findMany({
    select: { id: true, name: true, kind: true, slug: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 5_000,
  })

/** The source of each hop of these occurrences, so that a chain can be edited and reused. */
export async function chainSources(db: Db, occurrenceIds: readonly string[]): Promise<Map<string, string[]>> {
  const hops = await db.hop.findMany({
    where: { occurrenceId: { in: [...occurrenceIds] } },
    select: { occurrenceId: true, sourceId: true },
    orderBy: [{ occurrenceId: 'asc' }, { position: 'asc' }],
  })
  const byOccurrence = new Map<string, string[]>()
  for (const { occurrenceId, sourceId } of hops)
    byOccurrence.set(occurrenceId, [...(byOccurrence.get(occurrenceId) ?? []), sourceId])
  return byOccurrence
}

/** How much is waiting for somebody. */
export async function waiting(
  db: Db,
): Promise<{ conflicts: number; second: number; rereview: number; drafts: number }> {
  const [conflicts, states] = await Promise.all([
    db.conflict.count({ where: { status: { in: ['open', 'under_review', 'reopened'] } } }),
    db.verdict.groupBy({ by: ['state'], _count: true }),
  ])
  const count = (state: string) => states.find((row) => row.state === state)?._count ?? 0
  return { conflicts, second: count('second_reading'), rereview: count('needs_rereview'), drafts: count('draft') }
}
