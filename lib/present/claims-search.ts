import { isLanguage } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'

/** The part of a stored ClaimReview that the answer repeats. */
type Review = {
  url: string
  inLanguage: string
  datePublished?: string
  dateModified?: string
  author: { name: string }
  claimReviewed: string
  reviewRating: { alternateName: string }
  itemReviewed: { text?: string; author?: { name: string } | { name: string }[]; datePublished?: string }
}

/** The host of an address as Google writes a publisher's: no protocol, no `www.`. */
export const siteOf = (address: string): string => {
  const host = URL.canParse(address) ? new URL(address).hostname : address.toLowerCase().replace(/[/:].*$/, '')
  return host.replace(/^www\./, '')
}

/** Google's dates are instants. A year or a month alone is no day, so it is left out rather than made one. */
const instantOf = (day: string | undefined): string | undefined =>
  day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : undefined

function reviewOf(review: Review) {
  const { inLanguage: lang, claimReviewed, reviewRating, dateModified, datePublished } = review
  const t = publicWords(isLanguage(lang) ? lang : 'en').claim
  return {
    publisher: { name: review.author.name, site: siteOf(review.url) },
    url: review.url,
    title: t.describedAs(claimReviewed, reviewRating.alternateName),
    reviewDate: dateModified ?? datePublished,
    textualRating: reviewRating.alternateName,
    languageCode: lang,
  }
}

/** One claim with its reviews in each language, in the shape of Google's `claims:search`. Absent members are left out. */
function claimOf(reviews: readonly Review[]) {
  const [first] = reviews
  if (!first) return []
  const { itemReviewed: claim } = first
  const names = [claim.author ?? []].flat().map(({ name }) => name)
  return [
    {
      text: claim.text ?? first.claimReviewed,
      claimant: names.length > 0 ? names.join(', ') : undefined,
      claimDate: instantOf(claim.datePublished),
      claimReview: reviews.map(reviewOf),
    },
  ]
}

/** The answer of `claims:search`, word for word what the pages say. No token: this was the last page. */
export const claimsSearchAnswer = (items: readonly { reviews: readonly unknown[] }[], next: string | null): string =>
  JSON.stringify({
    claims: items.flatMap(({ reviews }) => claimOf(reviews as readonly Review[])),
    ...(next !== null && { nextPageToken: next }),
  })
