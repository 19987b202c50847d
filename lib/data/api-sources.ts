import 'server-only'
import type { DispatchAnswer, EventAnswer, EvidenceAnswer, SourceAnswer } from '@/lib/domain/api-answers'
import type { Db } from './db'
import { hex, publishedOf, timeOf } from './rows'

const whereIn = (ids: readonly string[]) => ({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } as const })
const told = <T extends { publicAt: Date | null; updatedAt: Date }>({ publicAt, updatedAt, ...row }: T) => ({
  ...row,
  publicAt: publicAt?.toISOString() ?? null,
  updatedAt: updatedAt.toISOString(),
})
const saved = { id: true, slug: true, publicAt: true, updatedAt: true, version: true } as const

/** These sources; of a protected one the alias, and nothing that could name it. */
export async function sourceAnswers(db: Db, ids: readonly string[]): Promise<SourceAnswer[]> {
  const rows = await db.source.findMany({
    ...whereIn(ids),
    select: {
      ...saved,
      name: true,
      kind: true,
      isNamed: true,
      isProtected: true,
      affiliation: true,
      roleWords: true,
      language: true,
      url: true,
    },
  })
  return rows.map((row) => ({
    ...told(row),
    ...(row.isProtected ? { affiliation: null, roleWords: null, url: null } : {}),
  }))
}

/** These pieces of evidence with what they are linked to. */
export async function evidenceAnswers(db: Db, ids: readonly string[]): Promise<EvidenceAnswer[]> {
  const rows = await db.evidence.findMany({
    ...whereIn(ids),
    select: {
      ...saved,
      ref: true,
      url: true,
      title: true,
      excerpt: true,
      language: true,
      publisherId: true,
      accessedAt: true,
      archivedUrl: true,
      archivedSha256: true,
      fileSha256: true,
      noteFr: true,
      noteEn: true,
      links: {
        where: { endedAt: null },
        select: {
          id: true,
          claimId: true,
          conflictId: true,
          positionId: true,
          stance: true,
          noteFr: true,
          noteEn: true,
        },
        orderBy: { id: 'asc' },
      },
    },
  })
  return rows.map(({ accessedAt, archivedSha256, fileSha256, ...row }) => ({
    ...told(row),
    accessedAt: accessedAt?.toISOString() ?? null,
    archivedSha256: archivedSha256 && hex(archivedSha256),
    fileSha256: fileSha256 && hex(fileSha256),
  }))
}

/** These events. */
export async function eventAnswers(db: Db, ids: readonly string[]): Promise<EventAnswer[]> {
  const rows = await db.event.findMany({
    ...whereIn(ids),
    select: {
      ...saved,
      ref: true,
      titleFr: true,
      titleEn: true,
      timeWords: true,
      timeEdtf: true,
      timeFrom: true,
      timeTo: true,
      timeBasis: true,
      placeId: true,
      parentId: true,
    },
  })
  return rows.map(({ timeWords, timeEdtf, timeFrom, timeTo, timeBasis, ...row }) => ({
    ...told(row),
    when: timeOf({ timeWords, timeEdtf, timeFrom, timeTo, timeBasis }),
  }))
}

/** These dispatches with their versions; the texts only when they are asked for, a million letters each at most. */
export async function dispatchAnswers(db: Db, ids: readonly string[], withText: boolean): Promise<DispatchAnswer[]> {
  const rows = await db.dispatch.findMany({
    ...whereIn(ids),
    select: {
      ...saved,
      title: true,
      url: true,
      language: true,
      publisherId: true,
      publishedWords: true,
      publishedEdtf: true,
      publishedFrom: true,
      publishedTo: true,
      publishedBasis: true,
      versions: {
        select: { id: true, n: true, sha256: true, length: true, language: true, retrievedAt: true, text: withText },
        orderBy: { n: 'asc' },
      },
    },
  })
  return rows.map(
    ({ publishedWords, publishedEdtf, publishedFrom, publishedTo, publishedBasis, versions, ...row }) => ({
      ...told(row),
      published: publishedOf({ publishedWords, publishedEdtf, publishedFrom, publishedTo, publishedBasis }),
      versions: versions.map(({ sha256, retrievedAt, ...it }) => ({
        ...it,
        sha256: hex(sha256),
        retrievedAt: retrievedAt.toISOString(),
      })),
    }),
  )
}
