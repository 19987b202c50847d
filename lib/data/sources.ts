import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { SourceRecord } from '@/lib/domain/record'
import type { SourceKind } from '@/lib/domain/vocabulary'
import { inTextOrder, occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import type { Prisma } from './generated/client'

const sourceSelect = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  isNamed: true,
  isProtected: true,
  affiliation: true,
  roleWords: true,
  language: true,
  url: true,
  version: true,
  publicAt: true,
  discardedAt: true,
} as const satisfies Prisma.SourceSelect
type SourceRow = Prisma.SourceGetPayload<{ select: typeof sourceSelect }>

/** A protected source shows its alias only: what could name it stays out of every page. */
const withoutClues = ({ publicAt, discardedAt: _, ...row }: SourceRow) => ({
  ...row,
  isPublic: publicAt !== null,
  affiliation: row.isProtected ? null : row.affiliation,
  roleWords: row.isProtected ? null : row.roleWords,
  url: row.isProtected ? null : row.url,
})

/** A source with everything it said or carried, in the order of the texts; null when there is none by that slug. */
export async function sourceRecord(db: Db, slug: string): Promise<SourceRecord | null> {
  const row = await db.source.findUnique({ where: { slug }, select: sourceSelect })
  if (!row || row.discardedAt) return null
  const occurrences = await db.occurrence.findMany({
    where: { discardedAt: null, claim: { discardedAt: null }, hops: { some: { sourceId: row.id } } },
    select: occurrenceSelect,
    ...inTextOrder,
    take: 500,
  })
  return { ...withoutClues(row), occurrences: occurrences.map(occurrenceView), assessments: [] }
}

/** Every source with how often it appears, by name. */
export async function sourcesWithCounts(db: Db) {
  const rows = await db.source.findMany({
    where: { discardedAt: null },
    select: { ...sourceSelect, _count: { select: { hops: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 5_000,
  })
  return rows.map(({ _count, ...row }) => ({ ...withoutClues(row), appearances: _count.hops }))
}

export type NewSource = {
  id: string
  slug: string
  name: string
  kind: SourceKind
  isNamed: boolean
  affiliation: string | null
  roleWords: string | null
  language: string | null
  url: string | null
  noteFr: string | null
  noteEn: string | null
  entityId: string | null
}
export async function insertSource(db: Db, proof: Permit<'source:add'>, source: NewSource): Promise<void> {
  await db.source.create({ data: { ...source, createdById: proof.by } })
}

/** Ids of these sources that are there to be cited. */
export const existingSources = async (db: Db, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (await db.source.findMany({ where: { id: { in: [...ids] }, discardedAt: null }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  )

export const sourceBySlug = (db: Db, slug: string) =>
  db.source.findUnique({ where: { slug, discardedAt: null }, select: { id: true } })
