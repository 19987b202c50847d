import 'server-only'
import type { RatingCode } from '@/lib/domain/rating'
import type { Language } from '@/lib/domain/vocabulary'
import { occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import { Prisma } from './generated/client'

const claimNames = { ref: true, slug: true, statementFr: true, statementEn: true } as const satisfies Prisma.ClaimSelect

/** A place in a feed: when the entry there changed, in microseconds as the database counts, and its id. */
export type FeedPlace = { at: string; id: string }
const PLACE_AT = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`

/** The verdicts that were published or changed last, latest first; after a place, the older ones. */
export async function latestVerdicts(db: Db, take: number, before: FeedPlace | null = null) {
  const latest = await db.$queryRaw<FeedPlace[]>`
    select d.id, to_char(max(v.published_at) at time zone 'UTC', ${PLACE_AT}) as at
    from verdict_versions v join verdicts d on d.id = v.verdict_id join claims c on c.id = d.claim_id
    group by d.id
    ${before === null ? Prisma.empty : Prisma.sql`having (max(v.published_at), d.id) < (${before.at}::timestamptz, ${before.id}::uuid)`}
    order by max(v.published_at) desc, d.id desc limit ${take}`
  const rows = await db.verdict.findMany({
    where: { id: { in: latest.map(({ id }) => id) } },
    select: {
      id: true,
      state: true,
      claim: { select: claimNames },
      versions: {
        select: {
          ...{ n: true, isWithdrawal: true, ratingCode: true, summaryFr: true, summaryEn: true, publishedAt: true },
          correction: { select: { whatWasWrongFr: true, whatWasWrongEn: true } },
        },
        orderBy: { n: 'asc' },
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return latest.flatMap(({ id, at }) => {
    const row = byId.get(id)
    const [first] = row?.versions ?? []
    const last = row?.versions.at(-1)
    if (!row || !first || !last) return []
    const { ratingCode, publishedAt, correction, ...version } = last
    // The summary of a withdrawn verdict would claim it still: what was wrong with it is said instead.
    const said =
      version.isWithdrawal && correction
        ? { summaryFr: correction.whatWasWrongFr, summaryEn: correction.whatWasWrongEn }
        : {}
    return [
      {
        id,
        place: { id, at },
        claim: row.claim,
        state: row.state,
        ...version,
        ...said,
        rating: ratingCode as RatingCode,
        firstPublishedAt: first.publishedAt.toISOString(),
        publishedAt: publishedAt.toISOString(),
      },
    ]
  })
}

/** The public corrections, latest first; after a place, the older ones. */
export async function latestCorrections(db: Db, take: number, before: FeedPlace | null = null) {
  const latest = await db.$queryRaw<FeedPlace[]>`
    select k.id, to_char(k.at at time zone 'UTC', ${PLACE_AT}) as at
    from corrections k join verdicts d on d.id = k.verdict_id join claims c on c.id = d.claim_id
    where k.verdict_version_id is not null and c.discarded_at is null
    ${before === null ? Prisma.empty : Prisma.sql`and (k.at, k.id) < (${before.at}::timestamptz, ${before.id}::uuid)`}
    order by k.at desc, k.id desc limit ${take}`
  const places = new Map(latest.map((place) => [place.id, place]))
  const rows = await db.correction.findMany({
    where: { id: { in: latest.map(({ id }) => id) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      severity: true,
      whatWasWrongFr: true,
      whatWasWrongEn: true,
      before: true,
      after: true,
      at: true,
      verdict: { select: { claim: { select: claimNames } } },
    },
  })
  return rows.flatMap(({ verdict, at, ...row }) => {
    const place = places.get(row.id)
    return place ? [{ ...row, place, at: at.toISOString(), claim: verdict.claim }] : []
  })
}

/** The verdicts first published since a moment and still in force, newest first. */
export const verdictsSince = (db: Db, since: Date, take: number) =>
  db.$queryRaw<{ slug: string; statementFr: string | null; statementEn: string | null; publishedAt: Date }[]>`
    select c.slug, c.statement_fr as "statementFr", c.statement_en as "statementEn", v.published_at as "publishedAt"
    from verdict_versions v join verdicts d on d.id = v.verdict_id join claims c on c.id = d.claim_id
    where v.n = 1 and v.published_at >= ${since} and d.state <> 'withdrawn'
      and not exists (select from verdict_versions w where w.verdict_id = d.id and w.is_withdrawal)
    order by v.published_at desc, d.id desc limit ${take}`

/**
 * The ClaimReview stored with the latest publication of each verdict, by verdict id from after `after`. A withdrawn verdict
 * has none.
 */
export async function claimReviewsInForce(
  db: Db,
  { language, after, take }: { language: Language | null; after: string | null; take: number },
) {
  const rows = await db.$queryRaw<{ verdictId: string; claimId: string; publishedAt: Date; reviews: unknown[] }[]>`
    select d.id as "verdictId", d.claim_id as "claimId", v.published_at as "publishedAt", json_agg(p.claim_review order by p.language) as reviews
    from verdicts d
    join claims c on c.id = d.claim_id
    join verdict_versions v on v.verdict_id = d.id
      and v.n = (select max(w.n) from verdict_versions w where w.verdict_id = d.id)
    join publications p on p.verdict_version_id = v.id
    where not v.is_withdrawal and d.state <> 'withdrawn' and p.claim_review ->> '@type' = 'ClaimReview'
      ${language === null ? Prisma.empty : Prisma.sql`and p.language = ${language}`}
      ${after === null ? Prisma.empty : Prisma.sql`and d.id > ${after}::uuid`}
    group by d.id, v.published_at
    order by d.id limit ${take}`
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }))
}

/** How many passages a stranger may read. */
export const countOccurrences = (db: Db): Promise<number> => db.livePassage.count({ where: { isPublic: true } })
/** When one of them changed last. */
export const occurrencesChangedAt = async (db: Db): Promise<Date | null> =>
  (await db.$queryRaw<{ at: Date | null }[]>`select max(o.updated_at) as at from occurrences o`)[0]?.at ?? null

/** Occurrences by id, each with the version of the text that its offsets count in; from after `after` or past the first `skip`. */
export async function anchoredOccurrences(
  db: Db,
  { after = null, only, skip = 0, take }: { after?: string | null; only?: string; skip?: number; take: number },
) {
  const shown = await db.livePassage.findMany({
    where: {
      isPublic: true,
      ...(after !== null && { occurrenceId: { gt: after } }),
      ...(only !== undefined && { occurrenceId: only }),
    },
    select: { occurrenceId: true },
    orderBy: { occurrenceId: 'asc' },
    skip,
    take,
  })
  const rows = await db.occurrence.findMany({
    where: { id: { in: shown.map(({ occurrenceId }) => occurrenceId) } },
    orderBy: { id: 'asc' },
    select: {
      ...occurrenceSelect,
      anchor: {
        select: {
          ...occurrenceSelect.anchor.select,
          dispatchVersion: {
            select: {
              n: true,
              retrievedAt: true,
              dispatch: occurrenceSelect.anchor.select.dispatchVersion.select.dispatch,
            },
          },
        },
      },
    },
  })
  return rows.map((row) => {
    const { n, retrievedAt } = row.anchor.dispatchVersion
    return { ...occurrenceView(row), textVersion: { n, retrievedAt: retrievedAt.toISOString() } }
  })
}
