import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import {
  keepReviews,
  knownReviews,
  markAbsent,
  type NewReview,
  oneImportAtATime,
  rekeyReviews,
  reviewsNotAmong,
} from '@/lib/data/imported-reviews'
import { insertImport } from '@/lib/data/imports'
import { canonicalJson } from '@/lib/domain/audit'
import {
  addressIn,
  addressOfKey,
  folded,
  hostOfKey,
  isAddressOf,
  type ReviewIn,
  type ReviewRefusal,
  type ReviewWarning,
  readClaimReview,
  recordsOf,
} from '@/lib/domain/claim-review-in'
import type { Desk } from '@/lib/domain/desk'
import { looksCutOff, unchangedInAll } from '@/lib/domain/import-report'
import { line, readInput } from '@/lib/domain/input'
import { matchReviews } from '@/lib/domain/match-reviews'
import { permit } from '@/lib/domain/permission'
import { RATING_CODES } from '@/lib/domain/rating'
import { type ReviewChange, reviewChanges } from '@/lib/domain/review-changes'
import { languageOf } from '@/lib/domain/suggest/language'

/** Most documents of one call: they are held in memory, and written in one transaction. */
export const MOST_REVIEWS = 100_000
/** `source` is the address or the file the documents came from; each may hold one review or a graph of them. */
export const ImportReviews = z.strictObject({
  source: line(),
  documents: z.array(z.unknown()).max(MOST_REVIEWS),
  /** Of the bytes as they came; of the documents, when nobody kept the bytes. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Whether these are all the reviews their publishers have: what they lack is then marked absent. */
  isSnapshot: z.boolean().default(false),
  /** Somebody says that they are, although they lack more than half of what is known. */
  isWhole: z.boolean().default(false),
  /** Their labels, each with the rating of ours a person gave it; a label that is not here stays unmapped. */
  labels: z.record(z.string(), z.enum(RATING_CODES)).default({}),
  /** Lines of the file that were no document at all; they are counted as refused. */
  unreadable: z.int().min(0).default(0),
  isDryRun: z.boolean().default(false),
})

/** What became of them: counts, and for each document that was refused or odd why, by its place in the list. */
export type Imported = {
  /** Records looked at, those that could not be read included. */
  read: number
  added: number
  changed: number
  unchanged: number
  /** Newly marked as gone from their publisher's snapshot. */
  absent: number
  /** Not marked as gone although they are not there, since so many are not that the file looks cut off. */
  lacking: number
  /** Reviews of this site, which stand in its own claims and verdicts. */
  own: number
  /** Records of a review an earlier record of the same file had given already; where they differ in substance, the last is kept. */
  repeated: number
  /** Where those stand that differ. */
  saidTwice: number[]
  refused: { at: number; reason: ReviewRefusal }[]
  warned: { at: number; warnings: ReviewWarning[] }[]
  /** In substance: apostrophes, a renamed publisher and other bytes are kept and not told. */
  changes: (ReviewChange & { key: string })[]
  /** Labels without a rating of ours, where each stands first, and how many have it. */
  unmapped: { label: string; at: number; count: number }[]
}

/**
 * Keeps ClaimReviews others published, all or none: "has this been checked?" finds them henceforth. The same records again
 * change nothing but when they were last seen. Private to the desk; none of it becomes a claim or a verdict of ours, and
 * what this site published itself, wherever it comes back from, is not kept as if somebody else had said it. A dry run tells
 * the same and writes nothing.
 */
