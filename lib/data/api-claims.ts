import 'server-only'
import type { ClaimAnswer, OccurrenceAnswer } from '@/lib/domain/api-answers'
import { inTextOrder } from './briefs'
import type { Db } from './db'
import type { Prisma } from './generated/client'
import { timeOf } from './rows'

/** Columns a stranger's role may read too, so that both roles ask the same. */
const occurrenceSelect = {
  id: true,
  kind: true,
  quoteScopes: true,
  modality: true,
  timeWords: true,
  timeEdtf: true,
  timeFrom: true,
  timeTo: true,
  timeBasis: true,
  placeWords: true,
  actors: true,
  version: true,
  anchor: {
    select: {
      start: true,
      end: true,
      exact: true,
      dispatchVersionId: true,
      dispatchVersion: { select: { dispatchId: true } },
    },
  },
  hops: {
    select: { sourceId: true, role: true, verb: true, medium: true, language: true, scope: true },
    orderBy: { position: 'asc' },
  },
  statements: {
    select: { id: true, eventId: true, propertyCode: true, value: true, words: true, rank: true, version: true },
    orderBy: { id: 'asc' },
  },
} as const satisfies Prisma.OccurrenceSelect
type OccurrenceRow = Prisma.OccurrenceGetPayload<{ select: typeof occurrenceSelect }>

const claimSelect = {
  id: true,
  ref: true,
  slug: true,
  statementFr: true,
  statementEn: true,
  isCheckable: true,
  eventId: true,
  publicAt: true,
  updatedAt: true,
  version: true,
  verdict: {
    select: {
      id: true,
      versions: { select: { ratingCode: true, isWithdrawal: true }, orderBy: { n: 'desc' }, take: 1 },
    },
  },
  occurrences: { where: { discardedAt: null }, select: occurrenceSelect, ...inTextOrder },
} as const satisfies Prisma.ClaimSelect

/** These claims as the API tells them, in the order of the ids; how far the work on them is, for the desk. */
export async function claimAnswers(db: Db, ids: readonly string[], isDesk: boolean): Promise<ClaimAnswer[]> {
  const where = { id: { in: [...ids] }, discardedAt: null }
  const rows = await db.claim.findMany({ where, select: claimSelect, orderBy: { id: 'asc' } })
  const sources = await namesOfSources(
    db,
    rows.flatMap(({ occurrences }) => occurrences.flatMap(({ hops }) => hops.map(({ sourceId }) => sourceId))),
  )
  const work = new Map(
    isDesk
      ? (await db.claim.findMany({ where, select: { id: true, workState: true, labels: true, assigneeId: true } })).map(
          ({ id, workState: state, ...row }) => [id, { state, ...row }],
        )
      : [],
  )
  return rows.map(({ verdict, occurrences, publicAt, updatedAt, ...row }) => {
    const latest = verdict?.versions[0]
    const mine = work.get(row.id)
    return {
      ...row,
      publicAt: publicAt?.toISOString() ?? null,
      updatedAt: updatedAt.toISOString(),
      verdictId: verdict?.id ?? null,
      rating: latest && !latest.isWithdrawal ? latest.ratingCode : null,
      occurrences: occurrences.map((it) => occurrenceAnswer(it, sources)),
      ...(mine ? { work: mine } : {}),
    }
  })
}

/** The sources this role may know of. */
async function namesOfSources(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.source.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const occurrenceAnswer = (
  { anchor, hops, statements, ...row }: OccurrenceRow,
  sources: ReadonlyMap<string, string>,
): OccurrenceAnswer => ({
  id: row.id,
  dispatchId: anchor.dispatchVersion.dispatchId,
  dispatchVersionId: anchor.dispatchVersionId,
  start: anchor.start,
  end: anchor.end,
  quote: anchor.exact,
  kind: row.kind,
  quoteScopes: row.quoteScopes,
  modality: row.modality,
  when: timeOf(row),
  placeWords: row.placeWords,
  actors: row.actors,
  version: row.version,
  chain: hops.map(({ sourceId, ...hop }) => ({
    sourceId: sources.has(sourceId) ? sourceId : null,
    source: sources.get(sourceId) ?? null,
    ...hop,
  })),
  statements: statements.map(({ propertyCode: property, ...it }) => ({ ...it, property })),
})
