import 'server-only'
import { type Found, type FoundBy, MAX_COUNTED } from '@/lib/domain/found'
import { asksNothing, readSearch, type SearchCursor, type SearchQuery } from '@/lib/domain/search-query'
import { claimBrief, claimSelect, inTextOrder, occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { holding } from './list-order'
import { namedFacets } from './search-facets'
import { holds, type SearchEyes, type SearchPlan, searchPlan, searchTable } from './search-plan'

/** How many results one page of a search shows. */
export const RESULTS = 50

/** Where a page begins: after a row, or back from it. */
export type SearchPage = { after: SearchCursor } | { back: SearchCursor } | null

/** Found in more claims than are ranked: their order is by age alone, which the places in it say. */
const BY_AGE = 0
const FOUND_BY: readonly FoundBy[] = ['words', 'words', 'stem', 'form', 'likeness']

type Hit = { id: string; tier: number; score: number }
export type Hits = { total: number; facets: { facet: string; n: number }[]; hits: Hit[] }

/** Rows in the order of their keys, one more than a page. Going back reads the other way round. */
const pageSql = (page: SearchPage): { from: Prisma.Sql; order: Prisma.Sql } => {
  const at = page === null ? null : 'after' in page ? page.after : page.back
  const isBack = page !== null && 'back' in page
  const key = Prisma.sql`(-h.tier, h.score, h.id)`
  return {
    from:
      at === null
        ? Prisma.empty
        : isBack
          ? Prisma.sql`where ${key} > (${-at.tier}::integer, ${at.score}::integer, ${at.id}::uuid)`
          : Prisma.sql`where ${key} < (${-at.tier}::integer, ${at.score}::integer, ${at.id}::uuid)`,
    order: isBack
      ? Prisma.sql`order by -h.tier, h.score, h.id limit ${RESULTS + 1}`
      : Prisma.sql`order by -h.tier desc, h.score desc, h.id desc limit ${RESULTS + 1}`,
  }
}

/**
 * The claims a question finds, counted, with the values of every filter among them, and one page of them: exact words before
 * stems, stems before other forms of a name, these before names that look alike; within each by how well and how often.
 */
export function hitsSql(query: SearchQuery, plan: SearchPlan, eyes: SearchEyes, page: SearchPage): Prisma.Sql {
  const q = (text: string | null) => Prisma.sql`${text}::tsquery`
  const { from, order } = pageSql(page)
  const hasWords = query.terms.length > 0
  // Of its statement and its passages, not of who is named in its chain.
  const own = Prisma.sql`ts_filter(s.words, '{a,b}')`
  const tier = hasWords
    ? Prisma.sql`case when ${own} @@ ${q(plan.typed)} then 1
        when ${own} @@ ${q(plan.linked)} then 3
        when s.fr @@ ${q(plan.typedFr)} or s.en @@ ${q(plan.typedEn)} or s.words @@ ${q(plan.typed)} then 2
        when s.words @@ ${q(plan.near)} and not s.words @@ ${q(plan.linked)} then 4 else 3 end`
    : Prisma.sql`1`
  const score = hasWords
    ? Prisma.sql`(1000000 * (ts_rank(s.words, ${q(plan.near)}, 1) + ts_rank(s.fr, ${q(plan.nearFr)}, 1) + ts_rank(s.en, ${q(plan.nearEn)}, 1)))::integer`
    : Prisma.sql`0`
  return Prisma.sql`
    with hit as materialized (
      select s.claim_id as id, s.facets, ${tier} as tier, ${score} as score from ${searchTable(eyes)} s
      where ${holds(query, { near: q(plan.near), nearFr: q(plan.nearFr), nearEn: q(plan.nearEn), must: q(plan.must) })}
      limit ${MAX_COUNTED + 1}
    ), counted as (
      select facet, count(*)::integer as n from hit, unnest(facets) facet group by facet
    ), most as (
      select facet, n, row_number() over (partition by split_part(facet, ':', 1) order by n desc, facet) as place from counted
    ), page as (select h.id, h.tier, h.score from hit h ${from} ${order})
    select (select count(*)::integer from hit) as total,
      (select coalesce(json_agg(json_build_object('facet', facet, 'n', n) order by n desc, facet), '[]') from most where place <= 8) as facets,
      (select coalesce(json_agg(json_build_object('id', id, 'tier', tier, 'score', score)), '[]') from page) as hits`
}

/** The newest of more claims than are ranked: read along the ids, which begin with the time they were made. */
function newestSql(query: SearchQuery, plan: SearchPlan, eyes: SearchEyes, page: SearchPage): Prisma.Sql {
  const q = (text: string | null) => Prisma.sql`${text}::tsquery`
  const isBack = page !== null && 'back' in page
  const from =
    page === null
      ? Prisma.empty
      : isBack
        ? Prisma.sql`and s.claim_id > ${page.back.id}::uuid`
        : Prisma.sql`and s.claim_id < ${page.after.id}::uuid`
  return Prisma.sql`
    select s.claim_id as id, ${BY_AGE}::integer as tier, 0 as score from ${searchTable(eyes)} s
    where ${holds(query, { near: q(plan.near), nearFr: q(plan.nearFr), nearEn: q(plan.nearEn), must: q(plan.must) })} ${from}
    order by s.claim_id ${isBack ? Prisma.sql`asc` : Prisma.sql`desc`} limit ${RESULTS + 1}`
}

/** What a question finds and in which order, without the claims themselves. */
export async function searchHits(
  db: Db,
  query: SearchQuery,
  plan: SearchPlan,
  eyes: SearchEyes,
  page: SearchPage,
): Promise<Hits> {
  const at = page === null ? null : 'after' in page ? page.after : page.back
  const [counted] = await db.$queryRaw<Hits[]>(hitsSql(query, plan, eyes, page))
  if (!counted || counted.total <= MAX_COUNTED) return counted ?? { total: 0, facets: [], hits: [] }
  // A place among ranked results is no place among results by age: the archive has grown over the limit since.
  const start = at === null || at.tier === BY_AGE ? page : null
  return { ...counted, hits: await db.$queryRaw<Hit[]>(newestSql(query, plan, eyes, start)) }
}

/**
 * Looks for a question in claims, their quotations, sources and places, accents and case folded, French and English stems
 * known. A name also finds its other forms; they come back named as variants, so that a reader knows why something was found.
 */
export async function search(
  db: Db,
  asked: string | SearchQuery,
  { page = null, eyes = 'stranger' }: { page?: SearchPage; eyes?: SearchEyes } = {},
): Promise<Found> {
  const query = typeof asked === 'string' ? readSearch(asked) : asked
  const plan = asksNothing(query) ? null : await searchPlan(db, query)
  const { total, facets, hits } = plan
    ? await searchHits(db, query, plan, eyes, page)
    : { total: 0, facets: [], hits: [] }
  const isBack = page !== null && 'back' in page
  const shown = isBack ? hits.slice(0, RESULTS).reverse() : hits.slice(0, RESULTS)
  const hasMore = hits.length > RESULTS
  const [rows, named, things] = await Promise.all([
    db.claim.findMany({
      where: { id: { in: shown.map(({ id }) => id) } },
      select: {
        ...claimSelect,
        occurrences: { where: { discardedAt: null }, select: occurrenceSelect, ...inTextOrder, take: 1 },
      },
    }),
    namedFacets(db, facets),
    page === null ? thingsCalled(db, query, eyes) : { sources: [], events: [] },
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    variants: plan?.variants ?? [],
    claims: shown.flatMap(({ id, tier }) => {
      const row = byId.get(id)
      if (!row) return []
      const first = row.occurrences[0]
      return [
        {
          claim: claimBrief(row),
          occurrence: first ? occurrenceView(first) : null,
          foundBy: FOUND_BY[tier] ?? 'words',
        },
      ]
    }),
    total: Math.min(total, MAX_COUNTED),
    isMore: total > MAX_COUNTED,
    facets: named,
    previous: (isBack ? hasMore : page !== null) ? (shown[0] ?? null) : null,
    next: (isBack ? true : hasMore) ? (shown.at(-1) ?? null) : null,
    unknown: plan?.unknown ?? [],
    ...things,
  }
}

/**
 * Sources and events whose name holds the words of a question that has no filter. Those of today are looked up in an index
 * (things_called); as of a moment each name is read, as it was then.
 */
async function thingsCalled(db: Db, query: SearchQuery, eyes: SearchEyes): Promise<Pick<Found, 'sources' | 'events'>> {
  if (query.terms.length === 0 || query.active.length > 0) return { sources: [], events: [] }
  const like = Prisma.sql`fold(${holding(query.terms.map(({ words }) => words).join(' '))})`
  const isNow = Prisma.sql`coalesce(current_setting('recoupe.as_of', true), '') = ''`
  const found = (what: 'sources' | 'events', thatHold: Prisma.Sql) => Prisma.sql`
    select id from things_called(${what}, ${like}, ${eyes === 'stranger'}) id where ${isNow}
    union all ${thatHold} and not ${isNow}`
  const sourcesThatHold = Prisma.sql`select id from sources where fold(name) like ${like}`
  const eventsThatHold = Prisma.sql`select id from events where (fold(title_fr) like ${like} or fold(title_en) like ${like})`
  const [sources, events] = await Promise.all([
    db.$queryRaw<{ slug: string; name: string }[]>`
      select slug, name from sources where id in (${found('sources', sourcesThatHold)}) and discarded_at is null
      order by name limit 20`,
    db.$queryRaw<{ slug: string; titleFr: string; titleEn: string }[]>`
      select slug, title_fr as "titleFr", title_en as "titleEn" from events
      where id in (${found('events', eventsThatHold)}) and discarded_at is null
      order by ref limit 20`,
  ])
  return { sources, events }
}
