import 'server-only'
import type { ConflictAnswer, VerdictAnswer } from '@/lib/domain/api-answers'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { verdictWords } from './verdicts'

const conflictSelect = {
  id: true,
  ref: true,
  slug: true,
  type: true,
  class: true,
  severity: true,
  status: true,
  eventId: true,
  propertyCode: true,
  titleFr: true,
  titleEn: true,
  explanationFr: true,
  explanationEn: true,
  publicAt: true,
  updatedAt: true,
  version: true,
  positions: {
    select: { id: true, ordinal: true, value: true, isGeneral: true, statements: { select: { statementId: true } } },
    orderBy: { ordinal: 'asc' },
  },
  resolutions: {
    select: { n: true, outcome: true, positionId: true, rationaleFr: true, rationaleEn: true, at: true },
    orderBy: { n: 'asc' },
  },
} as const satisfies Prisma.ConflictSelect

/** These conflicts as the API tells them, in the order of the ids. */
export async function conflictAnswers(db: Db, ids: readonly string[]): Promise<ConflictAnswer[]> {
  const rows = await db.conflict.findMany({
    where: { id: { in: [...ids] } },
    select: conflictSelect,
    orderBy: { id: 'asc' },
  })
  return rows.map(({ propertyCode: property, positions, resolutions, publicAt, updatedAt, ...row }) => ({
    ...row,
    property,
    publicAt: publicAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    positions: positions.map(({ statements, ...it }) => ({
      ...it,
      statementIds: statements.map(({ statementId }) => statementId).sort(),
    })),
    resolutions: resolutions.map(({ at, ...it }) => ({ ...it, at: at.toISOString() })),
  }))
}

const verdictSelect = {
  id: true,
  claimId: true,
  state: true,
  versions: {
    select: { n: true, isWithdrawal: true, ...verdictWords, isBlind: true, publishedAt: true },
    orderBy: { n: 'asc' },
  },
} as const satisfies Prisma.VerdictSelect

/** These verdicts: what was published of them; for the desk (`me`) also what is being written, unless a blind reading hides it. */
export async function verdictAnswers(db: Db, ids: readonly string[], me: string | null): Promise<VerdictAnswer[]> {
  const where = { id: { in: [...ids] } }
  const rows = await db.verdict.findMany({ where, select: verdictSelect, orderBy: { id: 'asc' } })
  const work = me === null ? new Map<string, Work>() : await workOn(db, ids, me)
  return rows.map(({ versions, ...row }) => ({
    ...row,
    versions: versions.map(({ publishedAt, ...it }) => ({ ...it, publishedAt: publishedAt.toISOString() })),
    ...work.get(row.id),
  }))
}

type Work = Pick<VerdictAnswer, 'version' | 'work'>

async function workOn(db: Db, ids: readonly string[], me: string): Promise<Map<string, Work>> {
  const [rows, hidden] = await Promise.all([
    db.verdict.findMany({
      where: { id: { in: [...ids] } },
      select: {
        id: true,
        version: true,
        ...verdictWords,
        authorId: true,
        secondReaderId: true,
        isBlind: true,
        changesRequested: true,
        updatedAt: true,
        dependencies: { select: { conflictId: true, evidenceId: true, sourceId: true }, orderBy: { id: 'asc' } },
      },
    }),
    ids.length === 0
      ? []
      : db.$queryRaw<{ id: string }[]>`
          select v.id from verdicts v
          where v.id in (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}) and verdict_is_hidden_from(v, ${me}::uuid)`,
  ])
  const isHidden = new Set(hidden.map(({ id }) => id))
  const there = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)
  return new Map(
    rows.map(({ id, version, dependencies, updatedAt, ...row }): [string, Work] => [
      id,
      isHidden.has(id)
        ? { version }
        : {
            version,
            work: {
              ...row,
              updatedAt: updatedAt.toISOString(),
              conflictIds: there(dependencies.map(({ conflictId }) => conflictId)),
              evidenceIds: there(dependencies.map(({ evidenceId }) => evidenceId)),
              sourceIds: there(dependencies.map(({ sourceId }) => sourceId)),
            },
          },
    ]),
  )
}
