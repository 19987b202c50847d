import { originKeyOf, originOf } from './chain'
import { isOpenConflict } from './conflict'
import { originsOf } from './origins'
import { PROPERTY_CODES, type PropertyCode } from './property'
import type { EventMatrix, OccurrenceView, StatementView } from './record'

/**
 * What a confirmation does for one property. `one_side`: it takes a position that others dispute, and confirms that one only.
 * `general`: its words fit several positions and confirm none of them.
 */
export type CoverageState = 'said' | 'one_side' | 'general' | 'denied' | 'silent'
export type CoverageCell = {
  property: PropertyCode
  state: CoverageState
  statements: readonly { occurrence: OccurrenceView; statement: StatementView }[]
}
export type Confirmation = {
  originKey: string
  sourceName: string
  /** The passages that say that something is confirmed. */
  passages: readonly OccurrenceView[]
  cells: readonly CoverageCell[]
}

type Row = EventMatrix['rows'][number]

/** How a text says it: confirme, confirmée, confirmant, confirms, confirmó. */
const CONFIRMS = /\bconfirm/i

/** Properties that describe how we know, not what happened: nothing there can be confirmed by somebody else's words. */
const ABOUT_SOURCES: ReadonlySet<PropertyCode> = new Set<PropertyCode>([
  'announcement_time',
  'label',
  'document_identity',
  'attribution',
  'attribution_scope',
  'confirms',
  'confirmer_location',
  'source_independence',
  'quote_fidelity',
  'coverage',
  'speaker_affiliation',
  'speaker_role',
  'speaker_location',
  'channel',
  'translated_by',
  'translated_for',
  'publication_date',
  'byline',
])

/** Does this passage say that something is confirmed: in the verb of whoever speaks, or in its own words? */
export const isConfirming = ({ chain, exact }: Pick<OccurrenceView, 'chain' | 'exact'>): boolean =>
  CONFIRMS.test(originOf(chain)?.verb ?? '') || CONFIRMS.test(exact)

/**
 * For each origin that confirms something about an event: property by property, what it says and what it leaves unsaid of
 * all that the other origins say. A confirmation covers what its own words cover, and nothing else.
 */
export function confirmationsOf(rows: readonly Row[]): Confirmation[] {
  const keyed = rows.flatMap((row) => {
    const key = originKeyOf(row.occurrence.chain)
    return key === null ? [] : [{ key, row }]
  })
  const confirming = keyed.filter(({ row }) => isConfirming(row.occurrence))
  return [...new Set(confirming.map(({ key }) => key))].map((key) => {
    const own = keyed.filter((it) => it.key === key).map(({ row }) => row)
    const others = keyed.filter((it) => it.key !== key).map(({ row }) => row)
    const spokenByOthers = new Set(others.flatMap(inForce).map(({ statement }) => statement.property))
    return {
      originKey: key,
      sourceName: originsOf(own.map(({ occurrence }) => occurrence)).origins[0]?.source.sourceName ?? key,
      passages: confirming.filter((it) => it.key === key).map(({ row }) => row.occurrence),
      cells: PROPERTY_CODES.filter((property) => spokenByOthers.has(property) && !ABOUT_SOURCES.has(property)).map(
        (property) => {
          const statements = own.flatMap(inForce).filter(({ statement }) => statement.property === property)
          return { property, statements, state: stateOf(statements) }
        },
      ),
    }
  })
}

const inForce = ({ occurrence, statements }: Row) =>
  statements.filter(({ rank }) => rank !== 'deprecated').map((statement) => ({ occurrence, statement }))

function stateOf(statements: CoverageCell['statements']): CoverageState {
  if (statements.length === 0) return 'silent'
  if (statements.every(({ occurrence }) => occurrence.modality === 'denied')) return 'denied'
  const stands = statements.flatMap(({ statement }) =>
    statement.positions.filter(({ status }) => isOpenConflict(status)),
  )
  if (stands.some(({ isGeneral }) => !isGeneral)) return 'one_side'
  return stands.length > 0 ? 'general' : 'said'
}
