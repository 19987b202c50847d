import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { AboutKind, ReportKind, ReportState } from '@/lib/domain/report'
import type { Language } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import type { Prisma } from './generated/client'

const columns = {
  id: true,
  ticket: true,
  kind: true,
  aboutKind: true,
  aboutSlug: true,
  place: true,
  words: true,
  contact: true,
  contactErasedAt: true,
  language: true,
  state: true,
  receivedAt: true,
  outcomeFr: true,
  outcomeEn: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
  claim: { select: { ref: true, slug: true } },
  correctionId: true,
  version: true,
} as const satisfies Prisma.ReportSelect
type Row = Prisma.ReportGetPayload<{ select: typeof columns }>
export type SavedReport = Omit<Row, 'kind' | 'aboutKind' | 'state' | 'language'> & {
  kind: ReportKind
  aboutKind: AboutKind | null
  state: ReportState
  language: Language
}
/** The closed lists are held by CHECKs. */
const typed = (row: Row): SavedReport => row as SavedReport

/** More than anybody reads in one go. */
const SHOWN = 300

/** What readers sent: what waits first, longest first; then what was settled, latest first. */
export async function reportsOnDesk(
  db: Db,
  { state, kind }: { state: ReportState | null; kind: ReportKind | null },
): Promise<SavedReport[]> {
  const where = { ...(state ? { state } : {}), ...(kind ? { kind } : {}) }
  const open = await db.report.findMany({
    where: { AND: [where, { decidedAt: null }] },
    select: columns,
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  })
  const settled = await db.report.findMany({
    where: { AND: [where, { decidedAt: { not: null } }] },
    select: columns,
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  return [...open, ...settled].map(typed)
}

/** How many there are in each state. */
export async function reportCounts(db: Db): Promise<Map<ReportState, number>> {
  const rows = await db.report.groupBy({ by: ['state'], _count: true })
  return new Map(rows.map(({ state, _count }) => [state as ReportState, _count])) // held by a CHECK
}

export async function reportAsSaved(db: Db, where: { id: string } | { ticket: string }): Promise<SavedReport | null> {
  const row = await db.report.findUnique({ where, select: columns })
  return row && typed(row)
}

export type ReportChange = Partial<{
  state: ReportState
  outcomeFr: string | null
  outcomeEn: string | null
  decidedById: string
  decidedAt: Date
  claimId: string | null
  correctionId: string | null
  contact: null
  contactErasedAt: Date
}>

/** Changes a report under the version the writer saw; false when somebody saved in between. */
export async function updateReport(
  db: Db,
  _proof: Permit<'report:work' | 'report:decide'>,
  id: string,
  version: number,
  change: ReportChange,
): Promise<boolean> {
  const { count } = await db.report.updateMany({ where: { id, version }, data: { ...change, version: version + 1 } })
  return count === 1
}

export type CorrectionChoice = { id: string; at: Date; ref: string; claimId: string; before: string; after: string }

/** Published corrections made since a moment, latest first: what a report may have led to. */
export async function correctionsSince(db: Db, since: Date): Promise<CorrectionChoice[]> {
  const rows = await db.correction.findMany({
    where: { at: { gte: since }, verdictVersionId: { not: null } },
    select: {
      id: true,
      at: true,
      before: true,
      after: true,
      verdict: { select: { claim: { select: { id: true, ref: true } } } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return rows.map(({ verdict: { claim }, ...it }) => ({ ...it, ref: claim.ref, claimId: claim.id }))
}

/** A claim by its ref or its slug, as a person types it. */
export const claimNamed = (db: Db, name: string): Promise<{ id: string } | null> =>
  db.claim.findFirst({
    where: { discardedAt: null, OR: [{ ref: { equals: name, mode: 'insensitive' } }, { slug: name }] },
    select: { id: true },
  })
