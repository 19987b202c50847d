import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/domain/audit'
import type { ReviewIn } from '@/lib/domain/claim-review-in'
import type { ReviewElsewhere } from '@/lib/domain/matching'
import type { Permit } from '@/lib/domain/permission'
import { isRatingCode, type RatingCode } from '@/lib/domain/rating'
import type { ReviewSubstance } from '@/lib/domain/review-changes'
import { languageOf } from '@/lib/domain/suggest/language'
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
  claimants: string[]
  claimDate: string | null
  isRepublishable: boolean
  mappedRating: string | null
  sha256: string
  record: string
}
export type KnownReview = ReviewSubstance & { id: string; reviewKey: string }

/** Words in another language than ours are only compared by their names; where nobody said which, the words tell. */
const matchLanguageOf = ({ language, claim }: ReviewIn): NewReview['matchLanguage'] => {
  const stated = language?.slice(0, 2)
  if (stated === undefined) return languageOf(claim)
  return stated === 'fr' || stated === 'en' ? stated : null
}
/** A review as it is kept, with its record as it came. */
export const newReview = (
  id: string,
  source: string,
  review: ReviewIn,
  record: unknown,
): Omit<NewReview, 'mappedRating'> => {
  const { key: reviewKey, url, claim, language, publisherName, publisherUrl, ratingWords, score } = review
  const { datePublished, claimants, claimDate, isRepublishable } = review
  return {
    ...{ id, source, reviewKey, url, claim, language, publisherName, publisherUrl, ratingWords, score },
    ...{ datePublished, claimants, claimDate, isRepublishable },
    matchLanguage: matchLanguageOf(review),
    sha256: createHash('sha256').update(canonicalJson(record), 'utf8').digest('hex'),
    record: JSON.stringify(record),
  }
}

/** The rating these labels were given before, most often first of several; letter for letter. */
export async function knownLabels(db: Db, labels: readonly string[]): Promise<Map<string, RatingCode>> {
  const rows = await db.$queryRaw<{ label: string; rating: string }[]>`
    select distinct on (label) label, rating from (
      select rating_words as label, mapped_rating as rating, count(*) as many from imported_reviews
      where rating_words = any(${[...labels]}) and mapped_rating is not null group by 1, 2) given
    order by label, many desc, rating`
  return new Map(rows.flatMap(({ label, rating }) => (isRatingCode(rating) ? [[label, rating] as const] : [])))
}

/** Rows of one statement: a file of any length is sent in parts, within its one transaction. */
const PART = 2_000
const inParts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / PART) }, (_, i) => rows.slice(i * PART, (i + 1) * PART))

