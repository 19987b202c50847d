import 'server-only'
import { type DeskFilter, type ListView, NOBODY, UNSETTLED } from '@/lib/domain/desk-filter'
import type { ConflictStatus, Severity } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import { type ConflictLine, conflictLines } from './desk-review'
import { Prisma } from './generated/client'
import {
  all,
  begins,
  byRef,
  changedByOthers,
  holding,
  type Keyed,
  latestFirst,
  ordered,
  pageOf,
  personOf,
} from './list-order'

const ref = Prisma.sql`x.ref`
const id = Prisma.sql`x.id`
const unsettled = Prisma.sql`x.status in ('open', 'under_review', 'reopened')`

/** Which conflicts a filter means, for this person. Those of a discarded event went with it. */
export function conflictsMatching(filter: DeskFilter, me: string): Prisma.Sql {
  const { q, status, assignee, event, type, severity, source, changed } = filter
  const like = holding(q ?? '')
  return all([
    Prisma.sql`exists (select from events e where e.id = x.event_id and e.discarded_at is null)`,
    q !== undefined &&
      Prisma.sql`(fold(concat_ws(' ', x.ref, x.title_fr, x.title_en, x.explanation_fr, x.explanation_en)) like fold(${like})
        or exists (select from positions p where p.conflict_id = x.id and fold(p.value) like fold(${like})))`,
    status !== undefined && (status === UNSETTLED ? unsettled : Prisma.sql`x.status::text = ${status}`),
    assignee !== undefined &&
      (assignee === NOBODY
        ? Prisma.sql`x.assignee_id is null`
        : Prisma.sql`x.assignee_id = ${personOf(assignee, me)}::uuid`),
    event !== undefined &&
      Prisma.sql`x.event_id in (select e.id from events e where e.slug = ${event} or e.id::text = ${event})`,
    filter.class !== undefined && Prisma.sql`x.class::text = ${filter.class}`,
    type !== undefined && Prisma.sql`x.type::text = ${type}`,
    severity !== undefined && Prisma.sql`x.severity::text = ${severity}`,
    source !== undefined &&
      Prisma.sql`exists (select from positions p join position_statements ps on ps.position_id = p.id
        join statements s on s.id = ps.statement_id join hops h on h.occurrence_id = s.occurrence_id
        join sources so on so.id = h.source_id where p.conflict_id = x.id and so.slug = ${source})`,
    changed !== undefined && changedByOthers('conflicts', id, Prisma.sql`x.version`, me),
  ])
}

const openFirst = {
  k1: Prisma.sql`(case when ${unsettled} then 0 else 1000 end + length(x.ref))::bigint`,
  k2: ref,
}
const orderOf = (sort: string) =>
  sort === 'changed'
    ? latestFirst(Prisma.sql`x.updated_at`, id)
    : sort === 'created'
      ? latestFirst(Prisma.sql`x.created_at`, id)
      : sort === 'ref'
        ? byRef(ref)
        : openFirst

/** How many conflicts a filter means, and how many of them are still to be settled. */
export async function countConflicts(db: Db, filter: DeskFilter, me: string): Promise<{ total: number; open: number }> {
  const rows = await db.$queryRaw<{ total: number; open: number }[]>`
    select count(*)::int as total, (count(*) filter (where ${unsettled}))::int as open from conflicts x where ${conflictsMatching(filter, me)}`
  return rows[0] ?? { total: 0, open: 0 }
}

export type ConflictRow = ConflictLine & {
  version: number
  severity: Severity
  status: ConflictStatus
  assignee: string | null
  updatedAt: Date
}

/** One page of the conflicts a view shows, in its order. */
export async function conflictPage(db: Db, { filter, sort, after }: ListView, me: string) {
  const order = orderOf(sort)
  const { ids, next } = pageOf(
    await db.$queryRaw<Keyed[]>`
      select x.id, (${order.k1})::text as k1, ${order.k2} as k2 from conflicts x
      where ${conflictsMatching(filter, me)} ${begins(order, after)} ${ordered(order)}`,
  )
  const [lines, work] = await Promise.all([
    conflictLines(db, { id: { in: ids } }),
    db.conflict.findMany({
      where: { id: { in: ids } },
      select: { id: true, version: true, severity: true, updatedAt: true, assignee: { select: { name: true } } },
    }),
  ])
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  const workOf = new Map(work.map((row) => [row.id, row]))
  return {
    next,
    lines: ids.flatMap((id): ConflictRow[] => {
      const [line, row] = [lineOf.get(id), workOf.get(id)]
      return line && row ? [{ ...line, ...row, assignee: row.assignee?.name ?? null }] : []
    }),
  }
}
