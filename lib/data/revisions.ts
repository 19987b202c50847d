import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import { type Content, columnsOf, type EDITING, type RevisedKind } from '@/lib/domain/revision'
import type { Db } from './db'
import type { Prisma } from './generated/client'

/** `at` and `justBefore` are ISO with the microseconds of the database: one change lies between them. */
export type SavedRevision = {
  n: number
  content: Content
  actor: string
  reason: string | null
  at: string
  justBefore: string
}

/** The revisions of one row, latest first. */
export async function revisionsOf(db: Db, entity: RevisedKind, id: string, take = 200): Promise<SavedRevision[]> {
  return db.$queryRaw<SavedRevision[]>`
    select n, content, actor, reason,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      to_char((at - interval '1 microsecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "justBefore"
    from revisions where entity = ${entity} and entity_id = ${id}::uuid order by n desc limit ${take}`
}

export async function revisionAt(db: Db, entity: RevisedKind, id: string, n: number): Promise<Content | null> {
  const row = await db.revision.findUnique({ where: { entity_entityId_n: { entity, entityId: id, n } } })
  return row && (row.content as Content)
}

/** The list that went with a row at its version `n`: the chain of an occurrence, what a verdict stands on. */
export async function listAt(
  db: Db,
  list: 'chains' | 'verdict_dependencies',
  id: string,
  n: number,
): Promise<readonly Content[] | null> {
  const row = await db.revision.findFirst({
    where: { entity: list, entityId: id, n: { lte: n } },
    orderBy: { n: 'desc' },
    select: { content: true },
  })
  return row && (row.content as Content[])
}
/** Every list of a row, latest first, with the version it came with. */
export const listsOf = async (db: Db, list: 'chains' | 'verdict_dependencies', id: string) =>
  (
    await db.revision.findMany({
      where: { entity: list, entityId: id },
      orderBy: { n: 'desc' },
      select: { n: true, content: true },
    })
  ).map(({ n, content }) => ({ n, items: content as Content[] }))

/** The version a row has now, or null when there is no such row. */
export async function currentVersion(db: Db, entity: RevisedKind, id: string): Promise<number | null> {
  const row = await db.revision.findFirst({
    where: { entity, entityId: id },
    orderBy: { n: 'desc' },
    select: { n: true },
  })
  return row?.n ?? null
}

const DAYS = new Set(['timeFrom', 'timeTo', 'accessedAt'])

/** Writes the columns of a former state under the version the writer saw; false when somebody saved in between. */
export async function putBack(
  db: Db,
  _proof: Permit<(typeof EDITING)[RevisedKind]>,
  entity: Exclude<RevisedKind, 'verdicts'>,
  id: string,
  version: number,
  content: Content,
): Promise<boolean> {
  const values = Object.entries(columnsOf(entity, content)).map(([column, held]) => [
    column,
    DAYS.has(column) && typeof held === 'string' ? new Date(held) : held,
  ])
  const where = { id, version }
  const data = { ...Object.fromEntries(values), version: version + 1 }
  const { count } = await writer(db, entity)({ where, data })
  return count === 1
}

type Write = (args: { where: { id: string; version: number }; data: object }) => Promise<{ count: number }>
/** The columns of a revision were read from the same table, so that they fit it. */
function writer(db: Db, entity: Exclude<RevisedKind, 'verdicts'>): Write {
  const writers: Record<typeof entity, Write> = {
    claims: (args) => db.claim.updateMany(args),
    occurrences: (args) => db.occurrence.updateMany(args),
    statements: (args) => db.statement.updateMany(args),
    conflicts: (args) => db.conflict.updateMany(args),
    sources: (args) => db.source.updateMany(args),
    events: (args) => db.event.updateMany(args),
    evidence: (args) => db.evidence.updateMany(args),
  }
  return writers[entity]
}

/** Published verdicts that stand on a row need another look when it changes. Returns the ids of those marked. */
export async function markStandingOn(
  db: Db,
  _proof: Permit<(typeof EDITING)[RevisedKind]>,
  entity: RevisedKind,
  id: string,
): Promise<string[]> {
  const standing: Record<RevisedKind, Prisma.VerdictWhereInput | null> = {
    claims: { claimId: id },
    occurrences: { claim: { occurrences: { some: { id } } } },
    statements: { claim: { occurrences: { some: { statements: { some: { id } } } } } },
    conflicts: { dependencies: { some: { conflictId: id } } },
    sources: { dependencies: { some: { sourceId: id } } },
    evidence: { dependencies: { some: { evidenceId: id } } },
    events: { claim: { eventId: id } },
    verdicts: null,
  }
  const where = standing[entity]
  if (!where) return []
  const rows = await db.verdict.findMany({
    where: { ...where, state: { in: ['published', 'corrected'] } },
    select: { id: true },
  })
  const ids = rows.map((row) => row.id)
  if (ids.length > 0)
    await db.verdict.updateMany({
      where: { id: { in: ids } },
      data: { state: 'needs_rereview', version: { increment: 1 } },
    })
  return ids
}

/** Is the identity of this source protected today? Then no former state of it may be shown or put back. */
export const isProtectedSource = async (db: Db, id: string): Promise<boolean> =>
  (await db.source.findUnique({ where: { id }, select: { isProtected: true } }))?.isProtected === true
