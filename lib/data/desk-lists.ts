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
