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
 * found in one language is shown in the language asked for.
 */
export async function reviewsAbout(db: Db, { words, language, publishedFrom, after, skip, take }: ReviewQuestion) {
  return db.$queryRaw<{ verdictId: string; reviews: unknown[] }[]>`
    with kept as (
      select d.id, v.published_at,
        json_agg(p.claim_review order by p.language desc)
          filter (where ${language}::text is null or p.language = ${language}) as reviews,
        fold(concat_ws(' ', c.ref, c.statement_fr, c.statement_en, string_agg(concat_ws(' ',
          p.claim_review ->> 'claimReviewed',
          p.claim_review #>> '{itemReviewed,text}',
          jsonb_path_query_array(p.claim_review, '$.itemReviewed.author.name')::text), ' '))) as words
      from verdicts d
      join claims c on c.id = d.claim_id
      join verdict_versions v on v.verdict_id = d.id
        and v.n = (select max(w.n) from verdict_versions w where w.verdict_id = d.id)
      join publications p on p.verdict_version_id = v.id
      where not v.is_withdrawal and d.state <> 'withdrawn' and p.claim_review ->> '@type' = 'ClaimReview'
        ${after === null ? Prisma.empty : Prisma.sql`and d.id < ${after}::uuid`}
        ${publishedFrom === null ? Prisma.empty : Prisma.sql`and v.published_at >= ${publishedFrom}`}
      group by d.id, v.published_at, c.ref, c.statement_fr, c.statement_en
    )
    select id as "verdictId", reviews from kept
    where reviews is not null
      ${
        words === null
          ? Prisma.empty
          : Prisma.sql`and (
              to_tsvector('simple', words) @@ websearch_to_tsquery('simple', fold(${words}))
              or to_tsvector('french', words) @@ websearch_to_tsquery('french', fold(${words}))
              or to_tsvector('english', words) @@ websearch_to_tsquery('english', fold(${words})))`
      }
    order by id desc offset ${skip} limit ${take}`
}
