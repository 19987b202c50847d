import 'server-only'
import type { ExportQuery } from './csv-export'
import { instant, letter, refOrder } from './export-sql'

/** One row per piece of evidence and thing it bears on (`C14`, `X02`, `X02 A`); one without any has one row all the same.
 * What was noted of this bearing, else what was noted of the piece. */
export const evidenceExport = (): ExportQuery => ({
  order: `${refOrder('it.evidence_id')}, ${refOrder('it.bears_on')}, it.stance, it.note_fr collate "C", it.note_en collate "C"`,
  text: `
    select
      v.ref as evidence_id,
      v.url as source_url,
      v.title,
      v.excerpt,
      v.language,
      l.stance::text as stance,
      coalesce(c.ref, x.ref, y.ref || ' ' || ${letter('p.ordinal')}) as bears_on,
      case when l.is_noted then l.note_fr else v.note_fr end as note_fr,
      case when l.is_noted then l.note_en else v.note_en end as note_en,
      ${instant('v.accessed_at')} as accessed_at,
      v.archived_url
    from evidence v
    left join (select *, coalesce(note_fr, note_en) is not null as is_noted from evidence_links) l
      on l.evidence_id = v.id and l.ended_at is null
    left join claims c on c.id = l.claim_id and c.discarded_at is null
    left join conflicts x on x.id = l.conflict_id
    left join positions p on p.id = l.position_id
    left join conflicts y on y.id = p.conflict_id
    where l.claim_id is null or c.id is not null`,
})
