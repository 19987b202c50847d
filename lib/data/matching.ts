import 'server-only'
import type { ReviewElsewhere, SimilarClaim } from '@/lib/domain/matching'
import type { Language } from '@/lib/domain/vocabulary'
import { claimBrief, claimSelect } from './briefs'
import type { Db } from './db'
import { reviewsById } from './imported-reviews'

/** Claims of the archive and reviews of others that read like these words, best first of each (BM25; see the migration). */
export async function claimsLike(
  db: Db,
  words: string,
  language: Language,
  take: number,
): Promise<{ claims: (SimilarClaim & { id: string })[]; reviews: ReviewElsewhere[] }> {
  const found = await db.$queryRaw<{ id: string; share: number; isReview: boolean }[]>`
    select claim_id as id, share, is_review as "isReview" from claims_like(${words}, ${language}, ${take}::integer)`
  const idsOf = (isReview: boolean) => found.filter((it) => it.isReview === isReview).map(({ id }) => id)
  const [rows, kept] = await Promise.all([
    db.claim.findMany({ where: { id: { in: idsOf(false) } }, select: claimSelect }),
    reviewsById(db, idsOf(true)),
  ])
  const byId = new Map(rows.map((row) => [row.id, claimBrief(row)]))
  const claims = found.flatMap(({ id, share }) => {
    const claim = byId.get(id)
    if (!claim) return []
    const { ref, slug, statementFr, statementEn, isPublic, verdict } = claim
    const rating = verdict && !verdict.isWithdrawal ? verdict.rating : null
    return [{ id, ref, slug, statementFr, statementEn, isPublic, rating, share }]
  })
  const reviews = found.flatMap(({ id, share }) => {
    const review = kept.get(id)
    return review ? [{ ...review, share }] : []
  })
  return { claims, reviews }
}
