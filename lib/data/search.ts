import 'server-only'
import type { Found } from '@/lib/domain/found'
import { claimBrief, claimSelect, inTextOrder, occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { holding } from './list-order'

/** How many results one page of a search shows. */
const RESULTS = 50

/** Other forms of the name these words are, linked by a reviewer (Kona, Konna) or one or two letters away. */
export async function variantsOf(db: Db, q: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ form: string }[]>`
    with asked as (
      select distinct n.entity_id from names n
      where fold(n.form) = fold(${q}) or (length(${q}) >= 4 and similarity(fold(n.form), fold(${q})) >= 0.45)
    ), same as (
      select entity_id from asked
      union select l.to_id from entity_links l join asked a on a.entity_id = l.from_id where l.relation in ('same', 'possibly_same') and l.ended_at is null
      union select l.from_id from entity_links l join asked a on a.entity_id = l.to_id where l.relation in ('same', 'possibly_same') and l.ended_at is null
    )
    select distinct n.form from names n join same s using (entity_id) where fold(n.form) <> fold(${q}) order by n.form limit 12`
  return rows.map(({ form }) => form)
}

/**
 * Claims in which these words are found, by which of three ways. French stems make Kona and Konna one word: what only a stem or a
 * linked form found is said to be a variant.
 */
export const claimsFor = (q: string, variants: readonly string[]): Prisma.Sql => Prisma.sql`
  with text_of as (
    select c.id, c.ref, fold(concat_ws(' ', c.ref, c.statement_fr, c.statement_en, string_agg(a.exact, ' '))) as words
    from claims c
    left join occurrences o on o.claim_id = c.id and o.discarded_at is null
    left join anchors a on a.id = o.anchor_id
    where c.discarded_at is null
    -- A view of the past has no primary key: each column is named.
    group by c.id, c.ref, c.statement_fr, c.statement_en
  ), scored as (
    select id, ref,
      words like fold(${holding(q)}) or to_tsvector('simple', words) @@ websearch_to_tsquery('simple', fold(${q})) as by_words,
      to_tsvector('french', words) @@ websearch_to_tsquery('french', fold(${q})) or to_tsvector('english', words) @@ websearch_to_tsquery('english', fold(${q})) as by_stem,
      exists (select from unnest(${variants}::text[]) v where words ~ ('\\m' || regexp_replace(fold(v), '([^[:alnum:] ])', '\\\\\\1', 'g') || '\\M')) as by_variant,
      ts_rank(to_tsvector('french', words), websearch_to_tsquery('french', fold(${q}))) as rank
    from text_of
  )
  select id, ref, by_words, by_variant, rank from scored where by_words or by_stem or by_variant`

/**
 * Looks for words in claims, their quotations, sources and events, accents and case folded, French and English stems known.
 * A name also finds its other forms; they come back named as variants, so that a reader knows why something was found.
 */
export async function search(db: Db, q: string): Promise<Found> {
  const like = holding(q)
  const variants = await variantsOf(db, q)
  const found = await db.$queryRaw<{ id: string; by_words: boolean }[]>`
    select id, by_words or not by_variant as by_words from (${claimsFor(q, variants)}) found order by by_words desc, rank desc, ref limit ${RESULTS}`
  const rows = await db.claim.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: {
      ...claimSelect,
      occurrences: { where: { discardedAt: null }, select: occurrenceSelect, ...inTextOrder, take: 1 },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const [sources, events] = await Promise.all([
    db.$queryRaw<
      { slug: string; name: string }[]
    >`select slug, name from sources where discarded_at is null and fold(name) like fold(${like}) order by name limit 20`,
    db.$queryRaw<{ slug: string; titleFr: string; titleEn: string }[]>`
      select slug, title_fr as "titleFr", title_en as "titleEn" from events
      where discarded_at is null and (fold(title_fr) like fold(${like}) or fold(title_en) like fold(${like})) order by ref limit 20`,
  ])
  return {
    variants,
    claims: found.flatMap(({ id, by_words }) => {
      const row = byId.get(id)
      if (!row) return []
      const first = row.occurrences[0]
      return [
        {
          claim: claimBrief(row),
          occurrence: first ? occurrenceView(first) : null,
          foundBy: by_words ? ('words' as const) : ('variant' as const),
        },
      ]
    }),
    sources,
    events,
  }
}
