import 'server-only'
import type { SimilarClaim } from '@/lib/domain/matching'
import type { Language } from '@/lib/domain/vocabulary'
import { claimBrief, claimSelect } from './briefs'
import type { Db } from './db'

/** Claims of the archive that read like these words, best first (BM25; see the migration). */
export async function claimsLike(
  db: Db,
  words: string,
  language: Language,
  take: number,
): Promise<(SimilarClaim & { id: string })[]> {
  const found = await db.$queryRaw<{ id: string; share: number }[]>`
    select claim_id as id, share from claims_like(${words}, ${language}, ${take}::integer)`
  const rows = await db.claim.findMany({ where: { id: { in: found.map(({ id }) => id) } }, select: claimSelect })
  const byId = new Map(rows.map((row) => [row.id, claimBrief(row)]))
  return found.flatMap(({ id, share }) => {
    const claim = byId.get(id)
    if (!claim) return []
    const { ref, slug, statementFr, statementEn, isPublic, verdict } = claim
    const rating = verdict && !verdict.isWithdrawal ? verdict.rating : null
    return [{ id, ref, slug, statementFr, statementEn, isPublic, rating, share }]
  })
}
