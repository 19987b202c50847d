import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { keepReviews, knownReviews, type NewReview } from '@/lib/data/imported-reviews'
import { canonicalJson } from '@/lib/domain/audit'
import {
  isAddressOf,
  type ReviewIn,
  type ReviewRefusal,
  type ReviewWarning,
  readClaimReview,
  recordsOf,
} from '@/lib/domain/claim-review-in'
import type { Desk } from '@/lib/domain/desk'
import { line, readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { languageOf } from '@/lib/domain/suggest/language'

/** Most documents of one call: they are held in memory, and written in one transaction. */
export const MOST_REVIEWS = 10_000
/** `source` is the address or the file the documents came from; each may hold one review or a graph of them. */
export const ImportReviews = z.strictObject({ source: line(), documents: z.array(z.unknown()).max(MOST_REVIEWS) })

/** What became of them: counts, and for each document that was refused or odd why, by its place in the list. */
export type Imported = {
  added: number
  changed: number
  unchanged: number
  /** Reviews of this site, which stand in its own claims and verdicts. */
  own: number
  refused: { at: number; reason: ReviewRefusal }[]
  warned: { at: number; warnings: ReviewWarning[] }[]
}

/**
 * Keeps ClaimReviews others published, all or none: "has this been checked?" finds them henceforth. The same records again
 * changes nothing but when they were last seen. Private to the desk; none of it becomes a claim or a verdict of ours, and
 * what this site published itself, wherever it comes back from, is not kept as if somebody else had said it.
 */
export async function importReviews(
  { db, actor, newId, now }: Desk<PrismaClient>,
  raw: z.input<typeof ImportReviews>,
  site: string,
): Promise<Imported> {
  const proof = permit(actor, 'source:manage')
  const { source, documents } = readInput(ImportReviews, raw)
  const [refused, warned]: [Imported['refused'], Imported['warned']] = [[], []]
  const byKey = new Map<string, NewReview>()
  const ownKeys = new Set<string>()
  for (const [at, document] of documents.entries())
    for (const record of recordsOf(document)) {
      const read = readClaimReview(record)
      if (!read.ok) {
        refused.push({ at, reason: read.reason })
        continue
      }
      const { warnings, key, url } = read.review
      if (isAddressOf(url, site)) {
        ownKeys.add(key)
        continue
      }
      if (warnings.length > 0) warned.push({ at, warnings })
      byKey.set(key, asKept(newId(), source, read.review, record))
    }
  const reviews = [...byKey.values()]
  return transactionAs(db, proof.by, async (tx) => {
    const known = await knownReviews(tx, [...byKey.keys()])
    const added = reviews.filter(({ reviewKey }) => !known.has(reviewKey)).length
    const unchanged = reviews.filter(({ reviewKey, sha256 }) => known.get(reviewKey) === sha256).length
    const changed = reviews.length - added - unchanged
    await keepReviews(tx, proof, reviews, now)
    await appendAudit(tx, proof.by, {
      action: 'reviews.imported',
      entity: 'imported_review',
      id: newId(),
      payload: { added, changed, own: ownKeys.size, refused: refused.length },
    })
    return { added, changed, unchanged, own: ownKeys.size, refused, warned }
  })
}

/** Words in another language than ours are only compared by their names; where nobody said which, the words tell. */
const matchLanguageOf = ({ language, claim }: ReviewIn): NewReview['matchLanguage'] => {
  const stated = language?.slice(0, 2)
  if (stated === undefined) return languageOf(claim)
  return stated === 'fr' || stated === 'en' ? stated : null
}

const asKept = (id: string, source: string, review: ReviewIn, record: unknown): NewReview => {
  const {
    key: reviewKey,
    url,
    claim,
    language,
    publisherName,
    publisherUrl,
    ratingWords,
    score,
    datePublished,
  } = review
  return {
    ...{ id, source, reviewKey, url, claim, language, publisherName, publisherUrl, ratingWords, score, datePublished },
    matchLanguage: matchLanguageOf(review),
    sha256: createHash('sha256').update(canonicalJson(record), 'utf8').digest('hex'),
    record: JSON.stringify(record),
  }
}