/** Two imports at once would each tell changes from what the other is about to write; the second waits. */
export const oneImportAtATime = async (db: Db): Promise<void> => {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('imported_reviews'))`
}

/** What is kept of these addresses already; one page may hold several reviews. */
export async function knownReviews(db: Db, addresses: readonly string[]): Promise<KnownReview[]> {
  const known: KnownReview[] = []
  for (const part of inParts(addresses))
    known.push(
      ...(await db.$queryRaw<KnownReview[]>`
        select id, review_key as "reviewKey", claim, rating_words as "ratingWords", score, claimants, claim_date as "claimDate"
        from imported_reviews where split_part(review_key, E'\n', 1) = any(${part}) order by id`),
    )
  return known
}

/** Reviews these publishers had and now lack: neither seen nor, by their address, in what was refused. */
export const reviewsNotAmong = async (
  db: Db,
  hosts: readonly string[],
  seen: readonly string[],
  addresses: readonly string[],
): Promise<string[]> =>
  (
    await db.$queryRaw<{ id: string }[]>`
      select id from imported_reviews
      where absent_at is null and substring(review_key from '^https://(?:www\.)?([^/?#\n]+)') = any(${[...hosts]})
        and not id = any(${[...seen]}::uuid[]) and not split_part(review_key, E'\n', 1) = any(${[...addresses]})`
  ).map(({ id }) => id)

/** Marks reviews their publisher no longer lists. They stay: others may have quoted them. */
export const markAbsent = async (
  db: Db,
  _proof: Permit<'source:manage'>,
  ids: readonly string[],
  at: Date,
): Promise<void> => {
  await db.$executeRaw`update imported_reviews set absent_at = ${at} where id = any(${[...ids]}::uuid[])`
}

/** A reworded claim is the same review under a new key. */
export const rekeyReviews = async (
  db: Db,
  _proof: Permit<'source:manage'>,
  moved: readonly { id: string; reviewKey: string }[],
): Promise<void> => {
  await db.$executeRaw`
    update imported_reviews as kept set review_key = it."reviewKey"
    from json_to_recordset(${JSON.stringify(moved)}::json) as it (id uuid, "reviewKey" text) where kept.id = it.id`
}

/**
 * Keeps reviews others published: a new one is added; one that was kept before was seen again, and says what it says now.
 * What a later record leaves out stays as an earlier one said it; a number never stands beside words it was not given for,
 * and a licence that once allowed no copies is not taken as lifted.
 */
export async function keepReviews(
  db: Db,
  _proof: Permit<'source:manage'>,
  reviews: readonly NewReview[],
  at: Date,
  onPart?: (kept: number, total: number) => Promise<void>,
): Promise<void> {
  let count = 0
  for (const part of inParts(reviews)) {
    await onPart?.(count, reviews.length)
    count += part.length
    await db.$executeRaw`
      insert into imported_reviews as kept (id, source, review_key, url, claim, language, match_language, publisher_name,
        publisher_url, rating_words, score, date_published, claimants, claim_date, is_republishable, mapped_rating, sha256, record,
        first_seen_at, last_seen_at)
      select it.id, it.source, it."reviewKey", it.url, it.claim, it.language, it."matchLanguage", it."publisherName",
        it."publisherUrl", it."ratingWords", it.score, it."datePublished", it.claimants, it."claimDate", it."isRepublishable",
        it."mappedRating", it.sha256, it.record, ${at}, ${at}
      from json_to_recordset(${JSON.stringify(part)}::json) as it (id uuid, source text, "reviewKey" text, url text,
        claim text, language text, "matchLanguage" text, "publisherName" text, "publisherUrl" text, "ratingWords" text,
        score double precision, "datePublished" text, claimants text[], "claimDate" text, "isRepublishable" boolean,
        "mappedRating" text, sha256 text, record text)
      on conflict (review_key) do update set
        source = excluded.source, url = excluded.url, claim = excluded.claim, record = excluded.record, sha256 = excluded.sha256,
        language = coalesce(excluded.language, kept.language),
        match_language = coalesce(excluded.match_language, kept.match_language),
        publisher_name = coalesce(excluded.publisher_name, kept.publisher_name),
        publisher_url = coalesce(excluded.publisher_url, kept.publisher_url),
        rating_words = coalesce(excluded.rating_words, kept.rating_words),
        score = case when coalesce(excluded.rating_words, kept.rating_words) is distinct from kept.rating_words
          then excluded.score else coalesce(excluded.score, kept.score) end,
        mapped_rating = case when coalesce(excluded.rating_words, kept.rating_words) is distinct from kept.rating_words
          then excluded.mapped_rating else coalesce(excluded.mapped_rating, kept.mapped_rating) end,
        date_published = coalesce(excluded.date_published, kept.date_published),
        claimants = case when cardinality(excluded.claimants) > 0 then excluded.claimants else kept.claimants end,
        claim_date = coalesce(excluded.claim_date, kept.claim_date),
        is_republishable = kept.is_republishable and excluded.is_republishable,
        absent_at = null,
        last_seen_at = greatest(kept.last_seen_at, excluded.last_seen_at)`
  }
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
