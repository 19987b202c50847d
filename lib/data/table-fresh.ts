import 'server-only'
import type { Quote } from '@/lib/domain/quote'
import {
  CHAIN_FIELD,
  DERIVED_FIELDS,
  PASSAGE_FIELDS,
  type RowFault,
  type TableColumn,
  type TableField,
} from '@/lib/domain/table-columns'
import type { TableCounts } from '@/lib/domain/table-import'
import { keepSources } from './table-chains'
import type { Comparison } from './table-compare'
import type { Staging } from './table-staging'

/** What the rows that are new bring, in a table of this transaction (`fresh`); what they lack is told (`wrong`). */
export async function gatherFresh(staging: Staging, columns: readonly TableColumn[]): Promise<void> {
  const at = (field: TableField) => columns.findIndex((it) => it.field === field) + 1
  const cell = (field: TableField) => (at(field) === 0 ? `''::text` : `s.cells[${at(field)}]`)
  await staging.query(`
    create temp table fresh on commit drop as
    select s.row, s.line, f.claim_id as known_id, f.key, f.key_sender, s.slug,
      ${cell('statement_fr')} as statement_fr, ${cell('statement_en')} as statement_en, ${cell('event')} as event,
      ${cell('kind')} as kind, ${cell('quote_scope')} as quote_scope, ${cell('modality')} as modality,
      ${cell('dispatch_slug')} as dispatch, ${cell('quote')} as quote, ${cell(CHAIN_FIELD)} as chain,
      '{}'::uuid[] as hop_sources, '{}'::text[] as hop_roles, '{}'::text[] as hop_scopes, null::uuid as event_id, v.id as version_id, t.publisher_id,
      null::integer as start, null::integer as "end", ''::text as prefix, ''::text as suffix,
      row_number() over (partition by f.key_sender, f.key order by s.row) as nth
    from theirs s join found f using (row)
    left join dispatches t on t.slug = nullif(${cell('dispatch_slug')}, '') and t.discarded_at is null
    left join lateral (select x.id from dispatch_versions x where x.dispatch_id = t.id order by x.n desc limit 1) v on true
    where s.faults is null and not exists (select from wrong w where w.row = s.row)
      and (f.claim_id is null or (f.occurrence_id is null and not f.is_same and ${cell('dispatch_slug')} <> '' and ${cell('quote')} <> ''))`)
  // The same words twice in one file are one claim, said by one and the same; the same key twice is a question.
  if (at(CHAIN_FIELD) > 0) {
    await staging.query('analyze fresh')
    await staging.query(`
      insert into wrong (row, line, at, code, told)
      select s.row, s.line, ${at(CHAIN_FIELD)}, 'said_twice', jsonb_build_object('first', o.row)
      from fresh s join fresh o on o.key = s.key and o.key_sender = '' and o.nth = 1
      where s.key_sender = '' and s.nth > 1 and s.chain not in ('', o.chain)`)
  }
  await staging.query(`delete from fresh where key_sender = '' and key is not null and nth > 1`)
  const wrong = (code: RowFault, field: TableField | null, where: string, told = `'{}'::jsonb`) =>
    staging.query(
      `insert into wrong (row, line, at, code, told) select s.row, s.line, ${field === null || at(field) === 0 ? 'null::int' : at(field)}, '${code}', ${told} from fresh s where ${where}`,
    )
  await wrong(
    'key_twice',
    'key',
    `s.key_sender <> '' and s.nth > 1`,
    `jsonb_build_object('first', (select min(o.row) from fresh o where o.key_sender = s.key_sender and o.key = s.key))`,
  )
  await wrong('no_statement', null, `s.known_id is null and s.statement_fr = '' and s.statement_en = ''`)
  await wrong('passage_incomplete', 'quote', `s.dispatch <> '' and s.quote = ''`)
  await wrong('passage_incomplete', 'dispatch_slug', `s.dispatch = '' and s.quote <> ''`)
  await wrong('unknown_dispatch', 'dispatch_slug', `s.dispatch <> '' and s.version_id is null`)
  const isWhole = `s.dispatch <> '' and s.quote <> '' and s.version_id is not null`
  await wrong('no_kind', 'kind', `${isWhole} and s.kind = ''`)
  await wrong('no_publisher', 'dispatch_slug', `${isWhole} and s.publisher_id is null and s.chain = ''`)
  await wrong('scope_of_narration', 'quote_scope', `s.kind = 'narration' and s.quote_scope <> ''`)
  for (const field of PASSAGE_FIELDS)
    await wrong('needs_passage', field, `s.dispatch = '' and s.quote = '' and s.${field} <> ''`)
  for (const field of DERIVED_FIELDS.filter((it) => it !== CHAIN_FIELD && at(it) > 0))
    await staging.query(`
      insert into wrong (row, line, at, code, told)
      select s.row, s.line, ${at(field)}, 'not_changed_here', '{"field": "${field}"}' from theirs s join fresh f using (row) where s.cells[${at(field)}] <> ''`)
  await staging.query('delete from fresh f using wrong w where w.row = f.row')
  if (at('event') > 0)
    await staging.query('update fresh f set event_id = n.id from named n where n.cell = f.event and n.matches = 1')
}