export async function importReviews(
  { db, actor, newId, now }: Desk<PrismaClient>,
  raw: z.input<typeof ImportReviews>,
  site: string,
): Promise<Imported> {
  const proof = permit(actor, 'source:manage')
  const { source, documents, isSnapshot, isWhole, isDryRun, unreadable, ...given } = readInput(ImportReviews, raw)
  const labels = new Map(Object.entries(given.labels).map(([label, rating]) => [folded(label), rating]))
  const [refused, warned]: [Imported['refused'], Imported['warned']] = [[], []]
  const unmapped = new Map<string, Imported['unmapped'][number]>()
  const byKey = new Map<string, NewReview>()
  const ownKeys = new Set<string>()
  const refusedAddresses = new Set<string>()
  const saidTwice: number[] = []
  let [read, repeated] = [unreadable, 0]
  for (const [at, document] of documents.entries())
    for (const record of recordsOf(document)) {
      read++
      const it = readClaimReview(record, now.toISOString().slice(0, 10))
      if (!it.ok) {
        refused.push({ at, reason: it.reason })
        const address = addressIn(record)
        if (address !== null) refusedAddresses.add(address)
        continue
      }
      const { warnings, key, url, ratingWords } = it.review
      if (isAddressOf(url, site)) {
        if (ownKeys.has(key)) repeated++
        ownKeys.add(key)
        continue
      }
      if (warnings.length > 0) warned.push({ at, warnings })
      const mappedRating = ratingWords === null ? null : (labels.get(folded(ratingWords)) ?? null)
      if (ratingWords !== null && mappedRating === null) {
        const seen = unmapped.get(folded(ratingWords)) ?? { label: ratingWords, at, count: 0 }
        unmapped.set(folded(ratingWords), { ...seen, count: seen.count + 1 })
      }
      const earlier = byKey.get(key)
      if (earlier) repeated++
      if (earlier && reviewChanges(earlier, it.review).length > 0) saidTwice.push(at)
      byKey.set(key, { ...asKept(newId(), source, it.review, record), mappedRating })
    }
  const reviews = [...byKey.values()]
  return transactionAs(db, proof.by, async (tx) => {
    await oneImportAtATime(tx)
    const ours = matchReviews(reviews, await knownReviews(tx, [...new Set([...byKey.keys()].map(addressOfKey))]))
    const changes = reviews.flatMap((review) => {
      const known = ours.get(review)
      return known ? reviewChanges(known, review).map((change) => ({ key: review.url, ...change })) : []
    })
    const changed = reviews.filter((it) => reviewChanges(ours.get(it) ?? it, it).length > 0).length
    const hosts = [...new Set([...byKey.keys()].map(hostOfKey))]
    const seen = [...ours.values()].map(({ id }) => id)
    const notThere = isSnapshot ? await reviewsNotAmong(tx, hosts, seen, [...refusedAddresses]) : []
    const isCutOff = !isWhole && looksCutOff(notThere.length, ours.size)
    const gone = isCutOff ? [] : notThere
    const counts = {
      added: reviews.length - ours.size,
      changed,
      unchanged: ours.size - changed,
      absent: gone.length,
    }
    if (!isDryRun) {
      const moved = [...ours].filter(([it, known]) => it.reviewKey !== known.reviewKey)
      await rekeyReviews(
        tx,
        proof,
        moved.map(([{ reviewKey }, { id }]) => ({ id, reviewKey })),
      )
      await markAbsent(tx, proof, gone, now)
      await keepReviews(tx, proof, reviews, now)
      const id = newId()
      const sha256 = given.sha256 ?? sha256Of(canonicalJson(reviews.map((it) => it.sha256)))
      const unchanged = unchangedInAll({ ...counts, repeated, own: ownKeys.size })
      const kept = {
        ...counts,
        unchanged,
        read,
        rejected: refused.length + unreadable,
        changes: JSON.stringify(changes),
      }
      await insertImport(tx, proof, { id, by: proof.by, at: now, source, format: 'claimreview', sha256, ...kept })
      const { added, absent } = counts
      const payload = { sha256, added, changed, absent, own: ownKeys.size, refused: refused.length + unreadable }
      await appendAudit(tx, proof.by, { action: 'reviews.imported', entity: 'file_import', id, payload })
    }
    return {
      read,
      ...counts,
      lacking: notThere.length - gone.length,
      own: ownKeys.size,
      repeated,
      saidTwice,
      refused,
      warned,
      changes,
      unmapped: [...unmapped.values()],
    }
  })
}

const sha256Of = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Words in another language than ours are only compared by their names; where nobody said which, the words tell. */
const matchLanguageOf = ({ language, claim }: ReviewIn): NewReview['matchLanguage'] => {
  const stated = language?.slice(0, 2)
  if (stated === undefined) return languageOf(claim)
  return stated === 'fr' || stated === 'en' ? stated : null
}

const asKept = (id: string, source: string, review: ReviewIn, record: unknown): Omit<NewReview, 'mappedRating'> => {
  const { key: reviewKey, url, claim, language, publisherName, publisherUrl, ratingWords, score } = review
  const { datePublished, claimants, claimDate, isRepublishable } = review
  return {
    ...{ id, source, reviewKey, url, claim, language, publisherName, publisherUrl, ratingWords, score },
    ...{ datePublished, claimants, claimDate, isRepublishable },
    matchLanguage: matchLanguageOf(review),
    sha256: sha256Of(canonicalJson(record)),
    record: JSON.stringify(record),
  }
}
