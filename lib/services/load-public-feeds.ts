import 'server-only'
import { publicDb } from '@/lib/data/db'
import { opposedTo } from '@/lib/data/opposed-claims'
import {
  anchoredOccurrences,
  claimReviewsInForce,
  countOccurrences,
  type FeedPlace,
  latestCorrections,
  latestVerdicts,
  occurrencesChangedAt,
  verdictsSince,
} from '@/lib/data/public-feeds'
import { type Part, partOf } from '@/lib/domain/part'
import type { Language } from '@/lib/domain/vocabulary'

/** How many entries a feed keeps. */
const FEED_SIZE = 50
/** How many things one answer may hold: the rest is at the address of its next part, never silently left out. */
const PART_SIZE = 1000
/** A news sitemap holds a thousand addresses, two a verdict. */
const NEWS_SIZE = 500
const NEWS_MS = 48 * 3_600_000
/** How many verdicts are in memory at once while their reviews are sent. */
const REVIEWS_AT_ONCE = 100

/** Everything here is read by a stranger's role. */
export const loadLatestVerdicts = async (before: FeedPlace | null) =>
  feedPart(await latestVerdicts(publicDb(), FEED_SIZE + 1, before))
export const loadLatestCorrections = async (before: FeedPlace | null) =>
  feedPart(await latestCorrections(publicDb(), FEED_SIZE + 1, before))

const feedPart = <T extends { place: FeedPlace }>(rows: readonly T[]): Part<T, FeedPlace> =>
  partOf(rows, FEED_SIZE, ({ place }) => place)

/** The verdicts first published in the last two days, as news sitemaps want them. */
export const loadNews = (now: Date) => verdictsSince(publicDb(), new Date(now.getTime() - NEWS_MS), NEWS_SIZE)

/** One annotation; null when there is none that a stranger may know of. */
export const loadAnnotation = async (id: string) =>
  (await anchoredOccurrences(publicDb(), { only: id, take: 1 })).at(0) ?? null

/** The ClaimReviews in force, part by part, each with the claims now opposed to its own. */
export async function* claimReviewParts(language: Language | null) {
  const db = publicDb()
  for (let after: string | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof claimReviewsInForce>> = await claimReviewsInForce(db, {
      language,
      after,
      take: REVIEWS_AT_ONCE,
    })
    const opposed = await opposedTo(
      db,
      rows.map(({ claimId }) => claimId),
    )
    yield rows.map((row) => ({ ...row, opposed: opposed.filter(({ claimId }) => claimId === row.claimId) }))
    after = rows.at(-1)?.verdictId ?? null
    if (rows.length < REVIEWS_AT_ONCE) return
  }
}

export const loadOccurrences = async (after: string | null) =>
  partOf(await anchoredOccurrences(publicDb(), { after, take: PART_SIZE + 1 }), PART_SIZE, ({ id }) => id)

/** A page of the annotations; page 1 is there even when nothing is. Null past the end. */
export async function loadAnnotationPage(page: number) {
  const total = await countOccurrences(publicDb())
  const pages = Math.max(1, Math.ceil(total / PART_SIZE))
  if (page > pages) return null
  return {
    items: await anchoredOccurrences(publicDb(), { skip: (page - 1) * PART_SIZE, take: PART_SIZE }),
    page,
    pages,
    startIndex: (page - 1) * PART_SIZE,
    total,
    changedAt: (await occurrencesChangedAt(publicDb()))?.toISOString() ?? null,
  }
}
