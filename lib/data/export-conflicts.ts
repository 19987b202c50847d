import 'server-only'
import pg from 'pg'
import type { Language } from '@/lib/domain/vocabulary'
import type { ExportQuery } from './csv-export'
import { letter, refOrder } from './export-sql'

/**
 * One row per conflict. `resolution` is the latest outcome, with the letter of the side it prefers (`prefer_position A`), and is
 * empty again once the conflict is reopened; `rationale` is in the language asked for, else in the other.
 */
export const conflictsExport = (baseUrl: string, lang: Language, only: string): ExportQuery => {
  const [asked, other] = lang === 'en' ? ['rationale_en', 'rationale_fr'] : ['rationale_fr', 'rationale_en']
  return {
    order: refOrder('it.conflict_id'),
    text: `
    with side as (
      select p.conflict_id, string_agg(${letter('p.ordinal')} || ': ' || p.value, ' | ' order by p.ordinal) as line
      from positions p group by p.conflict_id
    ), party as (
      select taken.conflict_id, string_agg(taken.ref, ' ' order by ${refOrder('taken.ref')}) as refs
      from (
        select distinct p.conflict_id, c.ref
        from positions p
        join position_statements ps on ps.position_id = p.id
        join statements s on s.id = ps.statement_id
        join occurrences o on o.id = s.occurrence_id and o.discarded_at is null
        join claims c on c.id = o.claim_id and c.discarded_at is null
      ) taken
      group by taken.conflict_id
    ), latest as (
      select distinct on (r.conflict_id) r.conflict_id, r.outcome, p.ordinal, coalesce(r.${asked}, r.${other}) as rationale
      from resolutions r left join positions p on p.id = r.position_id
      order by r.conflict_id, r.n desc
    )
    select
      x.ref as conflict_id,
      x.slug,
      x.type::text as type,
      x.class::text as class,
      x.status::text as status,
      e.slug as event,
      x.property_code as property,
      side.line as positions,
      party.refs as claim_ids,
      x.explanation_fr,
      x.explanation_en,
      latest.outcome::text || coalesce(' ' || ${letter('latest.ordinal')}, '') as resolution,
      latest.rationale,
      ${pg.escapeLiteral(`${baseUrl}/fr/conflicts/`)} || x.slug as url
    from conflicts x
    left join events e on e.id = x.event_id
    left join side on side.conflict_id = x.id
    left join party on party.conflict_id = x.id
    left join latest on latest.conflict_id = x.id and x.status in ('resolved', 'dismissed')
    where ${only}`,
  }
}
