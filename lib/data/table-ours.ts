import 'server-only'
import { DERIVED_FIELDS, type TableColumn, type TableField } from '@/lib/domain/table-columns'
import { claimsExport } from './export-claims'
import type { Staging } from './table-staging'

/** The fields that stand beside theirs, besides the derived ones. */
const PLAIN: Partial<Record<TableField, string>> = {
  claim_id: 'c.ref',
  claim_slug: 'c.slug',
  statement_fr: 'c.statement_fr',
  statement_en: 'c.statement_en',
  event: 'e.slug',
  kind: 'o.kind::text',
  quote_scope: `(select string_agg(q::text, ' ' order by q) from unnest(o.quote_scopes) q)`,
  modality: 'o.modality::text',
  dispatch_slug: 't.slug',
  quote: 'a.exact',
}

/** The derived columns this file has. */
export const derivedOf = (columns: readonly TableColumn[]) =>
  DERIVED_FIELDS.filter((field) => columns.some((it) => it.field === field))

/**
 * What we have for the rows found, column by column as claims.csv gives it, in a table of this transaction. Under the views of
 * a moment the same question gives what we had then.
 */
async function layOut(staging: Staging, table: 'ours' | 'was', columns: readonly TableColumn[]): Promise<void> {
  const derived = derivedOf(columns)
  const exported = claimsExport('', 'fr', 'o.id in (select occurrence_id from found where occurrence_id is not null)')
  const plain = Object.entries(PLAIN).map(([field, sql]) => `coalesce(${sql}, '') as ${field}`)
  const worked = derived.map((field) => `coalesce(it."${field}"::text, '') as "${field}"`)
  await staging.query(`
    create temp table ${table} on commit drop as
    select f.row, f.claim_id as claim, f.occurrence_id as occurrence, c.version as claim_version,
      o.version as occurrence_version, e.id as event_id, ${[...plain, ...worked].join(', ')}
    from found f
    join claims c on c.id = f.claim_id
    left join events e on e.id = c.event_id and e.discarded_at is null
    left join occurrences o on o.id = f.occurrence_id
    left join anchors a on a.id = o.anchor_id
    left join dispatch_versions x on x.id = a.dispatch_version_id
    left join dispatches t on t.id = x.dispatch_id
    ${derived.length > 0 ? `left join (${exported.text}) it on it.occurrence_id = f.occurrence_id::text` : ''}
    where not f.is_same`)
  await staging.query(`create index on ${table} (row)`)
  await staging.query(`analyze ${table}`)
}

/** Lays what we have beside what they have, and what we had at the moment their file left us, when that is known. */
export async function layOurs(staging: Staging, columns: readonly TableColumn[], baseAt: Date | null): Promise<void> {
  await layOut(staging, 'ours', columns)
  if (baseAt === null) {
    await staging.query('create temp table was on commit drop as select * from ours limit 0')
    return
  }
  await staging.query(
    `select set_config('recoupe.as_of', $1, true), set_config('search_path', 'as_known, public', true)`,
    [baseAt.toISOString()],
  )
  await layOut(staging, 'was', columns)
  await staging.query(`select set_config('recoupe.as_of', '', true), set_config('search_path', 'public', true)`)
}
