import 'server-only'
import { type DeskFilter, type ListView, NOBODY } from '@/lib/domain/desk-filter'
import type { ClaimBrief, OccurrenceView } from '@/lib/domain/record'
import { readSearch } from '@/lib/domain/search-query'
import type { VerdictState, WorkState } from '@/lib/domain/vocabulary'
import { claimBrief, claimSelect, inTextOrder, occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { all, begins, byRef, changedByOthers, type Keyed, latestFirst, ordered, pageOf, personOf } from './list-order'
import { claimsFound } from './search-plan'

const ref = Prisma.sql`c.ref`
const id = Prisma.sql`c.id`

/** Which claims a filter means, for this person. The list, its count and work on all of it ask the same question. */
export function claimsMatching(filter: DeskFilter, me: string): Prisma.Sql {
  const { q, status, assignee, event, label, type, verdict, source, dispatch, changed } = filter
  return all([
    Prisma.sql`c.discarded_at is null`,
    q !== undefined && Prisma.sql`c.id in (${claimsFound(readSearch(q), 'desk')})`,
    status !== undefined && Prisma.sql`c.work_state::text = ${status}`,
    assignee !== undefined &&
      (assignee === NOBODY
        ? Prisma.sql`c.assignee_id is null`
        : Prisma.sql`c.assignee_id = ${personOf(assignee, me)}::uuid`),
    event !== undefined &&
      (event === NOBODY
        ? Prisma.sql`c.event_id is null`
        : Prisma.sql`c.event_id in (select e.id from events e where e.slug = ${event} or e.id::text = ${event})`),
    label !== undefined && Prisma.sql`${label} = any(c.labels)`,
    type !== undefined &&
      Prisma.sql`exists (select from occurrences o join statements s on s.occurrence_id = o.id
        join position_statements ps on ps.statement_id = s.id join positions p on p.id = ps.position_id
        join conflicts x on x.id = p.conflict_id
        where o.claim_id = c.id and o.discarded_at is null and x.type::text = ${type} and x.status not in ('suggested', 'dismissed'))`,
    verdict !== undefined && verdictIs(verdict),
    source !== undefined &&
      Prisma.sql`c.id in (select p.claim_id from live_passages p join hops h on h.occurrence_id = p.occurrence_id
        where h.source_id = (select s.id from sources s where s.slug = ${source}))`,
    dispatch !== undefined &&
      Prisma.sql`c.id in (select p.claim_id from live_passages p where p.dispatch_id = (select d.id from dispatches d where d.slug = ${dispatch}))`,
    changed !== undefined && changedByOthers('claims', id, Prisma.sql`c.version`, me),
  ])
}

/**
 * A claim by the state of its verdict, by its published rating, or with no verdict at all. The rating of a verdict at work
 * is never asked for: it would show a second reader what a blind reading hides.
 */
const verdictIs = (verdict: string): Prisma.Sql =>
  verdict === NOBODY
    ? Prisma.sql`not exists (select from verdicts v where v.claim_id = c.id)`
    : Prisma.sql`exists (select from verdicts v where v.claim_id = c.id and (v.state::text = ${verdict}
        or ${verdict} = (select w.rating_code from verdict_versions w where w.verdict_id = v.id order by w.n desc limit 1)))`

const orderOf = (sort: string) =>
  sort === 'changed'
    ? latestFirst(Prisma.sql`c.updated_at`, id)
    : sort === 'created'
      ? latestFirst(Prisma.sql`c.created_at`, id)
      : byRef(ref)

export const countClaims = async (db: Db, filter: DeskFilter, me: string): Promise<number> =>
  (await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from claims c where ${claimsMatching(filter, me)}`)[0]
    ?.n ?? 0

export type ClaimRow = {
  claim: ClaimBrief
  occurrence: OccurrenceView | null
  labels: readonly string[]
  assignee: string | null
  verdictState: VerdictState | null
  workState: WorkState
  updatedAt: Date
}

/** One page of the claims a view shows, in its order. */
export async function claimPage(db: Db, { filter, sort, after }: ListView, me: string) {
  const order = orderOf(sort)
  const { ids, next } = pageOf(
    await db.$queryRaw<Keyed[]>`
      select c.id, (${order.k1})::text as k1, ${order.k2} as k2 from claims c
      where ${claimsMatching(filter, me)} ${begins(order, after)} ${ordered(order)}`,
  )
  const rows = new Map(
    (
      await db.claim.findMany({
        where: { id: { in: ids } },
        select: {
          ...claimSelect,
          workState: true,
          labels: true,
          updatedAt: true,
          assignee: { select: { name: true } },
          occurrences: { where: { discardedAt: null }, select: occurrenceSelect, ...inTextOrder, take: 1 },
        },
      })
    ).map((row) => [row.id, row]),
  )
  const lines = ids.flatMap((id): ClaimRow[] => {
    const row = rows.get(id)
    if (!row) return []
    return [
      {
        claim: claimBrief(row),
        occurrence: row.occurrences[0] ? occurrenceView(row.occurrences[0]) : null,
        labels: row.labels,
        assignee: row.assignee?.name ?? null,
        verdictState: row.verdict?.state ?? null,
        workState: row.workState,
        updatedAt: row.updatedAt,
      },
    ]
  })
  return { lines, next }
}

/** The labels in use, in alphabetical order. */
export const labelsInUse = async (db: Db): Promise<string[]> =>
  (
    await db.$queryRaw<{ label: string }[]>`
      select distinct label from claims c, unnest(c.labels) as label where c.discarded_at is null order by label limit 500`
  ).map(({ label }) => label)
