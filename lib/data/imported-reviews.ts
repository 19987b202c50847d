import 'server-only'
import type { ReviewElsewhere } from '@/lib/domain/matching'
import type { Permit } from '@/lib/domain/permission'
import type { Db } from './db'

export type NewReview = {
  id: string
  source: string
  reviewKey: string
  url: string
  claim: string
  language: string | null
  matchLanguage: 'fr' | 'en' | null
  publisherName: string | null
  publisherUrl: string | null
  ratingWords: string | null
  score: number | null
  datePublished: string | null
  sha256: string
  record: string
}

/** The fingerprints of the records that are kept already, by what makes a review the same. */
export const knownReviews = async (db: Db, keys: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await db.importedReview.findMany({
        where: { reviewKey: { in: [...keys] } },
        select: { reviewKey: true, sha256: true },
      })
    ).map(({ reviewKey, sha256 }) => [reviewKey, sha256]),
  )

/**
 * Keeps reviews others published, in one statement: a new one is added; one that was kept before was seen again, and says
 * what it says now. What a later record leaves out stays as an earlier one said it.
 */
export async function keepReviews(
  db: Db,
  _proof: Permit<'source:manage'>,
  reviews: readonly NewReview[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    insert into imported_reviews as kept (id, source, review_key, url, claim, language, match_language, publisher_name,
      publisher_url, rating_words, score, date_published, sha256, record, first_seen_at, last_seen_at)
    select it.id, it.source, it."reviewKey", it.url, it.claim, it.language, it."matchLanguage", it."publisherName",
      it."publisherUrl", it."ratingWords", it.score, it."datePublished", it.sha256, it.record, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(reviews)}::json) as it (id uuid, source text, "reviewKey" text, url text,
      claim text, language text, "matchLanguage" text, "publisherName" text, "publisherUrl" text, "ratingWords" text,
      score double precision, "datePublished" text, sha256 text, record text)
    on conflict (review_key) do update set
      source = excluded.source, url = excluded.url, claim = excluded.claim, record = excluded.record, sha256 = excluded.sha256,
      language = coalesce(excluded.language, kept.language),
      match_language = coalesce(excluded.match_language, kept.match_language),
      publisher_name = coalesce(excluded.publisher_name, kept.publisher_name),
      publisher_url = coalesce(excluded.publisher_url, kept.publisher_url),
      rating_words = coalesce(excluded.rating_words, kept.rating_words),
      score = coalesce(excluded.score, kept.score),
      date_published = coalesce(excluded.date_published, kept.date_published),
      last_seen_at = greatest(kept.last_seen_at, excluded.last_seen_at)`
}

/** Imported reviews as they are shown, by id. */
export const reviewsById = async (
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Omit<ReviewElsewhere, 'share'>>> =>
  new Map(
    (
      await db.importedReview.findMany({
        where: { id: { in: [...ids] } },
        select: {
          ...{ id: true, url: true, claim: true, language: true, publisherName: true },
          ...{ ratingWords: true, datePublished: true },
        },
      })
    ).map(({ id, ...review }) => [id, review]),
  )
