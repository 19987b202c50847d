import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import { type LeftChange, MOST_LEFT } from '@/lib/domain/table-import'
import type { Db } from './db'
import { Prisma } from './generated/client'

/** Each row that was changed is at the version the import made, unless somebody changed it since. */
const isUntouched = Prisma.sql`it.version = x.seen_version + 1 and it.discarded_at is null`
const wasWritten = Prisma.sql`(x.takes_theirs or not x.is_conflict)`

/** What an undo would leave, and why: told before anything is put back, while all of it can still be seen. */
export async function whatStays(db: Db, importId: string): Promise<{ count: number; left: LeftChange[] }> {
  const rows = await db.$queryRaw<(LeftChange & { count: number })[]>`
    with stays as (
      select x."row", x.ref, x.field, 'changed_since' as reason from table_changes x join claims it on it.id = x.entity_id
      where x.import_id = ${importId}::uuid and x.entity = 'claims' and ${wasWritten} and not (${isUntouched})
      union all
      select x."row", x.ref, x.field, 'changed_since' from table_changes x join occurrences it on it.id = x.entity_id
      where x.import_id = ${importId}::uuid and x.entity = 'occurrences' and ${wasWritten} and not (${isUntouched})
      union all
      select r."row", c.ref, 'claim', case when c.public_at is not null then 'published' when c.version <> 1 then 'changed_since' else 'built_on' end
      from table_rows r join claims c on c.id = r.claim_id
      where r.import_id = ${importId}::uuid and r.makes_claim and c.discarded_at is null and not (${isFreeClaim})
      union all
      select r."row", c.ref, 'passage', case when o.version <> 1 then 'changed_since' else 'built_on' end
      from table_rows r join occurrences o on o.id = r.occurrence_id join claims c on c.id = o.claim_id
      where r.import_id = ${importId}::uuid and not r.makes_claim and o.discarded_at is null and not (${isFreePassage})
    )
    select ref, field, reason, (count(*) over ())::int as count from stays order by "row", field limit ${MOST_LEFT}`
  return { count: rows[0]?.count ?? 0, left: rows.map(({ ref, field, reason }) => ({ ref, field, reason })) }
}

/** A claim (c) as the import made it (r): nobody changed it, no reader has seen it, nothing stands on it. */
const isFreeClaim = Prisma.sql`
  c.version = 1 and c.public_at is null
  and not exists (select from verdicts v where v.claim_id = c.id) and not exists (select from reviews v where v.claim_id = c.id)
  and not exists (select from evidence_links l where l.claim_id = c.id and l.ended_at is null)
  and not exists (select from claim_relations l where l.ended_at is null and (l.from_id = c.id or l.to_id = c.id))
  and not exists (select from comment_requests q where q.claim_id = c.id and q.discarded_at is null)
  and not exists (select from reports p where p.claim_id = c.id)
  and not exists (select from annotations n where n.target_id = c.id and n.discarded_at is null)
  and not exists (
    select from occurrences o where o.claim_id = c.id and o.discarded_at is null
    and (o.id is distinct from r.occurrence_id or o.version <> 1 or exists (select from statements s where s.occurrence_id = o.id)))`
/** The same for a passage (o) of a claim there was. */
const isFreePassage = Prisma.sql`
  o.version = 1 and not exists (select from statements s where s.occurrence_id = o.id)
  and not exists (select from assessments a where a.occurrence_id = o.id)
  and not exists (select from annotations n where n.target_id = o.id and n.discarded_at is null)`

