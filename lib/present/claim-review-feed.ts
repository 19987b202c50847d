import { isLanguage } from '@/lib/domain/vocabulary'
import { contextOf, type OpposedReview, relationsOf } from './conflict-terms'

type Json = Record<string, unknown>
/** The ClaimReviews of one verdict, as they were published, in one language or in each; and the claims now opposed to its own. */
export type ReviewedVerdict = { publishedAt: string; reviews: readonly unknown[]; opposed: readonly OpposedReview[] }

/**
 * A review as it was published, but for its conflicts: those are the ones of now. A conflict marked after one of its two
 * verdicts was published would otherwise stand on one side only.
 */
function reviewNow(review: Json, opposed: readonly OpposedReview[], baseUrl: string): Json {
  const lang = String(review.inLanguage)
  if (!isLanguage(lang)) return review
  const { ofClaim, ofReview } = relationsOf(lang, baseUrl, opposed)
  const { associatedReview: _, itemReviewed, ...rest } = review
  const { conflictsWith: _c, disputes: _d, ...claim } = (itemReviewed ?? {}) as Json
  return {
    ...rest,
    '@context': contextOf(lang, baseUrl),
    itemReviewed: { ...claim, ...ofClaim },
    ...ofReview,
  }
}

/**
 * The ClaimReviews in force as a schema.org DataFeed: one item per verdict, and `item` is always an array, as readers of such
 * feeds expect. Written part by part, so that the longest feed takes no more memory than its longest part.
 */
export async function* claimReviewFeed(
  parts: AsyncIterable<readonly ReviewedVerdict[]>,
  baseUrl: string,
): AsyncGenerator<string> {
  const head = {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name: 'Recoupe',
    url: `${baseUrl}/export/claimreview.json`,
  }
  let opening = `${JSON.stringify(head).slice(0, -1)},"dataFeedElement":[`
  let newest = ''
  for await (const part of parts) {
    if (part.length === 0) continue
    const elements = part.map(({ publishedAt, reviews, opposed }) => {
      // ISO times of one zone sort as text.
      if (publishedAt > newest) newest = publishedAt
      const item = reviews.map((review) => reviewNow(review as Json, opposed, baseUrl))
      return JSON.stringify({ '@type': 'DataFeedItem', dateModified: publishedAt, item })
    })
    yield `${opening}\n${elements.join(',\n')}`
    opening = ','
  }
  yield `${opening === ',' ? '' : opening}]${newest === '' ? '' : `,"dateModified":${JSON.stringify(newest)}`}}\n`
}
