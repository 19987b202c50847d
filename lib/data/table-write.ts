import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import { isNamedKind } from '@/lib/domain/suggested-claim'
import { SOURCE_KINDS } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import { Prisma } from './generated/client'

/** Rows written between two looks at whether the work is still wanted. */
export const WRITE_STEP = 5_000

/** Leaves counting the words of new claims to the round that compares them with the archive, until this transaction ends. */
export const countWordsLater = async (db: Db): Promise<void> => {
  await db.$queryRaw`select set_config('recoupe.bulk', 'on', true)`
}

/** How many rows there are to write. */
export const countToWrite = async (db: Db, importId: string): Promise<{ added: number; lastRow: number }> => {
  const rows = await db.$queryRaw<{ added: number; lastRow: number }[]>`
    select count(*)::int as added, coalesce(max("row"), 0)::int as "lastRow" from table_rows
    where import_id = ${importId}::uuid and not is_refused`
  return rows[0] ?? { added: 0, lastRow: 0 }
}

/**
 * Holds what will be changed and says whether all of it is as it was when it was compared. Locked in one order, so that two
 * imports never wait for each other.
 */
export async function isAsCompared(db: Db, importId: string): Promise<boolean> {
  const held = (entity: 'claims' | 'occurrences') =>
    Prisma.sql`select entity_id from table_changes where import_id = ${importId}::uuid and entity = ${entity}`
  await db.$executeRaw`select from claims where id in (${held('claims')}) order by id for update`
  await db.$executeRaw`select from occurrences where id in (${held('occurrences')}) order by id for update`
  const rows = await db.$queryRaw<{ moved: boolean }[]>`
    select exists (
      select from table_changes x join claims c on c.id = x.entity_id
      where x.import_id = ${importId}::uuid and x.entity = 'claims' and (c.version <> x.seen_version or c.discarded_at is not null)
    ) or exists (
      select from table_changes x join occurrences o on o.id = x.entity_id
      where x.import_id = ${importId}::uuid and x.entity = 'occurrences' and (o.version <> x.seen_version or o.discarded_at is not null)
    ) or exists (
      select from table_rows r join import_keys k on k.sender = r.key_sender and k.key = r.key join claims c on c.id = k.claim_id
      where r.import_id = ${importId}::uuid and r.makes_claim and c.discarded_at is null
    ) or exists (
      select from table_rows r join claims c on c.id = r.claim_id
      where r.import_id = ${importId}::uuid and not r.is_refused and not r.makes_claim and c.discarded_at is not null
    ) or exists (
      select from table_sources x join sources s on s.id = x.source_id
      where x.import_id = ${importId}::uuid and (s.is_protected or s.discarded_at is not null)
        and not exists (select from dispatches d where d.publisher_id = s.id)
    ) or exists (
      select from table_sources x join sources s on s.slug = x.slug where x.import_id = ${importId}::uuid and x.is_new
    ) or exists (
      select from table_sources x join sources s on fold(s.name) = fold(x.name)
      where x.import_id = ${importId}::uuid and x.is_new and s.discarded_at is null and not s.is_protected
    ) as moved`
  return rows[0]?.moved === false
}

/** Writes the cells that differ; of those both sides changed, the ones of which theirs was taken. */
export async function writeChanges(db: Db, _proof: Permit<'claim:edit'>, importId: string): Promise<void> {
  await db.$executeRaw`
    update claims c set statement_fr = coalesce(x.statement_fr, c.statement_fr), statement_en = coalesce(x.statement_en, c.statement_en),
      event_id = coalesce(x.event_id, c.event_id), version = c.version + 1
    from (
      select entity_id, max(after) filter (where field = 'statement_fr') as statement_fr,
        max(after) filter (where field = 'statement_en') as statement_en, max(value_id::text) filter (where field = 'event')::uuid as event_id
      from table_changes where import_id = ${importId}::uuid and entity = 'claims' and (takes_theirs or not is_conflict)
      group by entity_id) x
    where c.id = x.entity_id`
  await db.$executeRaw`
    update occurrences o set kind = coalesce(x.kind, o.kind), quote_scopes = coalesce(x.scopes, o.quote_scopes),
      modality = coalesce(x.modality, o.modality), version = o.version + 1
    from (
      select entity_id, (max(after) filter (where field = 'kind'))::occurrence_kind as kind,
        string_to_array(max(after) filter (where field = 'quote_scope'), ' ')::quote_scope[] as scopes,
        (max(after) filter (where field = 'modality'))::modality as modality
      from table_changes where import_id = ${importId}::uuid and entity = 'occurrences' and (takes_theirs or not is_conflict)
      group by entity_id) x
    where o.id = x.entity_id`
}

