import { isLanguage } from '@/lib/domain/vocabulary'
import { claimReviewFeed } from '@/lib/present/claim-review-feed'
import { claimReviewParts } from '@/lib/services/load-public-feeds'
import { refusal } from '@/lib/web/machine-file'
import { documentContext } from '@/lib/web/public-document'
import { streamedFile } from '@/lib/web/streamed-file'

export const dynamic = 'force-dynamic'

const FILE = { path: '/export/claimreview.json', type: 'application/ld+json; charset=utf-8' }

export async function GET(request: Request): Promise<Response> {
  const lang = new URL(request.url).searchParams.get('lang')
  if (lang !== null && !isLanguage(lang)) return refusal(request, 400, 'lang is fr or en.')
  return streamedFile(request, FILE, () => claimReviewFeed(claimReviewParts(lang), documentContext('en').baseUrl))
}
export const HEAD = GET