/** Puts back what the import changed and marks as taken back what it added, where nobody touched it since. How many rows that were. */
export async function undoWritten(db: Db, _proof: Permit<'claim:edit'>, importId: string, at: Date): Promise<number> {
  const claims = await db.$executeRaw`
    update claims it set
      statement_fr = case when x.has_fr then x.fr else it.statement_fr end,
      statement_en = case when x.has_en then x.en else it.statement_en end,
      event_id = case when x.has_event then x.event_id else it.event_id end, version = it.version + 1
    from (
      select entity_id, min(seen_version) as seen_version, bool_or(field = 'statement_fr') as has_fr, bool_or(field = 'statement_en') as has_en,
        bool_or(field = 'event') as has_event, max(before) filter (where field = 'statement_fr') as fr,
        max(before) filter (where field = 'statement_en') as en, (max(former_id::text) filter (where field = 'event'))::uuid as event_id
      from table_changes x where import_id = ${importId}::uuid and entity = 'claims' and ${wasWritten} group by entity_id) x
    where it.id = x.entity_id and ${isUntouched}`
  const passages = await db.$executeRaw`
    update occurrences it set
      kind = coalesce(x.kind, it.kind), modality = coalesce(x.modality, it.modality),
      quote_scopes = case when x.has_scope then coalesce(string_to_array(x.scopes, ' '), '{}')::quote_scope[] else it.quote_scopes end,
      version = it.version + 1
    from (
      select entity_id, min(seen_version) as seen_version, (max(before) filter (where field = 'kind'))::occurrence_kind as kind,
        (max(before) filter (where field = 'modality'))::modality as modality, bool_or(field = 'quote_scope') as has_scope,
        max(before) filter (where field = 'quote_scope') as scopes
      from table_changes x where import_id = ${importId}::uuid and entity = 'occurrences' and ${wasWritten} group by entity_id) x
    where it.id = x.entity_id and ${isUntouched}`
  const added = await db.$executeRaw`
    update claims c set discarded_at = ${at}, version = c.version + 1 from table_rows r
    where r.import_id = ${importId}::uuid and r.makes_claim and r.claim_id = c.id and c.discarded_at is null and ${isFreeClaim}`
  const quoted = await db.$executeRaw`
    update occurrences o set discarded_at = ${at}, version = o.version + 1 from table_rows r
    where r.import_id = ${importId}::uuid and not r.makes_claim and r.occurrence_id = o.id and o.discarded_at is null and ${isFreePassage}`
  return claims + passages + added + quoted
}

/**
 * Marks as taken back the sources the import added that nobody changed and nothing stands on any more; a chain somebody put in the
 * place of another may come back, so it counts too. Answers how many, and names those that stay.
 */
export async function undoSources(
  db: Db,
  _proof: Permit<'source:add'>,
  importId: string,
  at: Date,
): Promise<{ undone: number; count: number; left: LeftChange[] }> {
  const undone = await db.$executeRaw`
    with gone as (
      select o.id from table_rows r join occurrences o on o.id = r.occurrence_id join claims c on c.id = o.claim_id
      where r.import_id = ${importId}::uuid and (o.discarded_at is not null or c.discarded_at is not null)),
    added as (select source_id as id from table_sources where import_id = ${importId}::uuid and is_new),
    cited as (
      select source_id as id from hops where source_id in (select id from added) and occurrence_id not in (select id from gone)
      union select (h ->> 'source_id')::uuid from revisions v cross join lateral jsonb_array_elements(v.content) h
        where v.entity = 'chains' and v.entity_id not in (select id from gone) and (h ->> 'source_id')::uuid in (select id from added)
      union select publisher_id from dispatches where publisher_id in (select id from added)
      union select writer_id from names where writer_id in (select id from added)
      union select source_id from assessments where source_id in (select id from added)
      union select publisher_id from evidence where publisher_id in (select id from added)
      union select source_id from verdict_dependencies where source_id in (select id from added)
      union select source_id from comment_requests where source_id in (select id from added)
      union select source_id from source_identities where source_id in (select id from added)
      union select target_id from annotations where target_id in (select id from added) and discarded_at is null)
    update sources s set discarded_at = ${at}, version = s.version + 1
    where s.id in (select id from added) and s.version = 1 and s.public_at is null and s.discarded_at is null
      and s.id not in (select id from cited)`
  const rows = await db.$queryRaw<(LeftChange & { count: number })[]>`
    select s.name as ref, 'source' as field, (count(*) over ())::int as count,
      case when s.public_at is not null then 'published' when s.version <> 1 then 'changed_since' else 'built_on' end as reason
    from table_sources x join sources s on s.id = x.source_id
    where x.import_id = ${importId}::uuid and x.is_new and s.discarded_at is null order by s.slug limit ${MOST_LEFT}`
  return {
    undone,
    count: rows[0]?.count ?? 0,
    left: rows.map(({ ref, field, reason }) => ({ ref, field, reason })),
  }
}
