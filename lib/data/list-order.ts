import 'server-only'
import { type Cursor, ME } from '@/lib/domain/desk-filter'
import { isUuid } from '@/lib/domain/ids'
import { Prisma } from './generated/client'

/** How many rows one page of a list shows. */
export const PAGE = 50

/** Every order is two keys, both upwards, so that a page begins after a pair: no row is skipped or shown twice while others write. */
export type Order = { k1: Prisma.Sql; k2: Prisma.Sql }

export const byRef = (ref: Prisma.Sql): Order => ({ k1: Prisma.sql`length(${ref})::bigint`, k2: ref })
const micros = (at: Prisma.Sql) => Prisma.sql`(extract(epoch from ${at}) * 1000000)::bigint`
export const latestFirst = (at: Prisma.Sql, id: Prisma.Sql): Order => ({
  k1: Prisma.sql`-${micros(at)}`,
  k2: Prisma.sql`${id}::text`,
})
export const oldestFirst = (at: Prisma.Sql, id: Prisma.Sql): Order => ({ k1: micros(at), k2: Prisma.sql`${id}::text` })

/** The condition that a page begins after this row. */
export const begins = ({ k1, k2 }: Order, after: Cursor | null): Prisma.Sql =>
  after ? Prisma.sql`and (${k1}, ${k2} collate "C") > (${after.k1}::bigint, ${after.k2} collate "C")` : Prisma.empty

export const ordered = ({ k1, k2 }: Order): Prisma.Sql =>
  Prisma.sql`order by ${k1}, ${k2} collate "C" limit ${PAGE + 1}`

export type Keyed = { id: string; k1: string; k2: string }
/** One row more than a page was read: whether there is a next page, and where it begins. */
export function pageOf(rows: readonly Keyed[]): { ids: string[]; next: Cursor | null } {
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { ids: shown.map(({ id }) => id), next: rows.length > PAGE && last ? { k1: last.k1, k2: last.k2 } : null }
}

/** A pattern that finds these letters anywhere, folded; `%` and `_` are letters too. */
export const holding = (q: string): string => `%${q.replace(/[\\%_]/g, '\\$&')}%`

export const all = (conditions: readonly (Prisma.Sql | false)[]): Prisma.Sql =>
  Prisma.join(
    conditions.filter((it) => it !== false),
    ' and ',
  )

/** The last change of a row was another person's, in the last seven days. */
export const changedByOthers = (entity: string, id: Prisma.Sql, version: Prisma.Sql, me: string): Prisma.Sql =>
  Prisma.sql`exists (select from revisions r where r.entity = ${entity} and r.entity_id = ${id} and r.n = ${version}
    and r.actor <> ${me} and r.at > clock_timestamp() - interval '7 days')`

/** An id of a person as the address names it: `me`, or the id itself; what is no id is nobody's. */
export const personOf = (value: string, me: string): string =>
  value === ME ? me : isUuid(value) ? value : '00000000-0000-0000-0000-000000000000'
