import 'server-only'
import {
  CHAIN_FIELD,
  CHANGED_FIELDS,
  type ChangedField,
  CLAIM_FIELDS,
  PASSAGE_FIELDS,
  type RowFault,
  type TableColumn,
  type TableField,
} from '@/lib/domain/table-columns'
import { compareChains } from './table-chains'
import { derivedOf, layOurs } from './table-ours'
import type { Staging } from './table-staging'

export type Comparison = {
  sender: string
  columns: readonly TableColumn[]
  baseAt: Date | null
  /** Whether sources a chain names and nobody knows are added. */
  addsSources: boolean
}
const ID = `'^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'`
/** Whether a cell says what we have; the apostrophe of the Excel profile was taken away from theirs, and may be a part of ours. */
const same = (theirs: string, ours: string): string => `(${theirs} = ${ours} or '''' || ${theirs} = ${ours})`

/**
 * Lays the staged rows beside what we have and says, in tables of this transaction, what differs (`differs`), what would be
 * added (`fresh`) and what is wrong (`wrong`). Nothing of ours is touched.
 */
export async function compareStaged(
  staging: Staging,
  { sender, columns, baseAt }: Omit<Comparison, 'addsSources'>,
): Promise<void> {
  const cell = (field: TableField): string => {
    const at = columns.findIndex((it) => it.field === field)
    return at < 0 ? `''::text` : `s.cells[${at + 1}]`
  }
  const has = (field: TableField): boolean => columns.some((it) => it.field === field)
  const wrong = (code: RowFault, field: TableField | null, from: string, told = `'{}'::jsonb`) => {
    const at = columns.findIndex((it) => it.field === field && field !== null)
    return staging.query(
      `insert into wrong (row, line, at, code, told) select s.row, s.line, ${at < 0 ? 'null::int' : at + 1}, '${code}', ${told} ${from}`,
    )
  }
  await staging.query(`
    create temp table wrong (row integer not null, line integer not null, at integer, code text not null, told jsonb not null) on commit drop;
    create temp table differs (row integer, field text, entity text, entity_id uuid, seen_version integer, ref text, before text,
      base text, after text, former_id uuid, value_id uuid, is_conflict boolean) on commit drop;
    insert into wrong select s.row, s.line, (f ->> 'at')::int, f ->> 'code', coalesce(f -> 'told', '{}')
      from theirs s cross join lateral jsonb_array_elements(s.faults) f where s.faults is not null`)
  await find(staging, cell, sender)
  const known = 'from theirs s join found f using (row) where s.faults is null'
  for (const [field, code] of [
    ['occurrence_id', 'unknown_occurrence'],
    ['claim_id', 'unknown_claim'],
    ['claim_slug', 'unknown_claim'],
  ] as const) {
    if (!has(field)) continue
    const missing = { occurrence_id: 'f.named_occurrence', claim_id: 'f.by_ref', claim_slug: 'f.by_slug' }[field]
    await wrong(code, field, `${known} and ${cell(field)} <> '' and ${missing} is null`)
    if (field !== 'occurrence_id') await wrong('keys_differ', field, `${known} and ${missing} <> f.claim_id`)
  }
  await layOurs(staging, columns, baseAt)
  if (has('event')) await nameEvents(staging, cell('event'))
  for (const field of CHANGED_FIELDS) if (has(field)) await difference(staging, field, cell(field))
  if (has('event')) {
    await wrong(
      'unknown_event',
      'event',
      `from theirs s join named n on n.cell = ${cell('event')} where s.faults is null and n.matches = 0`,
    )
    await wrong(
      'ambiguous_event',
      'event',
      `from theirs s join named n on n.cell = ${cell('event')} where s.faults is null and n.matches > 1`,
    )
  }
  // A row that speaks of a claim with several passages, or none, must say which it means.
  for (const field of ([...PASSAGE_FIELDS, CHAIN_FIELD] as const).filter(has))
    await wrong(
      'which_occurrence',
      field,
      `${known} and f.claim_id is not null and not f.is_same and f.occurrence_id is null and ${cell(field)} <> '' and (${cell('dispatch_slug')} = '' or ${cell('quote')} = '')`,
    )
  const worked = derivedOf(columns).filter((field) => field !== CHAIN_FIELD)
  for (const field of [...(['quote', 'dispatch_slug'] as const).filter(has), ...worked]) {
    const theirs = cell(field)
    await wrong(
      'not_changed_here',
      field,
      `from theirs s join ours o using (row) left join was w using (row)
       where s.faults is null and o.occurrence is not null and ${theirs} <> '' and not ${same(theirs, `o."${field}"`)}
         and (w.row is null or not ${same(theirs, `w."${field}"`)})`,
      `jsonb_build_object('ours', left(o."${field}", 200), 'field', '${field}')`,
    )
  }
  await compareChains(staging, columns)
  await staging.query(`
    insert into wrong (row, line, at, code, told)
    select d.row, s.line, null, 'scope_of_narration', '{}' from (
      select o.row, coalesce(max(d.after) filter (where d.field = 'kind'), o.kind) as kind,
        coalesce(max(d.after) filter (where d.field = 'quote_scope'), o.quote_scope) as scope
      from differs d join ours o using (row) where d.entity = 'occurrences' group by o.row, o.kind, o.quote_scope) d
    join theirs s using (row) where d.kind = 'narration' and d.scope <> ''`)
  // What a refused row says counts for nothing, not even as the first to say it.
  await staging.query('delete from differs d using wrong w where w.row = d.row')
  await sayOnce(staging, columns)
}

