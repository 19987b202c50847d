import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { PropertyCode } from '@/lib/domain/property'
import type { StatementRank } from '@/lib/domain/vocabulary'
import type { Db } from './db'

export type NewStatement = {
  id: string
  occurrenceId: string
  eventId: string
  propertyCode: PropertyCode
  value: string
  words: string | null
}

export async function insertStatements(
  db: Db,
  _proof: Permit<'claim:add' | 'claim:edit' | 'conflict:mark'>,
  statements: readonly NewStatement[],
): Promise<void> {
  if (statements.length > 0) await db.statement.createMany({ data: [...statements] })
}

/** A statement where it stands: its cell, the quotation it reads, and the open sides it holds. */
export const statementInPlace = (db: Db, id: string) =>
  db.statement.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      occurrenceId: true,
      eventId: true,
      propertyCode: true,
      value: true,
      words: true,
      rank: true,
      rankReason: true,
      occurrence: { select: { discardedAt: true, anchor: { select: { exact: true } } } },
      positions: {
        where: { position: { conflict: { status: { in: ['suggested', 'open', 'under_review', 'reopened'] } } } },
        select: { positionId: true, position: { select: { conflict: { select: { id: true, version: true } } } } },
      },
    },
  })

/** What still stands in one cell of the matrix, latest first. */
export const standingInCell = (db: Db, cell: { occurrenceId: string; eventId: string; propertyCode: string }) =>
  db.statement.findMany({
    where: { ...cell, rank: { not: 'deprecated' } },
    select: { id: true, version: true, value: true, words: true },
    orderBy: { id: 'desc' },
  })

/** Puts a statement on the sides another one holds. */
export async function insertPositionStatements(
  db: Db,
  _proof: Permit<'claim:edit'>,
  statementId: string,
  positionIds: readonly string[],
): Promise<void> {
  await db.positionStatement.createMany({ data: positionIds.map((positionId) => ({ positionId, statementId })) })
}

/** Statements by id, with what a conflict needs to know of each. */
export const statementsById = (db: Db, ids: readonly string[]) =>
  db.statement.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      propertyCode: true,
      eventId: true,
      value: true,
      occurrence: {
        select: { id: true, claim: { select: { id: true, ref: true, publicAt: true, discardedAt: true } } },
      },
    },
  })

/** Changes a statement under the version the writer saw; false when somebody saved in between. */
export async function updateStatement(
  db: Db,
  _proof: Permit<'claim:edit'>,
  id: string,
  version: number,
  change: { value?: string; words?: string | null; rank?: StatementRank; rankReason?: string | null },
): Promise<boolean> {
  const { count } = await db.statement.updateMany({ where: { id, version }, data: { ...change, version: version + 1 } })
  return count === 1
}
export const statementAsSaved = (db: Db, id: string) =>
  db.statement.findUnique({
    where: { id },
    select: { id: true, version: true, propertyCode: true, value: true, words: true, rank: true, rankReason: true },
  })

/** The statement an occurrence of this claim already makes about a property, or null. */
export const statementOfOccurrence = (db: Db, occurrenceId: string, propertyCode: PropertyCode) =>
  db.statement.findFirst({
    where: { occurrenceId, propertyCode, rank: { not: 'deprecated' } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })

/** Ids of these occurrences that exist and are not discarded. */
export const occurrencesById = async (db: Db, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (await db.occurrence.findMany({ where: { id: { in: [...ids] }, discardedAt: null }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  )
