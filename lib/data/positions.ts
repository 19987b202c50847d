import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { PropertyCode } from '@/lib/domain/property'
import type { Db } from './db'

/** Writes one more side; PostgreSQL checks that its statements are on the property, and public when the conflict is. */
export async function insertPosition(
  db: Db,
  _proof: Permit<'conflict:edit'>,
  {
    statementIds,
    ...position
  }: {
    id: string
    conflictId: string
    ordinal: number
    value: string
    isGeneral: boolean
    statementIds: readonly string[]
  },
): Promise<void> {
  await db.position.create({ data: position })
  await db.positionStatement.createMany({
    data: statementIds.map((statementId) => ({ positionId: position.id, statementId })),
  })
}

/** What passages say about the property of a conflict and stands on none of its sides, in the order of the text. */
export async function statementsOnNoSide(
  db: Db,
  { id, eventId, property }: { id: string; eventId: string; property: PropertyCode },
) {
  const rows = await db.statement.findMany({
    where: {
      eventId,
      propertyCode: property,
      rank: { not: 'deprecated' },
      positions: { none: { position: { conflictId: id } } },
      occurrence: { discardedAt: null, claim: { discardedAt: null } },
    },
    orderBy: [{ occurrence: { anchor: { start: 'asc' } } }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      value: true,
      occurrence: {
        select: {
          claim: { select: { ref: true } },
          anchor: {
            select: { exact: true, dispatchVersion: { select: { dispatch: { select: { language: true } } } } },
          },
        },
      },
    },
  })
  return rows.map(({ id, value, occurrence: { claim, anchor } }) => ({
    id,
    said: value,
    ref: claim.ref,
    exact: anchor.exact,
    language: anchor.dispatchVersion.dispatch.language,
  }))
}
