import { isLanguage } from '@/lib/domain/vocabulary'
import { claimReviewFeed } from '@/lib/present/claim-review-feed'
import { loadClaimReviews } from '@/lib/services/load-public-feeds'
import { afterOf, machineFile, refusal } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'

export const dynamic = 'force-dynamic'

const PATH = '/export/claimreview.json'

export async function GET(request: Request): Promise<Response> {
  const lang = new URL(request.url).searchParams.get('lang')
  const after = afterOf(request)
  if (lang !== null && !isLanguage(lang)) return refusal(request, 400, 'lang is fr or en.')
  if (after === undefined) return refusal(request, 400, 'after is the id of a verdict.')
  const query = (from: string | null): string => {
    const asked = new URLSearchParams({ ...(lang !== null && { lang }), ...(from !== null && { after: from }) })
    return asked.size === 0 ? PATH : `${PATH}?${asked}`
  }
  const file = { path: query(after), type: 'application/ld+json; charset=utf-8', isWhole: false }
  return machineFile(request, file, async () => {
    const { baseUrl } = documentContext('en')
    const { items, next } = await loadClaimReviews(lang, after)
    return { body: claimReviewFeed(items, baseUrl), next: next === null ? undefined : baseUrl + query(next) }
  })
}
export const HEAD = GET
