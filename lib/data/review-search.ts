import 'server-only'
import type { Language } from '@/lib/domain/vocabulary'
import type { Db } from './db'
import { Prisma } from './generated/client'

/** What is looked for among the published reviews; null asks nothing. */
export type ReviewQuestion = {
  words: string | null
  language: Language | null
  publishedFrom: Date | null
  /** The verdict after which to go on. */
  after: string | null
  skip: number
  take: number
}

/**
 * The ClaimReviews in force whose claim, quotation or claimant has the words, newest verdict first. The order is that of ids,
 * which never change: whoever walks on from one meets each verdict once, whatever is published or corrected meanwhile. A claim
 * found in one language is shown in the language asked for. The words are looked for in the index of what strangers read
 * (decision 023), and the reviews of the page alone are read.
 */
export async function reviewsAbout(db: Db, { words, language, publishedFrom, after, skip, take }: ReviewQuestion) {
  const ofLanguage = language === null ? Prisma.empty : Prisma.sql`and p.language = ${language}`
  return db.$queryRaw<{ verdictId: string; reviews: unknown[] }[]>`
    with asked as materialized (
      select websearch_to_tsquery('simple', it) as simple, websearch_to_tsquery('french', it) as fr, websearch_to_tsquery('english', it) as en
      from fold(${words ?? ''}) it
    ), ruled as (
      select d.id from verdicts d
      where d.state <> 'withdrawn' and exists (select from claims c where c.id = d.claim_id)
        ${after === null ? Prisma.empty : Prisma.sql`and d.id < ${after}::uuid`}
        ${
          words === null
            ? Prisma.empty
            : Prisma.sql`and d.claim_id in (
                select s.claim_id from public_claim_search s, asked
                where (s.words @@ asked.simple or s.fr @@ asked.fr or s.en @@ asked.en) and not 'verdict:none' = any (s.facets))`
        }
      order by d.id desc
    ), found as (
      select d.id, latest.id as version_id
      from ruled d cross join lateral (
        select v.id, v.is_withdrawal, v.published_at from verdict_versions v where v.verdict_id = d.id order by v.n desc limit 1) latest
      where not latest.is_withdrawal
        ${publishedFrom === null ? Prisma.empty : Prisma.sql`and latest.published_at >= ${publishedFrom}`}
        and exists (select from publications p where p.verdict_version_id = latest.id ${ofLanguage}
          and p.claim_review ->> '@type' = 'ClaimReview')
      order by d.id desc offset ${skip} limit ${take}
    )
    select f.id as "verdictId", json_agg(p.claim_review order by p.language desc) as reviews
    from found f join publications p on p.verdict_version_id = f.version_id ${ofLanguage}
      and p.claim_review ->> '@type' = 'ClaimReview'
    group by f.id order by f.id desc`
}
