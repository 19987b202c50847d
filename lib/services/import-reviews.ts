import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { type Db, transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import {
  keepReviews,
  knownReviews,
  markAbsent,
  type NewReview,
  newReview,
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
  readClaimReview,
  recordsOf,
} from '@/lib/domain/claim-review-in'
import type { Desk } from '@/lib/domain/desk'
import { looksCutOff, unchangedInAll } from '@/lib/domain/import-report'
import { line, readInput } from '@/lib/domain/input'
import { matchReviews } from '@/lib/domain/match-reviews'
import { permit } from '@/lib/domain/permission'
import { RATING_CODES } from '@/lib/domain/rating'
import { reviewChanges } from '@/lib/domain/review-changes'
import type { Alongside, Imported } from '@/lib/domain/review-outcome'

/** Most documents of one call: they are held in memory, and written in one transaction. */
export const MOST_REVIEWS = 100_000
/** Longest time one file may take to be written, in milliseconds. */
const HOUR = 3_600_000
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
  { onPart, onKept }: Alongside<Db> = {},
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
      byKey.set(key, { ...newReview(newId(), source, it.review, record), mappedRating })
    }
  const reviews = [...byKey.values()]
  const work = async (tx: Db): Promise<Imported> => {
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
    const importId = isDryRun ? null : newId()
    if (importId !== null) {
      const moved = [...ours].filter(([it, known]) => it.reviewKey !== known.reviewKey)
      await rekeyReviews(
        tx,
        proof,
        moved.map(([{ reviewKey }, { id }]) => ({ id, reviewKey })),
      )
      await markAbsent(tx, proof, gone, now)
      await keepReviews(tx, proof, reviews, now, onPart)
      const sha256 = given.sha256 ?? sha256Of(canonicalJson(reviews.map((it) => it.sha256)))
      const unchanged = unchangedInAll({ ...counts, repeated, own: ownKeys.size })
      const kept = {
        ...counts,
        unchanged,
        read,
        rejected: refused.length + unreadable,
        changes: JSON.stringify(changes),
      }
      await insertImport(tx, proof, {
        id: importId,
        by: proof.by,
        at: now,
        source,
        format: 'claimreview',
        sha256,
        ...kept,
      })
      const { added, absent } = counts
      const payload = { sha256, added, changed, absent, own: ownKeys.size, refused: refused.length + unreadable }
      await appendAudit(tx, proof.by, { action: 'reviews.imported', entity: 'file_import', id: importId, payload })
    }
    const done = {
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
    if (importId !== null) await onKept?.(tx, { ...done, importId })
    return done
  }
  return transactionAs(db, proof.by, work, undefined, HOUR)
}

const sha256Of = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
