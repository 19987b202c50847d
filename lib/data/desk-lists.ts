import 'server-only'
import type { ClaimBrief, OccurrenceView } from '@/lib/domain/record'
import { claimBrief, claimSelect, inTextOrder, occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'

/** How many claims one list shows; the search narrows it. */
const CLAIMS = 500

export type ClaimLine = { claim: ClaimBrief; occurrence: OccurrenceView | null }

/** Claims by ref whose ref, statements or quotations hold these words, accents and case folded; all of them for no words. */
export async function claimLines(db: Db, q: string, eventId: string | null): Promise<ClaimLine[]> {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const ids = (
    await db.$queryRaw<{ id: string }[]>`
      select c.id from claims c
      where c.discarded_at is null and (${eventId}::uuid is null or c.event_id = ${eventId}::uuid)
        and (${q} = '' or fold(concat_ws(' ', c.ref, c.statement_fr, c.statement_en)) like fold(${like})
          or exists (select from occurrences o join anchors a on a.id = o.anchor_id where o.claim_id = c.id and fold(a.exact) like fold(${like})))
      order by c.ref limit ${CLAIMS}`
  ).map(({ id }) => id)
  const rows = await db.claim.findMany({
    where: { id: { in: ids } },
    select: {
      ...claimSelect,
      workState: true,
      occurrences: { where: { discardedAt: null }, select: occurrenceSelect, ...inTextOrder, take: 1 },
    },
    orderBy: { ref: 'asc' },
  })
  return rows.map((row) => ({
    claim: claimBrief(row),
    occurrence: row.occurrences[0] ? occurrenceView(row.occurrences[0]) : null,
  }))
}

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