/** Adds the sources nobody knew. How many that were. */
export const writeSources = (db: Db, proof: Permit<'source:add'>, importId: string): Promise<number> =>
  db.$executeRaw`
    insert into sources (id, slug, name, kind, is_named, created_by_id)
    select source_id, slug, name, kind::source_kind, kind = any(${SOURCE_KINDS.filter(isNamedKind)}::text[]), ${proof.by}::uuid
    from table_sources where import_id = ${importId}::uuid and is_new order by slug`

/** Adds the claims and passages of the rows in (after, upTo], with their names: C50, and a slug nobody has. */
export async function writeRows(
  db: Db,
  proof: Permit<'claim:add'>,
  importId: string,
  after: number,
  upTo: number,
): Promise<void> {
  await db.$executeRaw`
    insert into claims (id, ref, slug, statement_fr, statement_en, event_id, created_by_id)
    select r.claim_id, 'C' || n.ref,
      case when r.nth > 1 or exists (select from claims c where c.slug = r.slug) then r.slug || '-c' || n.ref else r.slug end,
      r.statement_fr, r.statement_en, r.event_id, ${proof.by}::uuid
    from (
      select *, row_number() over (partition by slug order by "row") as nth from table_rows
      where import_id = ${importId}::uuid and makes_claim and not is_refused and "row" > ${after} and "row" <= ${upTo}) r
    cross join lateral (
      select case when it < 10 then '0' || it else it::text end as ref from (select nextval('claim_refs') + 0 * r."row" as it) counted) n
    order by r."row"`
  await db.$executeRaw`
    insert into anchors (id, dispatch_version_id, start, "end", exact, prefix, suffix)
    select r.occurrence_id, r.version_id, r.start, r."end", r.exact, r.prefix, r.suffix from table_rows r
    where r.import_id = ${importId}::uuid and r.occurrence_id is not null and r."row" > ${after} and r."row" <= ${upTo}`
  await db.$executeRaw`
    insert into occurrences (id, claim_id, anchor_id, kind, quote_scopes, modality)
    select r.occurrence_id, r.claim_id, r.occurrence_id, r.kind::occurrence_kind, r.quote_scopes::quote_scope[], r.modality::modality
    from table_rows r
    where r.import_id = ${importId}::uuid and r.occurrence_id is not null and r."row" > ${after} and r."row" <= ${upTo}`
  await db.$executeRaw`
    insert into hops (id, occurrence_id, position, source_id, role, scope)
    select gen_random_uuid(), r.occurrence_id, 1, r.publisher_id, 'outlet'::hop_role, 'explicit'::hop_scope from table_rows r
    where r.import_id = ${importId}::uuid and r.occurrence_id is not null and r."row" > ${after} and r."row" <= ${upTo}
      and r.hop_sources = '{}'::uuid[]
    union all
    select gen_random_uuid(), r.occurrence_id, h.position, h.source_id, h.role::hop_role, h.scope::hop_scope
    from table_rows r cross join lateral unnest(r.hop_sources, r.hop_roles, r.hop_scopes) with ordinality h (source_id, role, scope, position)
    where r.import_id = ${importId}::uuid and r.occurrence_id is not null and r."row" > ${after} and r."row" <= ${upTo}`
  await db.$executeRaw`
    insert into import_keys (sender, key, claim_id, import_id)
    select r.key_sender, r.key, r.claim_id, r.import_id from table_rows r
    where r.import_id = ${importId}::uuid and r.makes_claim and r.key is not null and r."row" > ${after} and r."row" <= ${upTo}
    on conflict (sender, key) do update set claim_id = excluded.claim_id, import_id = excluded.import_id`
}

/** How many rows changed something: with those of which theirs was taken. */
export const countChanged = async (db: Db, importId: string): Promise<number> => {
  const rows = await db.$queryRaw<{ n: number }[]>`
    select count(distinct c."row")::int as n from table_changes c
    where c.import_id = ${importId}::uuid and (c.takes_theirs or not c.is_conflict)
      and not exists (select from table_rows r where r.import_id = c.import_id and r."row" = c."row")`
  return rows[0]?.n ?? 0
}

/** Claims a stranger may read that got another passage: what its chain leads to is opened with it. */
export const publicClaimsOf = async (db: Db, importId: string): Promise<string[]> =>
  (
    await db.$queryRaw<{ id: string }[]>`
      select distinct c.id from table_rows r join claims c on c.id = r.claim_id
      where r.import_id = ${importId}::uuid and not r.is_refused and not r.makes_claim and c.public_at is not null`
  ).map(({ id }) => id)