/** Which claim, and which passage, each row is about. */
async function find(staging: Staging, cell: (field: TableField) => string, sender: string): Promise<void> {
  const keys = (['occurrence_id', 'claim_id', 'claim_slug', 'key'] as const).map(cell).join(' || ')
  const says = [...CLAIM_FIELDS, ...PASSAGE_FIELDS, 'dispatch_slug' as const, 'quote' as const].map(cell).join(', ')
  await staging.query(
    `create temp table found on commit drop as
    select s.row, coalesce(o.claim_id, r.id, g.id, k.id, h.id) as claim_id, o.id as occurrence_id,
      o.id as named_occurrence, r.id as by_ref, g.id as by_slug, h.id is not null as is_same,
      case when ${cell('key')} <> '' then ${cell('key')} else print.key end as key,
      case when ${cell('key')} <> '' then $1::text else '' end as key_sender
    from theirs s
    cross join lateral (select case when ${keys} = '' then encode(sha256(convert_to(array_to_json(array[${says}])::text, 'UTF8')), 'hex') end as key) print
    left join occurrences o on o.id = (case when ${cell('occurrence_id')} ~ ${ID} then ${cell('occurrence_id')}::uuid end) and o.discarded_at is null
      and exists (select from claims c where c.id = o.claim_id and c.discarded_at is null)
    left join claims r on r.ref = nullif(${cell('claim_id')}, '') and r.discarded_at is null
    left join claims g on g.slug = nullif(${cell('claim_slug')}, '') and g.discarded_at is null
    left join import_keys ik on ik.sender = $1 and ik.key = nullif(${cell('key')}, '')
    left join claims k on k.id = ik.claim_id and k.discarded_at is null
    left join import_keys ih on ih.sender = '' and ih.key = print.key
    left join claims h on h.id = ih.claim_id and h.discarded_at is null`,
    [sender],
  )
  await staging.query('create index on found (row)')
  await staging.query('analyze found')
  const [dispatch, quote] = [cell('dispatch_slug'), cell('quote')]
  // The passage a row quotes; without one, the only passage of its claim.
  await staging.query(`
    update found f set occurrence_id = it.id
    from found g join theirs s using (row) cross join lateral (
      select min(o.id::text)::uuid as id from occurrences o
      join anchors a on a.id = o.anchor_id join dispatch_versions x on x.id = a.dispatch_version_id
      join dispatches t on t.id = x.dispatch_id
      where o.claim_id = g.claim_id and o.discarded_at is null
        and case when ${quote} <> '' and ${dispatch} <> '' then t.slug = ${dispatch} and a.exact = ${quote} else true end
      having count(*) = 1) it
    where f.row = g.row and g.claim_id is not null and g.occurrence_id is null and not g.is_same and it.id is not null`)
}

/** What an event is called in the file: its slug, its reference or its title in either language. */
async function nameEvents(staging: Staging, cell: string): Promise<void> {
  await staging.query(`
    create temp table named on commit drop as
    select n.cell, count(distinct e.id) as matches, min(e.id::text)::uuid as id, min(e.slug) as slug
    from (select distinct ${cell} as cell from theirs s where ${cell} <> '') n
    left join (
      select slug as name, id, slug from events where discarded_at is null
      union all select ref, id, slug from events where discarded_at is null
      union all select title_fr, id, slug from events where discarded_at is null
      union all select title_en, id, slug from events where discarded_at is null) e on e.name = n.cell
    group by n.cell`)
}

/** Where the cells of a field differ from ours; and from what they were when the file left us, when that is known. */
async function difference(staging: Staging, field: ChangedField, cell: string): Promise<void> {
  const isOfClaim = (CLAIM_FIELDS as readonly string[]).includes(field)
  const [entity, id, version] = isOfClaim
    ? ['claims', 'o.claim', 'o.claim_version']
    : ['occurrences', 'o.occurrence', 'o.occurrence_version']
  const isEvent = field === 'event'
  const theirs = isEvent ? 'n.slug' : cell
  await staging.query(`
    insert into differs
    select s.row, '${field}', '${entity}', ${id}, ${version}, o.claim_id, nullif(o.${field}, ''), nullif(w.${field}, ''), ${theirs},
      ${isEvent ? 'o.event_id, n.id' : 'null, null'}, coalesce(w.${field} <> o.${field}, false)
    from theirs s join ours o using (row) left join was w using (row)
    ${isEvent ? `join named n on n.cell = ${cell} and n.matches = 1` : ''}
    where s.faults is null and ${cell} <> '' and ${id} is not null and not ${same(theirs, `o.${field}`)}
      and (w.row is null or not ${same(theirs, `w.${field}`)})`)
}

/** Several rows may speak of one claim: what they say alike is said once; what they do not is told. */
async function sayOnce(staging: Staging, columns: readonly TableColumn[]): Promise<void> {
  const places = JSON.stringify(
    Object.fromEntries(columns.flatMap(({ field }, i) => (field === null ? [] : [[field, i + 1]]))),
  )
  await staging.query(`
    create temp table said_first on commit drop as
    select distinct on (entity_id, field) entity_id, field, row, after from differs order by entity_id, field, row`)
  await staging.query(
    `insert into wrong (row, line, at, code, told)
    select d.row, s.line, ($1::jsonb ->> d.field)::int, 'said_twice', jsonb_build_object('first', t.row)
    from differs d join said_first t using (entity_id, field) join theirs s on s.row = d.row
    where d.row > t.row and d.after <> t.after`,
    [places],
  )
  await staging.query(
    'delete from differs d using said_first t where t.entity_id = d.entity_id and t.field = d.field and d.row > t.row',
  )
}
