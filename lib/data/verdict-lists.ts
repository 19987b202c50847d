import 'server-only'
import { type DeskFilter, type ListView, NOBODY, TO_READ } from '@/lib/domain/desk-filter'
import { readSearch } from '@/lib/domain/search-query'
import type { Db } from './db'
import { type VerdictLine, verdictLines } from './desk-review'
import { Prisma } from './generated/client'
import {
  all,
  begins,
  changedByOthers,
  type Keyed,
  latestFirst,
  oldestFirst,
  ordered,
  pageOf,
  personOf,
} from './list-order'
import { claimsFound } from './search-plan'

const id = Prisma.sql`v.id`

/** A verdict that waits for its second reader: not its author, and nobody else before. */
export const waitsFor = (me: string): Prisma.Sql =>
  Prisma.sql`(v.state = 'second_reading' and v.second_reader_id is null and v.author_id <> ${me}::uuid)`

/** Which verdicts a filter means, for this person. Neither rating nor author is asked of what a blind reading hides. */
export function verdictsMatching(filter: DeskFilter, me: string): Prisma.Sql {
  const { q, status, author, event, verdict, label, source, changed } = filter
  const isClaim = (condition: Prisma.Sql) =>
    Prisma.sql`exists (select from claims c where c.id = v.claim_id and ${condition})`
  return all([
    isClaim(Prisma.sql`c.discarded_at is null`),
    q !== undefined && Prisma.sql`v.claim_id in (${claimsFound(readSearch(q), 'desk')})`,
    status !== undefined && (status === TO_READ ? waitsFor(me) : Prisma.sql`v.state::text = ${status}`),
    author !== undefined &&
      Prisma.sql`v.author_id = ${personOf(author, me)}::uuid
        and not verdict_is_hidden_from(v, ${me}::uuid)`,
    event !== undefined &&
      (event === NOBODY
        ? isClaim(Prisma.sql`c.event_id is null`)
        : isClaim(
            Prisma.sql`c.event_id in (select e.id from events e where e.slug = ${event} or e.id::text = ${event})`,
          )),
    verdict !== undefined &&
      Prisma.sql`${verdict} = (select w.rating_code from verdict_versions w where w.verdict_id = v.id order by w.n desc limit 1)`,
    label !== undefined && isClaim(Prisma.sql`${label} = any(c.labels)`),
    source !== undefined &&
      Prisma.sql`exists (select from occurrences o join hops h on h.occurrence_id = o.id join sources s on s.id = h.source_id
        where o.claim_id = v.claim_id and o.discarded_at is null and s.slug = ${source})`,
    changed !== undefined && changedByOthers('verdicts', id, Prisma.sql`v.version`, me),
  ])
}

export const countVerdicts = async (db: Db, filter: DeskFilter, me: string): Promise<number> =>
  (
    await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from verdicts v where ${verdictsMatching(filter, me)}`
  )[0]?.n ?? 0

/** One page of the verdicts a view shows, in its order, with the last rating this person gave of each claim. */
export async function verdictPage(db: Db, { filter, sort, after }: ListView, me: string) {
  const at = Prisma.sql`v.updated_at`
  const order = sort === 'changed' ? latestFirst(at, id) : oldestFirst(at, id)
  const { ids, next } = pageOf(
    await db.$queryRaw<Keyed[]>`
      select v.id, (${order.k1})::text as k1, ${order.k2} as k2 from verdicts v
      where ${verdictsMatching(filter, me)} ${begins(order, after)} ${ordered(order)}`,
  )
  const lines = new Map((await verdictLines(db, me, { id: { in: ids } })).map((line) => [line.id, line]))
  return {
    next,
    lines: ids.flatMap((id): VerdictLine[] => {
      const line = lines.get(id)
      return line ? [line] : []
    }),
  }
}
