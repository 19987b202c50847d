import 'server-only'
import type { Db } from './db'

/** Sources to choose from, by name. */
export const sourceChoices = (db: Db) =>
  db.source.findMany({
    where: { discardedAt: null },
    select: { id: true, name: true, kind: true, slug: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 5_000,
  })

/** What the view of a hop does not show, hop by hop, so that a chain can be edited and reused without losing anything of it. */
export async function hopClues(
  db: Db,
  occurrenceIds: readonly string[],
): Promise<Map<string, { sourceId: string; spokenEdtf: string | null }[]>> {
  const hops = await db.hop.findMany({
    where: { occurrenceId: { in: [...occurrenceIds] } },
    select: { occurrenceId: true, sourceId: true, spokenEdtf: true },
    orderBy: [{ occurrenceId: 'asc' }, { position: 'asc' }],
  })
  const byOccurrence = new Map<string, { sourceId: string; spokenEdtf: string | null }[]>()
  for (const { occurrenceId, ...clue } of hops)
    byOccurrence.set(occurrenceId, [...(byOccurrence.get(occurrenceId) ?? []), clue])
  return byOccurrence
}
