import 'server-only'
import pg from 'pg'
import type { DeskFilter } from '@/lib/domain/desk-filter'
import type { ExportTable } from '@/lib/domain/export-filter'
import { readSearch } from '@/lib/domain/search-query'
import { claimsMatching } from './claim-lists'
import { conflictsMatching } from './conflict-lists'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { all, holding } from './list-order'
import { claimsFound } from './search-plan'

/**
 * The condition under which a row of a table (claims `c`, conflicts `x`, sources `s`) is exported: `me` is who asks of the desk
 * and means what its lists mean, null is a stranger, whose words mean what they mean in the public search.
 */
export async function exportCondition(
  db: Db,
  table: ExportTable,
  filter: DeskFilter,
  me: string | null,
): Promise<string> {
  if (Object.keys(filter).length === 0) return 'true'
  return written(await conditionOf(db, table, filter, me))
}

/** The same as SQL with its values beside it, for a query that takes parameters. */
export async function conditionOf(
  db: Db,
  table: ExportTable,
  filter: DeskFilter,
  me: string | null,
): Promise<Prisma.Sql> {
  const { q = '' } = filter
  if (table === 'sources') return Prisma.sql`fold(s.name) like fold(${holding(q)})`
  if (table === 'conflicts') return conflictsMatching(filter, me ?? '')
  if (me !== null) return claimsMatching(filter, me)
  return all([Prisma.sql`c.discarded_at is null`, Prisma.sql`c.id in (${claimsFound(readSearch(q), 'stranger')})`])
}

/** `COPY` takes no parameters: each value is written into its place, as PostgreSQL's own driver quotes it. */
export function written({ strings, values }: Prisma.Sql): string {
  return strings.map((text, i) => (i === 0 ? text : literal(values[i - 1]) + text)).join('')
}

function literal(value: unknown): string {
  if (typeof value === 'string') return pg.escapeLiteral(value)
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`
  throw new Error(`a condition holds a ${typeof value}`)
}
