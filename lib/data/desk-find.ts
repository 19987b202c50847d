import 'server-only'
import type { DeskThing } from '@/lib/domain/found'
import type { Db } from './db'

/** How many of one kind are shown; more words narrow it. */
const OF_EACH_KIND = 6

/** Claims that are looked at more closely: of a word that stands in more of them, more words narrow it. */
const LOOKED_AT = 300

/**
 * Things of the desk whose words hold all of these words, accents and case folded: a reference first, then names that begin
 * with what was typed. For the palette of the desk, where unpublished things are found too. Claims are found by how their words
 * begin, in the index of the desk's search; of the others there are few enough to read all names.
 */
export const findOnDesk = (db: Db, words: readonly string[], whole: string): Promise<DeskThing[]> =>
  db.$queryRaw<DeskThing[]>`
    with asked as materialized (
      select fold(${whole}) as whole, (select array_agg('%' || fold(w) || '%') from unnest(${words}::text[]) w) as patterns,
        (select string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || ''':*', ' & ')::tsquery
          from unnest(to_tsvector('simple', fold(${whole})))) as begins
    ), likely as materialized (
      (select c.id from claims c where c.ref in (${whole}, upper(${whole})))
      union
      (select s.claim_id from claim_search s, asked where s.words @@ asked.begins limit ${LOOKED_AT})
    ), things as (
      select 'claim' as kind, c.ref, c.slug, c.statement_fr as fr, c.statement_en as en, null as language,
        concat_ws(' ', c.ref, c.statement_fr, c.statement_en, (select string_agg(a.exact, ' ') from live_passages p join anchors a on a.id = p.anchor_id where p.claim_id = c.id)) as words
      from claims c where c.id in (select id from likely) and c.discarded_at is null
      union all
      select 'conflict', ref, slug, title_fr, title_en, null, concat_ws(' ', ref, title_fr, title_en) from conflicts
      union all
      select 'event', ref, slug, title_fr, title_en, null, concat_ws(' ', ref, title_fr, title_en) from events where discarded_at is null
      union all
      select 'dispatch', null, slug, title, title, language, title from dispatches where discarded_at is null
      union all
      select 'source', null, slug, name, name, language, name from sources where discarded_at is null
    ), held as materialized (
      select things.* from things, asked where fold(things.words) like all (patterns)
    ), found as (
      select held.*,
        case when fold(coalesce(ref, '')) = whole then 0 when fold(concat_ws(' ', fr)) like whole || '%' or fold(concat_ws(' ', en)) like whole || '%' then 1 else 2 end as rank
      from held, asked
    ), counted as (
      select found.*, row_number() over (partition by kind order by rank, coalesce(ref, fr), slug) as n from found
    )
    select kind, ref, slug, fr, en, language from counted where n <= ${OF_EACH_KIND}
    order by min(rank) over (partition by kind), kind, n`