/** Passages still to be found, text by text. */
export const textsToRead = async (staging: Staging): Promise<string[]> =>
  (
    await staging.query<{ id: string }>(
      'select distinct version_id as id from fresh where version_id is not null order by 1',
    )
  ).rows.map(({ id }) => id)

/** A text, and the quotations of it that new rows give. */
export async function quotesOfText(
  staging: Staging,
  versionId: string,
): Promise<{ text: string; rows: { row: number; line: number; quote: string }[] }> {
  const text = await staging.query<{ text: string }>('select text from dispatch_versions where id = $1', [versionId])
  const rows = await staging.query<{ row: number; line: number; quote: string }>(
    'select row, line, quote from fresh where version_id = $1 order by row',
    [versionId],
  )
  return { text: text.rows[0]?.text ?? '', rows: rows.rows }
}

/** Keeps where quotations were found, and tells of those that were not. */
export async function keepPlaces(
  staging: Staging,
  columns: readonly TableColumn[],
  found: readonly (Quote & { row: number; end: number })[],
  missing: readonly { row: number; line: number; code: RowFault; told: Record<string, string | number> }[],
): Promise<void> {
  await staging.query(
    `update fresh f set start = p.start, "end" = p."end", prefix = p.prefix, suffix = p.suffix
    from jsonb_to_recordset($1::jsonb) p (row int, start int, "end" int, prefix text, suffix text) where p.row = f.row`,
    [JSON.stringify(found)],
  )
  if (missing.length === 0) return
  const at = columns.findIndex(({ field }) => field === 'quote') + 1
  await staging.query(
    `insert into wrong select p.row, p.line, $2, p.code, p.told from jsonb_to_recordset($1::jsonb) p (row int, line int, code text, told jsonb)`,
    [JSON.stringify(missing), at],
  )
  await staging.query('delete from fresh f using wrong w where w.row = f.row')
}

/** What an earlier comparison kept. */
const KEPT = ['table_rows', 'table_changes', 'table_problems', 'table_sources']

