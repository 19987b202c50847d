import 'server-only'
import { asksNothing, type SearchKey, type SearchQuery } from '@/lib/domain/search-query'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { all } from './list-order'

/** Whose claims are searched: a stranger's table holds what is published, and of it what a stranger may read. */
export type SearchEyes = 'desk' | 'stranger'
export const searchTable = (eyes: SearchEyes): Prisma.Sql =>
  eyes === 'desk' ? Prisma.sql`claim_search` : Prisma.sql`public_claim_search`

/** What the words of a question are in the index, as PostgreSQL writes a tsquery (see the migration index_search). */
export type SearchPlan = {
  typed: string | null
  typedFr: string | null
  typedEn: string | null
  linked: string | null
  near: string | null
  nearFr: string | null
  nearEn: string | null
  must: string | null
  variants: string[]
  unknown: { key: SearchKey; value: string }[]
}

const planSql = ({ terms, without, filters }: SearchQuery): Prisma.Sql =>
  Prisma.sql`search_plan(${JSON.stringify({ terms, without, filters })}::jsonb)`

export async function searchPlan(db: Db, query: SearchQuery): Promise<SearchPlan | null> {
  const rows = await db.$queryRaw<SearchPlan[]>`
    select typed::text, typed_fr::text as "typedFr", typed_en::text as "typedEn", linked::text, near::text,
      near_fr::text as "nearFr", near_en::text as "nearEn", must::text, variants, unknown
    from ${planSql(query)} p`
  return rows[0] ?? null
}

type Looked = { near: Prisma.Sql; nearFr: Prisma.Sql; nearEn: Prisma.Sql; must: Prisma.Sql }

/** The condition under which a row `s` of the search holds what is asked. */
export function holds(query: SearchQuery, { near, nearFr, nearEn, must }: Looked): Prisma.Sql {
  if (asksNothing(query)) return Prisma.sql`false`
  return all([
    query.terms.length > 0 && Prisma.sql`(s.words @@ ${near} or s.fr @@ ${nearFr} or s.en @@ ${nearEn})`,
    query.filters.length + query.without.length > 0 && Prisma.sql`s.words @@ ${must}`,
    query.before !== null && Prisma.sql`s.time_from < ${query.before}::date`,
    query.after !== null && Prisma.sql`s.time_to > ${query.after}::date`,
  ])
}

/** The ids of the claims in which a question is found, for a list or an export: what the search itself finds, in no order. */
export const claimsFound = (query: SearchQuery, eyes: SearchEyes): Prisma.Sql => Prisma.sql`
  select s.claim_id from ${planSql(query)} p join ${searchTable(eyes)} s on ${holds(query, {
    near: Prisma.sql`p.near`,
    nearFr: Prisma.sql`p.near_fr`,
    nearEn: Prisma.sql`p.near_en`,
    must: Prisma.sql`p.must`,
  })}`

/** Sorts into the index what waits in its list, which every search reads through. */
export async function sortInSearch(db: Db): Promise<void> {
  await db.$queryRaw`select tidy_search()`
}
