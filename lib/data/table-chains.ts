import 'server-only'
import { kindOfNewSource, readChain, rolesOfChain } from '@/lib/domain/table-chain'
import { CHAIN_FIELD, type TableColumn } from '@/lib/domain/table-columns'
import { slugOf } from '@/lib/domain/text'
import type { HopRole, SourceKind } from '@/lib/domain/vocabulary'
import type { Staging } from './table-staging'

/** Cells, names and shapes are read so many at a time; each only once, however many rows have it. */
const MANY = 5_000
const column = (columns: readonly TableColumn[]): number => columns.findIndex(({ field }) => field === CHAIN_FIELD) + 1
/** A source a chain may lead to. One that is protected is as one that is not there: a table is no way to ask who it is. */
const isCitable = 's.discarded_at is null and not s.is_protected'

/**
 * What the chains of new passages lead to, beside each row (`fresh`), and why some lead nowhere (`wrong`). With `adds`, names
 * nobody knows become sources that are added when the table is written (`new_sources`).
 */
export async function readFreshChains(staging: Staging, columns: readonly TableColumn[], adds: boolean): Promise<void> {
  const at = column(columns)
  if (at === 0) return
  await staging.query(
    `insert into wrong (row, line, at, code, told)
    select row, line, ${at}, 'needs_passage', '{}' from fresh where chain <> '' and (dispatch = '' or quote = '')`,
  )
  await staging.query('delete from fresh f using wrong w where w.row = f.row')
  await read(staging, `select row, chain, publisher_id from fresh where chain <> ''`, adds)
  const place = columns.findIndex(({ field }) => field === 'dispatch_slug') + 1
  await staging.query(
    `insert into wrong (row, line, at, code, told)
    select f.row, f.line, case x.code when 'no_publisher' then ${place} else ${at} end, x.code, x.told
    from fresh f join chain_asked c on c.chain = f.chain and c.publisher_id is not distinct from f.publisher_id
    join chain_faults x on x.n = c.n where f.chain <> ''`,
  )
  await staging.query('delete from fresh f using wrong w where w.row = f.row')
  await staging.query(
    `update fresh f set hop_sources = r.sources, hop_roles = r.roles, hop_scopes = r.scopes
    from chain_asked c join chain_read r on r.n = c.n
    where f.chain <> '' and c.chain = f.chain and c.publisher_id is not distinct from f.publisher_id`,
  )
  await forget(staging)
}

/**
 * Chains of passages there are: one that leads to the same sources by the same roles is no change, however it is written, and so
 * is one that is as its import wrote it. Any other is changed on the page of the claim (`wrong`).
 */
export async function compareChains(staging: Staging, columns: readonly TableColumn[]): Promise<void> {
  const at = column(columns)
  if (at === 0) return
  const cell = `s.cells[${at}]`
  const place = (field: 'dispatch_slug' | 'quote') => {
    const found = columns.findIndex((it) => it.field === field)
    return found < 0 ? `''::text` : `s.cells[${found + 1}]`
  }
  const same = (ours: string) => `(${cell} = ${ours} or '''' || ${cell} = ${ours})`
  await staging.query(`
    create temp table standing on commit drop as
    select it.row, it.line, it.chain, it.ours, it.occurrence_id, t.publisher_id from (
      select s.row, s.line, ${cell} as chain, o.${CHAIN_FIELD} as ours, o.occurrence as occurrence_id
      from theirs s join ours o using (row) left join was w using (row)
      where s.faults is null and o.occurrence is not null and ${cell} <> '' and not ${same(`o.${CHAIN_FIELD}`)}
        and (w.row is null or not ${same(`w.${CHAIN_FIELD}`)})
      union all
      select s.row, s.line, ${cell}, null, p.id
      from theirs s join found f using (row) cross join lateral (
        select o.id from occurrences o join anchors a on a.id = o.anchor_id
        join dispatch_versions x on x.id = a.dispatch_version_id join dispatches t on t.id = x.dispatch_id
        where o.claim_id = f.claim_id and o.discarded_at is null and t.slug = ${place('dispatch_slug')} and a.exact = ${place('quote')}
        limit 1) p
      where s.faults is null and f.is_same and ${cell} <> '') it
    join occurrences o on o.id = it.occurrence_id join anchors a on a.id = o.anchor_id
    join dispatch_versions x on x.id = a.dispatch_version_id join dispatches t on t.id = x.dispatch_id`)
  await staging.query('analyze standing')
  await read(staging, 'select row, chain, publisher_id from standing', false)
  await staging.query(
    `with hop as (
      select h.occurrence_id, array_agg(h.source_id order by h.position) as sources, array_agg(h.role::text order by h.position) as roles,
        array_agg(h.scope::text order by h.position) as scopes
      from hops h where h.occurrence_id in (select occurrence_id from standing) group by 1)
    insert into wrong (row, line, at, code, told)
    select s.row, s.line, ${at}, 'not_changed_here', jsonb_build_object('field', '${CHAIN_FIELD}') || coalesce(jsonb_build_object('ours', left(nullif(s.ours, ''), 200)), '{}')
    from standing s join chain_asked c on c.chain = s.chain and c.publisher_id is not distinct from s.publisher_id
    left join chain_read r on r.n = c.n left join hop h on h.occurrence_id = s.occurrence_id
    where r.n is null or (row(r.sources, r.roles, r.scopes) is distinct from row(h.sources, h.roles, h.scopes)
      and not exists (select from table_rows w where w.occurrence_id = s.occurrence_id and w.hop_sources <> '{}'::uuid[]
        and w.hop_sources = r.sources and w.hop_roles = r.roles and w.hop_scopes = r.scopes))`,
  )
  await forget(staging)
}

