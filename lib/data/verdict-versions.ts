import 'server-only'
import type { RatingCode } from '@/lib/domain/rating'
import type { VerdictVersionView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import { hex } from './rows'
import { verdictWords } from './verdicts'

/** The published versions of a claim's verdict, latest first, each with the hashes of its documents and its correction. */
export async function verdictVersionsOf(db: Db, claimId: string): Promise<VerdictVersionView[]> {
  const rows = await db.verdictVersion.findMany({
    where: { verdict: { claimId } },
    orderBy: { n: 'desc' },
    select: {
      n: true,
      isWithdrawal: true,
      ...verdictWords,
      methodologyVersion: true,
      isSelfPublished: true,
      isBlind: true,
      publishedAt: true,
      publications: { select: { language: true, sha256: true }, orderBy: { language: 'asc' } },
      correction: {
        select: { severity: true, whatWasWrongFr: true, whatWasWrongEn: true, before: true, after: true, at: true },
      },
    },
  })
  return rows.map(({ ratingCode, publications, correction, publishedAt, ...row }) => ({
    ...row,
    rating: ratingCode as RatingCode,
    publishedAt: publishedAt.toISOString(),
    documents: publications.map(({ language, sha256 }) => ({ language: language as Language, sha256: hex(sha256) })),
    correction: correction && { ...correction, at: correction.at.toISOString() },
  }))
}