/** Keeps what the comparison found, in the place of what an earlier one did, and counts it. */
export async function keepComparison(
  staging: Staging,
  importId: string,
  { columns, sender, baseAt, addsSources }: Comparison,
  read: number,
): Promise<TableCounts> {
  for (const table of KEPT) await staging.query(`delete from ${table} where import_id = $1`, [importId])
  await staging.query('delete from differs d using wrong w where w.row = d.row')
  await staging.query(
    `insert into table_problems (import_id, n, row, line, "column", field, code, value, told)
    select $1, row_number() over (order by w.row, w.at nulls first, w.code), w.row, w.line,
      $2::jsonb -> (w.at - 1) ->> 'name', $2::jsonb -> (w.at - 1) ->> 'field', w.code, left(s.cells[w.at], 200), w.told
    from (select distinct on (row, coalesce(at, 0), code) * from wrong order by row, coalesce(at, 0), code) w join theirs s using (row)`,
    [importId, JSON.stringify(columns)],
  )
  await staging.query(
    `insert into table_rows (import_id, row, line, is_refused, cells)
    select $1, s.row, s.line, true, s.cells from theirs s where exists (select from wrong w where w.row = s.row)`,
    [importId],
  )
  await staging.query(
    `insert into table_rows (import_id, row, line, is_refused, claim_id, makes_claim, key, key_sender, slug, statement_fr, statement_en,
      event_id, occurrence_id, version_id, start, "end", exact, prefix, suffix, kind, quote_scopes, modality, publisher_id,
      hop_sources, hop_roles, hop_scopes)
    select $1, f.row, f.line, false, coalesce(f.known_id, id_in_turn(now(), row_number() over (order by f.row))), f.known_id is null,
      f.key, f.key_sender, f.slug, nullif(f.statement_fr, ''), nullif(f.statement_en, ''), f.event_id,
      case when f.version_id is not null then id_in_turn(now(), row_number() over (order by f.row)) end, f.version_id, f.start, f."end",
      case when f.version_id is not null then f.quote end, f.prefix, f.suffix, nullif(f.kind, ''),
      array_remove(string_to_array(f.quote_scope, ' '), ''), coalesce(nullif(f.modality, ''), 'asserted'), f.publisher_id,
      f.hop_sources, f.hop_roles, f.hop_scopes
    from fresh f`,
    [importId],
  )
  if (columns.some(({ field }) => field === CHAIN_FIELD)) await keepSources(staging, importId, addsSources)
  await staging.query(
    `insert into table_changes (import_id, row, field, ref, entity, entity_id, seen_version, before, base, after, former_id, value_id, is_conflict)
    select $1, d.row, d.field, d.ref, d.entity, d.entity_id, d.seen_version, d.before, d.base, d.after, d.former_id, d.value_id, d.is_conflict
    from differs d`,
    [importId],
  )
  const counted = await staging.query<Omit<TableCounts, 'read' | 'unchanged'>>(
    `select (select count(*)::int from table_rows where import_id = $1 and not is_refused) as added,
      (select count(*)::int from table_rows where import_id = $1 and is_refused) as rejected,
      (select count(distinct c.row)::int from table_changes c where c.import_id = $1 and not c.is_conflict
        and not exists (select from table_rows r where r.import_id = $1 and r.row = c.row)) as changed,
      (select count(*)::int from table_changes where import_id = $1 and is_conflict) as conflicts`,
    [importId],
  )
  const { added = 0, rejected = 0, changed = 0, conflicts = 0 } = counted.rows[0] ?? {}
  const counts = { read, added, changed, rejected, conflicts, unchanged: read - added - changed - rejected }
  const kept = await staging.query(
    `update table_imports set state = 'compared', "read" = $2, added = $3, changed = $4, unchanged = $5, rejected = $6, conflicts = $7
    where id = $1 and state = 'received' and columns = $8::jsonb and sender = $9 and base_at is not distinct from $10::timestamptz
      and adds_sources = $11`,
    [
      importId,
      read,
      added,
      changed,
      counts.unchanged,
      rejected,
      conflicts,
      JSON.stringify(columns),
      sender,
      baseAt,
      addsSources,
    ],
  )
  // Somebody said otherwise what the columns mean while this was compared: it is compared again.
  if (kept.rowCount === 0) throw new Error('what was compared is not what is asked any more')
  return counts
}

/** Keeps why a whole file cannot be read, in the place of what an earlier comparison found. */
export async function keepFault(
  staging: Staging,
  importId: string,
  { code, line, told }: { code: string; line: number; told: string | null },
): Promise<void> {
  for (const table of KEPT) await staging.query(`delete from ${table} where import_id = $1`, [importId])
  await staging.query(
    `insert into table_problems (import_id, n, row, line, code, told) values ($1, 1, 0, $2, $3, jsonb_build_object('found', $4::text))`,
    [importId, line, code, told],
  )
}