/** Keeps whom the chains of new rows cite, and what is known of those that are added. */
export async function keepSources(staging: Staging, importId: string, adds: boolean): Promise<void> {
  await staging.query(
    `insert into table_sources (import_id, source_id, is_new, name, kind, slug)
    select $1, c.id, ${adds ? 'n.id is not null, n.name, n.kind, n.slug' : 'false, null, null, null'}
    from (select distinct unnest(hop_sources) as id from fresh) c ${adds ? 'left join new_sources n on n.id = c.id' : ''}`,
    [importId],
  )
}

const TABLES = ['chain_asked', 'chain_hops', 'chain_names', 'chain_faults', 'chain_shapes', 'chain_read']
const forget = (staging: Staging) => staging.query(`drop table ${TABLES.join(', ')}`)

/** What each chain leads to (`chain_read`), or why it leads nowhere (`chain_faults`), by its number in `chain_asked`. */
async function read(staging: Staging, chains: string, adds: boolean): Promise<void> {
  await staging.query(`
    create temp table chain_asked on commit drop as
      select (row_number() over (order by min(row)))::int as n, chain, publisher_id from (${chains}) asked group by chain, publisher_id;
    create temp table chain_hops (n integer, position integer, name text, role text, scope text) on commit drop;
    create temp table chain_faults (n integer, code text, told jsonb) on commit drop`)
  await readCells(staging)
  await staging.query('delete from chain_hops l using chain_faults f where f.n = l.n')
  await staging.query('analyze chain_asked; analyze chain_hops')
  await nameSources(staging)
  await staging.query('analyze chain_names')
  if (adds) await addSources(staging)
  await staging.query(`
    insert into chain_faults
    select l.n, case when m.matches > 1 then 'ambiguous_source' else 'unknown_source' end,
      jsonb_build_object('name', string_agg(distinct l.name, '; '), 'slugs', string_agg(distinct m.slugs, ', '))
    from chain_hops l join chain_names m using (name) where m.source_id is null group by l.n, m.matches > 1;
    delete from chain_hops l using chain_faults f where f.n = l.n`)
  await tellRoles(staging)
}

/** Takes the cells apart. */
async function readCells(staging: Staging): Promise<void> {
  for (let after = 0; ; after += MANY) {
    const { rows } = await staging.query<{ n: number; chain: string }>(
      'select n, chain from chain_asked where n > $1 and n <= $2',
      [after, after + MANY],
    )
    if (rows.length === 0) return
    const read = rows.map(({ n, chain }) => ({ n, found: readChain(chain) }))
    const hops = read.flatMap(({ n, found }) =>
      'code' in found ? [] : found.map((hop, i) => ({ n, position: i + 1, ...hop })),
    )
    const faults = read.flatMap(({ n, found }) =>
      'code' in found ? [{ n, code: found.code, told: found.told ?? {} }] : [],
    )
    await staging.query(
      'insert into chain_hops select * from jsonb_to_recordset($1::jsonb) l (n int, position int, name text, role text, scope text)',
      [JSON.stringify(hops)],
    )
    await staging.query(
      'insert into chain_faults select * from jsonb_to_recordset($1::jsonb) f (n int, code text, told jsonb)',
      [JSON.stringify(faults)],
    )
  }
}

/** Whom each name means: the source of that slug, else the only one of that name, accents and capitals aside. */
async function nameSources(staging: Staging): Promise<void> {
  await staging.query(`
    create temp table chain_names on commit drop as
    with asked as (select distinct name from chain_hops),
    found as (
      select a.name, s.id, s.kind::text as kind, s.slug, true as by_slug from asked a join sources s on s.slug = a.name where ${isCitable}
      union all
      select a.name, s.id, s.kind::text, s.slug, false from asked a join sources s on fold(s.name) = fold(a.name) where ${isCitable}),
    counted as (
      select name, bool_or(by_slug) as by_slug, count(distinct id) as matches, string_agg(distinct slug, ', ') as slugs,
        (array_agg(id order by by_slug desc, id))[1] as id, (array_agg(kind order by by_slug desc, id))[1] as kind
      from found group by name)
    select a.name, fold(a.name) as folded, coalesce(c.matches, 0) as matches, c.slugs,
      case when c.by_slug or c.matches = 1 then c.id end as source_id, case when c.by_slug or c.matches = 1 then c.kind end as kind
    from asked a left join counted c using (name)`)
}

