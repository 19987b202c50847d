import { originKeyOf } from './chain'
import { isOpenConflict } from './conflict'
import { PROPERTY_CODES, type PropertyCode } from './property'
import type { EventMatrix, OccurrenceView, StatementView } from './record'

/** What a reader asked of the matrix; it lives in the address, so that it can be shared. */
export type MatrixFilter = { origin: string | null; conflict: string | null; outlet: string | null; isWhole: boolean }
export type MatrixRow = {
  occurrence: OccurrenceView
  /** One list per column, in the order of the columns; an empty one is a silence. */
  cells: readonly { property: PropertyCode; statements: readonly StatementView[] }[]
}
export type MatrixView = { columns: readonly PropertyCode[]; rows: readonly MatrixRow[]; hidden: number }

/**
 * Rows are passages in the order of the text; columns are the properties still in dispute, then those already settled, then
 * what else somebody speaks about. A whole matrix has every property of the closed list.
 */
export function matrixOf(record: Pick<EventMatrix, 'rows' | 'conflicts'>, filter: MatrixFilter): MatrixView {
  const conflict = record.conflicts.find(({ ref }) => ref === filter.conflict)
  const rows = record.rows.filter(
    ({ occurrence: { chain }, statements }) =>
      (filter.origin === null || originKeyOf(chain) === filter.origin) &&
      (filter.outlet === null || isCarriedBy(chain, filter.outlet)) &&
      (filter.conflict === null || statements.some((it) => standsIn(it, filter.conflict))),
  )
  const spoken = new Set(rows.flatMap(({ statements }) => statements.map(({ property }) => property)))
  const rank = (property: PropertyCode): number => {
    if (property === conflict?.property) return 0
    const about = record.conflicts.filter((it) => it.property === property)
    if (about.some(({ status }) => isOpenConflict(status))) return 1
    if (about.length > 0) return 2
    return spoken.has(property) ? 3 : 4
  }
  const columns = PROPERTY_CODES.filter((property) => filter.isWhole || spoken.has(property)).sort(
    (a, b) => rank(a) - rank(b),
  )
  return {
    columns,
    hidden: record.rows.length - rows.length,
    rows: rows.map(({ occurrence, statements }) => ({
      occurrence,
      cells: columns.map((property) => ({
        property,
        statements: statements.filter((it) => it.property === property),
      })),
    })),
  }
}

const isCarriedBy = (chain: OccurrenceView['chain'], slug: string): boolean =>
  chain.some(({ role, sourceSlug }) => (role === 'outlet' || role === 'agency') && sourceSlug === slug)
const standsIn = ({ positions }: StatementView, ref: string | null): boolean =>
  positions.some(({ conflictRef }) => conflictRef === ref)
