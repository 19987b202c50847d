import 'server-only'
import pg from 'pg'
import type { Language } from '@/lib/domain/vocabulary'
import type { ExportQuery } from './csv-export'
import { instant, refOrder } from './export-sql'

/**
 * One row per occurrence. `source` is the first hop of the chain. Codes are joined by a space, words by ` | `. A hop whose
 * source a stranger may not know of is an ellipsis: leaving it out would put the words into the mouth of the next.
 * `url` is the page in French, the language the texts are read in; the same slug serves `/en/`.
 */
export const claimsExport = (baseUrl: string, _lang: Language, only: string): ExportQuery => ({
  numbers: ['start', 'end'],
  order: 'it.dispatch_slug collate "C", it.start, it."end" desc, it.occurrence_id::uuid',
  text: `
    with chain as (
      select h.occurrence_id,
        string_agg(coalesce(s.name, '…') || ' (' || h.role || case h.scope when 'ambiguous' then ', ambiguous' else '' end || ')',
          ' > ' order by h.position) as line,
        (array_agg(coalesce(s.name, '…') order by h.position))[1] as source,
        (array_agg(s.kind order by h.position))[1] as source_kind
      from hops h left join sources s on s.id = h.source_id
      group by h.occurrence_id
    ), side as (
      select taken.occurrence_id, string_agg(taken.ref, ' ' order by ${refOrder('taken.ref')}) as refs
      from (
        select distinct t.occurrence_id, c.ref
        from statements t
        join position_statements ps on ps.statement_id = t.id
        join positions p on p.id = ps.position_id
        join conflicts c on c.id = p.conflict_id
        where c.status not in ('suggested', 'dismissed')
      ) taken
      group by taken.occurrence_id
    ), latest as (
      select distinct on (d.claim_id) d.claim_id, v.rating_code, v.published_at,
        v.is_withdrawal or d.state = 'withdrawn' as is_withdrawn
      from verdicts d join verdict_versions v on v.verdict_id = d.id
      order by d.claim_id, v.n desc
    )
    select
      c.ref as claim_id,
      c.slug as claim_slug,
      t.slug as dispatch_slug,
      o.id::text as occurrence_id,
      a.exact as quote,
      a.start,
      a."end",
      c.statement_fr,
      c.statement_en,
      o.kind::text as kind,
      array_to_string(o.quote_scopes, ' ') as quote_scope,
      o.modality::text as modality,
      chain.source,
      chain.source_kind::text as source_kind,
      chain.line as attribution_chain,
      e.slug as event,
      o.time_edtf as event_date,
      o.time_basis::text as event_date_basis,
      o.place_words as place,
      array_to_string(o.actors, ' | ') as actors,
      side.refs as conflict_ids,
      r.code as verdict,
      r.label_fr as verdict_label_fr,
      r.label_en as verdict_label_en,
      case when r.code is not null then ${instant('latest.published_at')} end as published_at,
      ${pg.escapeLiteral(`${baseUrl}/fr/claims/`)} || c.slug as url
    from occurrences o
    join claims c on c.id = o.claim_id and c.discarded_at is null
    join anchors a on a.id = o.anchor_id
    join dispatch_versions x on x.id = a.dispatch_version_id
    join dispatches t on t.id = x.dispatch_id and t.discarded_at is null
    left join events e on e.id = c.event_id and e.discarded_at is null
    left join chain on chain.occurrence_id = o.id
    left join side on side.occurrence_id = o.id
    left join latest on latest.claim_id = c.id and not latest.is_withdrawn
    left join ratings r on r.code = latest.rating_code
    where o.discarded_at is null and (${only})`,
})