/** Names nobody knows as sources that will be added: each once, as the first chain writes it. */
async function addSources(staging: Staging): Promise<void> {
  await staging.query(`
    create temp table new_sources (id uuid, folded text, name text, kind text, slug text) on commit drop;
    create temp table unknown_names on commit drop as
    select (row_number() over (order by n, position))::int as i, folded, name, role from (
      select distinct on (m.folded) m.folded, l.name, l.role, l.n, l.position
      from chain_hops l join chain_names m using (name) where m.matches = 0 and (l.role is not null or l.position = 1)
      order by m.folded, l.n, l.position) first`)
  const taken = new Set(
    (await staging.query<{ slug: string }>('select slug from sources')).rows.map(({ slug }) => slug),
  )
  for (let after = 0; ; after += MANY) {
    const { rows } = await staging.query<{ folded: string; name: string; role: HopRole | null }>(
      'select folded, name, role from unknown_names where i > $1 and i <= $2 order by i',
      [after, after + MANY],
    )
    if (rows.length === 0) break
    const made = rows.map((it) => ({ ...it, kind: kindOfNewSource(it.name, it.role), slug: freeSlug(taken, it.name) }))
    await staging.query(
      `insert into new_sources select gen_random_uuid(), r.folded, r.name, r.kind, r.slug
      from jsonb_to_recordset($1::jsonb) r (folded text, name text, kind text, slug text)`,
      [JSON.stringify(made)],
    )
  }
  await staging.query(
    'update chain_names m set source_id = s.id, kind = s.kind from new_sources s where s.folded = m.folded and m.matches = 0',
  )
}

/** The slug of a name, with the shortest number behind it when somebody has it; whoever gets it takes it. */
function freeSlug(taken: Set<string>, name: string): string {
  const wanted = slugOf(name)
  let [slug, n] = [wanted, 2]
  while (taken.has(slug)) slug = `${wanted}-${n++}`
  taken.add(slug)
  return slug
}

/** Ends each chain at the publisher of its dispatch and gives every hop its role: one question for all chains of one shape. */
async function tellRoles(staging: Staging): Promise<void> {
  await staging.query(`
    create temp table chain_read on commit drop as
    select c.n, c.publisher_id is not null as has_publisher, l.names, l.scopes, l.sources,
      l.shape || case when c.publisher_id <> l.sources[cardinality(l.sources)] then array['outlet ' || p.kind] else '{}' end as shape,
      null::text[] as roles, c.publisher_id
    from chain_asked c join (
      select l.n, array_agg(l.name order by l.position) as names, array_agg(l.scope order by l.position) as scopes,
        array_agg(m.source_id order by l.position) as sources, array_agg(coalesce(l.role, '') || ' ' || m.kind order by l.position) as shape
      from chain_hops l join chain_names m using (name) group by l.n) l on l.n = c.n
    left join sources p on p.id = c.publisher_id;
    update chain_read set sources = sources || publisher_id, scopes = scopes || 'explicit'::text where cardinality(shape) > cardinality(sources);
    create temp table chain_shapes (shape text[], has_publisher boolean, roles text[], code text, told jsonb, hop integer) on commit drop;
    create temp table shapes_asked on commit drop as
      select (row_number() over ())::int as i, shape, has_publisher from (select distinct shape, has_publisher from chain_read) asked`)
  for (let after = 0; ; after += MANY) {
    const { rows } = await staging.query<{ shape: string[]; has_publisher: boolean }>(
      'select shape, has_publisher from shapes_asked where i > $1 and i <= $2',
      [after, after + MANY],
    )
    if (rows.length === 0) break
    const told = rows.map(({ shape, has_publisher }) => {
      const hops = shape.map((it) => {
        const [role = '', kind = ''] = it.split(' ')
        return { role: (role || null) as HopRole | null, kind: kind as SourceKind } // both are of PostgreSQL's own lists
      })
      const found = rolesOfChain(hops, has_publisher)
      return { shape, has_publisher, ...('code' in found ? { told: {}, ...found } : { roles: found }) }
    })
    await staging.query(
      `insert into chain_shapes select * from jsonb_to_recordset($1::jsonb)
        r (shape text[], has_publisher boolean, roles text[], code text, told jsonb, hop int)`,
      [JSON.stringify(told)],
    )
  }
  await staging.query(`
    insert into chain_faults
    select r.n, s.code, s.told || coalesce(jsonb_build_object('name', r.names[s.hop + 1]), '{}')
    from chain_read r join chain_shapes s using (shape, has_publisher) where s.code is not null;
    update chain_read r set roles = s.roles from chain_shapes s where s.shape = r.shape and s.has_publisher = r.has_publisher;
    delete from chain_read where roles is null;
    drop table shapes_asked`)
}
