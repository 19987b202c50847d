import 'server-only'
import type { RatingCode } from '@/lib/domain/rating'
import type { Language } from '@/lib/domain/vocabulary'
import { occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import { Prisma } from './generated/client'

const claimNames = { ref: true, slug: true, statementFr: true, statementEn: true } as const satisfies Prisma.ClaimSelect

/** The verdicts that were published or changed last, latest first. */
export async function latestVerdicts(db: Db, take: number) {
  const latest = await db.$queryRaw<{ id: string }[]>`
    select d.id from verdict_versions v join verdicts d on d.id = v.verdict_id join claims c on c.id = d.claim_id
    group by d.id order by max(v.published_at) desc, d.id desc limit ${take}`
  const rows = await db.verdict.findMany({
    where: { id: { in: latest.map(({ id }) => id) } },
    select: {
      id: true,
      state: true,
      claim: { select: claimNames },
      versions: {
        select: { n: true, isWithdrawal: true, ratingCode: true, summaryFr: true, summaryEn: true, publishedAt: true },
        orderBy: { n: 'asc' },
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return latest.flatMap(({ id }) => {
    const row = byId.get(id)
    const [first] = row?.versions ?? []
    const last = row?.versions.at(-1)
    if (!row || !first || !last) return []
    const { ratingCode, publishedAt, ...version } = last
    return [
      {
        id,
        claim: row.claim,
        state: row.state,
        ...version,
        rating: ratingCode as RatingCode,
        firstPublishedAt: first.publishedAt.toISOString(),
        publishedAt: publishedAt.toISOString(),
      },
    ]
  })
}

/** The public corrections, latest first. */
export async function latestCorrections(db: Db, take: number) {
  const rows = await db.correction.findMany({
    where: { verdictVersionId: { not: null }, verdict: { claim: { discardedAt: null } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
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
  return rows.map(({ verdict, at, ...row }) => ({ ...row, at: at.toISOString(), claim: verdict.claim }))
}

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

/** Public: the claim is, and the text it was taken from. The stranger's role sees to it; the filter only skips the rest. */
const readable = {
  discardedAt: null,
  claim: { discardedAt: null },
  anchor: { dispatchVersion: { dispatch: { discardedAt: null } } },
} as const satisfies Prisma.OccurrenceWhereInput

export const countOccurrences = (db: Db): Promise<number> => db.occurrence.count({ where: readable })

/** Occurrences by id, each with the version of the text that its offsets count in; from after `after` or past the first `skip`. */
export async function anchoredOccurrences(
  db: Db,
  { after = null, skip = 0, take }: { after?: string | null; skip?: number; take: number },
) {
  const rows = await db.occurrence.findMany({
    where: after === null ? readable : { ...readable, id: { gt: after } },
    orderBy: { id: 'asc' },
    skip,
    take,
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
