import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { PropertyCode } from '@/lib/domain/property'
import type { RatingCode } from '@/lib/domain/rating'
import type { ConflictBrief, ConflictRecord } from '@/lib/domain/record'
import type { ConflictClass, ConflictStatus, ConflictType, ResolutionOutcome, Severity } from '@/lib/domain/vocabulary'
import { conflictBrief, conflictSelect, eventBrief, eventSelect, occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import { evidenceOfConflicts } from './evidence'
import type { Prisma } from './generated/client'
import { occurrenceViews } from './occurrence-views'

/** Conflicts by ref, newest numbers last. */
export async function conflictBriefs(db: Db, where: Prisma.ConflictWhereInput): Promise<ConflictBrief[]> {
  return (await db.conflict.findMany({ where, select: conflictSelect, orderBy: { ref: 'asc' }, take: 2_000 })).map(
    conflictBrief,
  )
}

/** Conflicts with their sides, resolutions (latest first) and evidence, by ref; those after one of them, when it is named. */
export async function conflictRecords(
  db: Db,
  where: Prisma.ConflictWhereInput,
  take = 200,
  after: string | null = null,
): Promise<ConflictRecord[]> {
  const last = after === null ? null : await db.conflict.findUnique({ where: { id: after }, select: { ref: true } })
  if (after !== null && last === null) return []
  const rows = await db.conflict.findMany({
    where: { ...where, ...(last && { ref: { gt: last.ref } }) },
    orderBy: { ref: 'asc' },
    take,
    select: {
      ...conflictSelect,
      version: true,
      severity: true,
      explanationFr: true,
      explanationEn: true,
      updatedAt: true,
      publicAt: true,
      event: { select: eventSelect },
      positions: {
        orderBy: { ordinal: 'asc' },
        select: {
          id: true,
          ordinal: true,
          value: true,
          isGeneral: true,
          statements: {
            select: {
              statement: { select: { id: true, value: true, words: true, occurrence: { select: occurrenceSelect } } },
            },
          },
        },
      },
      resolutions: {
        orderBy: { n: 'desc' },
        select: {
          n: true,
          outcome: true,
          rationaleFr: true,
          rationaleEn: true,
          at: true,
          position: { select: { ordinal: true } },
        },
      },
      dependents: {
        where: { verdict: { versions: { some: {} }, claim: { discardedAt: null } } },
        select: {
          verdict: {
            select: {
              state: true,
              claim: { select: { ref: true, slug: true } },
              versions: { orderBy: { n: 'desc' }, take: 1, select: { ratingCode: true } },
            },
          },
        },
      },
    },
  })
  const evidence = await evidenceOfConflicts(
    db,
    rows.map(({ id }) => id),
  )
  const spoken = rows.flatMap(({ positions }) =>
    positions.flatMap((it) => it.statements.map((of) => of.statement.occurrence)),
  )
  const views = new Map((await occurrenceViews(db, spoken)).map((view) => [view.id, view]))
  return rows.map((row) => ({
    ...conflictBrief(row),
    version: row.version,
    severity: row.severity,
    event: eventBrief(row.event),
    explanationFr: row.explanationFr,
    explanationEn: row.explanationEn,
    updatedAt: row.updatedAt.toISOString(),
    isPublic: row.publicAt !== null,
    positions: row.positions.map((position) => ({
      id: position.id,
      ordinal: position.ordinal,
      value: position.value,
      isGeneral: position.isGeneral,
      statements: position.statements
        .map(({ statement }) => ({
          id: statement.id,
          value: statement.value,
          words: statement.words,
          occurrence: views.get(statement.occurrence.id) ?? occurrenceView(statement.occurrence),
        }))
        .sort((a, b) => a.occurrence.start - b.occurrence.start || (a.id < b.id ? -1 : 1)),
    })),
    resolutions: row.resolutions.map(({ position, at, ...resolution }) => ({
      ...resolution,
      positionOrdinal: position?.ordinal ?? null,
      at: at.toISOString(),
      by: null,
    })),
    evidence: evidence.get(row.id) ?? [],
    dependentVerdicts: row.dependents
      .map(({ verdict }) => ({
        claimRef: verdict.claim.ref,
        claimSlug: verdict.claim.slug,
        rating: verdict.versions[0]?.ratingCode as RatingCode,
        state: verdict.state,
      }))
      .sort((a, b) => (a.claimRef < b.claimRef ? -1 : 1)),
  }))
}

export const conflictRecord = async (db: Db, slug: string): Promise<ConflictRecord | null> =>
  (await conflictRecords(db, { slug }))[0] ?? null

export type NewConflict = {
  id: string
  ref: string
  slug: string
  type: ConflictType
  class: ConflictClass
  severity: Severity
  eventId: string
  propertyCode: PropertyCode
  titleFr: string
  titleEn: string
  explanationFr: string | null
  explanationEn: string | null
  positions: readonly { id: string; value: string; isGeneral: boolean; statementIds: readonly string[] }[]
}

/** Writes a conflict with its sides; PostgreSQL checks at commit that there are two, each with statements on the property. */
export async function insertConflict(
  db: Db,
  proof: Permit<'conflict:mark'>,
  { positions, ...conflict }: NewConflict,
): Promise<void> {
  await db.conflict.create({ data: { ...conflict, status: 'open', createdById: proof.by } })
  await db.position.createMany({
    data: positions.map(({ id, value, isGeneral }, i) => ({
      id,
      conflictId: conflict.id,
      ordinal: i + 1,
      value,
      isGeneral,
    })),
  })
  await db.positionStatement.createMany({
    data: positions.flatMap(({ id, statementIds }) =>
      statementIds.map((statementId) => ({ positionId: id, statementId })),
    ),
  })
}

export type ConflictChange = Partial<{
  status: ConflictStatus
  class: ConflictClass
  type: ConflictType
  severity: Severity
  titleFr: string
  titleEn: string
  explanationFr: string | null
  explanationEn: string | null
  assigneeId: string | null
}>

/** Changes a conflict under the version the writer saw; false when somebody saved in between. */
export async function updateConflict(
  db: Db,
  _proof: Permit<'conflict:edit' | 'conflict:resolve'>,
  id: string,
  version: number,
  change: ConflictChange,
): Promise<boolean> {
  const { count } = await db.conflict.updateMany({ where: { id, version }, data: { ...change, version: version + 1 } })
  return count === 1
}

export const conflictAsSaved = (db: Db, id: string) =>
  db.conflict.findUnique({
    where: { id },
    select: {
      id: true,
      ref: true,
      slug: true,
      version: true,
      status: true,
      class: true,
      type: true,
      severity: true,
      titleFr: true,
      titleEn: true,
      explanationFr: true,
      explanationEn: true,
      publicAt: true,
      eventId: true,
      propertyCode: true,
      positions: {
        select: { id: true, ordinal: true, value: true, statements: { select: { statementId: true } } },
        orderBy: { ordinal: 'asc' },
      },
      resolutions: {
        select: { n: true, outcome: true, rationaleFr: true, rationaleEn: true },
        orderBy: { n: 'desc' },
        take: 1,
      },
    },
  })

export async function insertResolution(
  db: Db,
  proof: Permit<'conflict:resolve'>,
  resolution: {
    id: string
    conflictId: string
    n: number
    outcome: ResolutionOutcome
    positionId: string | null
    rationaleFr: string | null
    rationaleEn: string | null
  },
): Promise<void> {
  await db.resolution.create({ data: { ...resolution, byId: proof.by } })
}

/** Opens to the public the conflicts whose positions all stand on public claims; suggested and dismissed ones stay inside. */
export async function openConflicts(
  db: Db,
  _proof: Permit<'dispatch:publish' | 'verdict:publish'>,
  claimIds: readonly string[],
  at: Date,
): Promise<number> {
  const { count } = await db.conflict.updateMany({
    where: {
      publicAt: null,
      status: { notIn: ['suggested', 'dismissed'] },
      positions: {
        some: { statements: { some: { statement: { occurrence: { claimId: { in: [...claimIds] } } } } } },
        every: { statements: { every: { statement: { occurrence: { claim: { publicAt: { not: null } } } } } } },
      },
    },
    data: { publicAt: at, version: { increment: 1 } },
  })
  await db.event.updateMany({
    where: { publicAt: null, conflicts: { some: { publicAt: { not: null } } } },
    data: { publicAt: at, version: { increment: 1 } },
  })
  return count
}
