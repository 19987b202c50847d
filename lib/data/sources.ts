import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { SourceRecord } from '@/lib/domain/source-record'
import type { SourceKind } from '@/lib/domain/vocabulary'
import { occurrenceSelect } from './briefs'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { occurrenceViews } from './occurrence-views'
import { firstPassages, inOrderOf } from './passages'
import type { SearchEyes } from './search-plan'

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

/** How many passages the page of a source shows; the search has them all. */
const PASSAGES = 200

/** A source with what it said or carried, in the order of the texts, and how much there is; null when there is none by that slug. */
export async function sourceRecord(db: Db, eyes: SearchEyes, slug: string): Promise<SourceRecord | null> {
  const row = await db.source.findUnique({ where: { slug }, select: sourceSelect })
  if (!row || row.discardedAt) return null
  const ofSource = Prisma.sql`p.occurrence_id in (select h.occurrence_id from hops h where h.source_id = ${row.id}::uuid)`
  const { ids, total } = await firstPassages(db, eyes, ofSource, PASSAGES)
  const found = await db.occurrence.findMany({ where: { id: { in: ids } }, select: occurrenceSelect })
  const said = await occurrenceViews(db, inOrderOf(ids, found))
  return { ...withoutClues(row), occurrences: said, total, assessments: [] }
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
