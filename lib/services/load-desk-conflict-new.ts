import 'server-only'
import { claimsHolding, type Passage, passagesOfClaims } from '@/lib/data/desk-review'
import { eventBriefs } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { statementsById } from '@/lib/data/statements'
import { suggestedPositions } from '@/lib/domain/arrange-positions'
import type { Desk } from '@/lib/domain/desk'
import { isUuid } from '@/lib/domain/ids'
import { permit } from '@/lib/domain/permission'
import { isPropertyCode, PROPERTY_CODES, type PropertyCode } from '@/lib/domain/property'
import type { OccurrenceView, StatementView } from '@/lib/domain/record'

/** How many claims the search offers at once. */
const OFFERED = 60

type Row = { occurrence: OccurrenceView; statement: StatementView | null }
type Asked = {
  claims: readonly string[]
  search: string
  event: string | null
  property: string | null
  /** Cells of the matrix that were ticked: only what they say is laid side by side. */
  statements?: readonly string[]
}

/** What a new conflict is made of: the claims one may choose, and the passages of those chosen, arranged for a start. */
export async function loadDeskConflictNew({ db, actor }: Desk<PrismaClient>, asked: Asked) {
  permit(actor, 'conflict:mark')
  const ticked = new Set(asked.statements?.filter(isUuid))
  const cells = ticked.size > 0 ? await statementsById(db, [...ticked]) : []
  const claims = [...new Set([...asked.claims, ...cells.map(({ occurrence }) => occurrence.claim.ref)])]
  const [offered, passages, events] = await Promise.all([
    claimsHolding(db, asked.search.trim(), OFFERED),
    passagesOfClaims(db, claims),
    eventBriefs(db),
  ])
  const found = new Set(passages.map(({ occurrence }) => occurrence.claim.ref))
  const event =
    events.find(({ slug }) => slug === asked.event) ??
    events.find(({ id }) => passages.some(({ eventId }) => eventId === id)) ??
    null
  const property =
    asked.property !== null && isPropertyCode(asked.property)
      ? asked.property
      : (mostly(cells.map(({ propertyCode }) => propertyCode)) ?? propertyInDispute(passages))
  const rows = passages.flatMap(({ occurrence, statements }): Row[] => {
    const said = statements.filter(
      (it) => it.property === property && it.rank !== 'deprecated' && (cells.length === 0 || ticked.has(it.id)),
    )
    if (said.length === 0 && cells.length > 0) return []
    return said.length > 0 ? said.map((statement) => ({ occurrence, statement })) : [{ occurrence, statement: null }]
  })
  return {
    offered,
    chosen: claims.filter((ref) => found.has(ref)),
    missing: claims.filter((ref) => !found.has(ref)),
    events,
    event,
    property,
    rows,
    suggested: suggestedPositions(rows.map(({ statement }) => statement?.value ?? null)),
  }
}

/** The property most of the ticked cells are about. */
function mostly(codes: readonly string[]): PropertyCode | null {
  const times = (code: string): number => codes.filter((it) => it === code).length
  const [first] = [...codes].sort((a, b) => times(b) - times(a))
  return first !== undefined && isPropertyCode(first) ? first : null
}

/** The property on which the passages say most different things; the first of the list when they say nothing. */
function propertyInDispute(passages: readonly Passage[]): PropertyCode {
  const said = (code: PropertyCode): number =>
    new Set(
      passages.flatMap(({ statements }) =>
        statements.filter(({ property }) => property === code).map(({ value }) => value.toLocaleLowerCase()),
      ),
    ).size
  const [first = 'other'] = [...PROPERTY_CODES].sort((a, b) => said(b) - said(a))
  return first
}
