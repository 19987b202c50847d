import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { EvidenceView } from '@/lib/domain/record'
import type { Stance } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import type { Prisma } from './generated/client'
import { hex } from './rows'

const linkSelect = {
  stance: true,
  noteFr: true,
  noteEn: true,
  claimId: true,
  conflictId: true,
  evidence: {
    select: {
      id: true,
      ref: true,
      slug: true,
      url: true,
      title: true,
      excerpt: true,
      language: true,
      noteFr: true,
      noteEn: true,
      accessedAt: true,
      archivedUrl: true,
      archivedSha256: true,
    },
  },
} as const satisfies Prisma.EvidenceLinkSelect

const view = ({
  evidence,
  stance,
  noteFr,
  noteEn,
}: Prisma.EvidenceLinkGetPayload<{ select: typeof linkSelect }>): EvidenceView => ({
  ...evidence,
  accessedAt: evidence.accessedAt?.toISOString() ?? null,
  archivedSha256: evidence.archivedSha256 && hex(evidence.archivedSha256),
  stance,
  linkNoteFr: noteFr,
  linkNoteEn: noteEn,
})

/** Evidence that bears on a claim, in the order it was linked. */
export const evidenceOfClaim = async (db: Db, claimId: string): Promise<EvidenceView[]> =>
  (
    await db.evidenceLink.findMany({ where: { claimId, endedAt: null }, select: linkSelect, orderBy: { id: 'asc' } })
  ).map(view)

/** Evidence that bears on each of these conflicts. */
export async function evidenceOfConflicts(
  db: Db,
  conflictIds: readonly string[],
): Promise<Map<string, EvidenceView[]>> {
  const rows = await db.evidenceLink.findMany({
    where: { conflictId: { in: [...conflictIds] }, endedAt: null },
    select: linkSelect,
    orderBy: { id: 'asc' },
  })
  const byConflict = new Map<string, EvidenceView[]>()
  for (const row of rows)
    if (row.conflictId) byConflict.set(row.conflictId, [...(byConflict.get(row.conflictId) ?? []), view(row)])
  return byConflict
}

/** Evidence that bears on each of these positions. */
export async function evidenceOfPositions(
  db: Db,
  positionIds: readonly string[],
): Promise<Map<string, EvidenceView[]>> {
  const rows = await db.evidenceLink.findMany({
    where: { positionId: { in: [...positionIds] }, endedAt: null },
    select: { ...linkSelect, positionId: true },
    orderBy: { id: 'asc' },
  })
  const byPosition = new Map<string, EvidenceView[]>()
  for (const row of rows)
    if (row.positionId) byPosition.set(row.positionId, [...(byPosition.get(row.positionId) ?? []), view(row)])
  return byPosition
}

/** What a form offers to link: every piece, the latest first. */
export const evidenceChoices = (db: Db) =>
  db.evidence.findMany({
    select: { id: true, ref: true, title: true, url: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })

/** Does this piece already bear on this, whatever its stance? */
export const bearsOn = async (
  db: Db,
  evidenceId: string,
  on: { claimId: string | null; conflictId: string | null; positionId: string | null },
): Promise<boolean> =>
  (await db.evidenceLink.findFirst({ where: { evidenceId, ...on, endedAt: null }, select: { id: true } })) !== null
export const evidenceById = (db: Db, id: string) => db.evidence.findUnique({ where: { id }, select: { id: true } })

export type NewEvidence = {
  id: string
  ref: string
  slug: string
  url: string
  title: string | null
  excerpt: string | null
  language: string | null
  noteFr: string | null
  noteEn: string | null
  accessedAt: Date | null
  archivedUrl: string | null
}
export type NewEvidenceLink = {
  id: string
  claimId: string | null
  conflictId: string | null
  positionId: string | null
  stance: Stance
  noteFr: string | null
  noteEn: string | null
}

export async function insertEvidence(db: Db, proof: Permit<'evidence:add'>, evidence: NewEvidence): Promise<void> {
  await db.evidence.create({ data: { ...evidence, createdById: proof.by } })
}
export async function insertEvidenceLinks(
  db: Db,
  _proof: Permit<'evidence:add'>,
  evidenceId: string,
  links: readonly NewEvidenceLink[],
): Promise<void> {
  await db.evidenceLink.createMany({ data: links.map((link) => ({ ...link, evidenceId })) })
}

/** Ends these links of a piece of evidence that are in force; how many there were. */
export async function endEvidenceLinks(
  db: Db,
  _proof: Permit<'evidence:add'>,
  evidenceId: string,
  ids: readonly string[],
  at: Date,
): Promise<number> {
  const { count } = await db.evidenceLink.updateMany({
    where: { id: { in: [...ids] }, evidenceId, endedAt: null },
    data: { endedAt: at },
  })
  return count
}

/** Opens to the public the evidence that bears on these claims, or on public conflicts they are part of. */
export async function openEvidence(
  db: Db,
  _proof: Permit<'dispatch:publish' | 'verdict:publish'>,
  claimIds: readonly string[],
  at: Date,
): Promise<void> {
  const ids = [...claimIds]
  const ofConflicts = {
    conflict: {
      publicAt: { not: null },
      positions: { some: { statements: { some: { statement: { occurrence: { claimId: { in: ids } } } } } } },
    },
  }
  await db.evidence.updateMany({
    where: {
      publicAt: null,
      links: { some: { endedAt: null, OR: [{ claimId: { in: ids } }, ofConflicts, { position: ofConflicts }] } },
    },
    data: { publicAt: at, version: { increment: 1 } },
  })
}
