import 'server-only'
import { isLanguage } from '@/lib/domain/vocabulary'
import { claimsSearchAnswer, siteOf } from '@/lib/present/claims-search'
import { type ReviewSearch, searchReviews } from '@/lib/services/search-reviews'
import { machineFile } from './machine-file'
import { HttpRefusal, languageOf, problemOf } from './problem'
import { documentContext } from './public-document'

/** As Google's: ten at a time unless more are asked for, and never more than a hundred. */
const PAGE_SIZE = 10
const MAX_PAGE_SIZE = 100
const QUERY_LENGTH = 500
const MAX_AGE_DAYS = 36_500
const MAX_OFFSET = 10_000

const wrong = (fr: string, en: string): HttpRefusal => new HttpRefusal(400, { fr, en })

/** A whole number as the asker wrote it. */
function numberAt(asked: URLSearchParams, name: string, least: number, most: number): number | null {
  const written = asked.get(name)
  if (written === null || written === '') return null
  if (/^\d{1,9}$/.test(written) && Number(written) >= least && Number(written) <= most) return Number(written)
  throw wrong(
    `${name} est un nombre entier de ${least} à ${most}.`,
    `${name} is a whole number from ${least} to ${most}.`,
  )
}

/** `fr-ML` is French: the region is not looked at. */
function languageAt(asked: URLSearchParams): ReviewSearch['language'] {
  const written = asked.get('languageCode') ?? ''
  if (written === '') return null
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(written))
    throw wrong('languageCode est un code BCP 47, par exemple fr.', 'languageCode is a BCP 47 tag, for instance fr.')
  const [language = ''] = written.toLowerCase().split('-')
  return isLanguage(language) ? language : 'other'
}

/** The question in an address, in Google's words; what cannot be read is refused by name. Unknown parameters are not looked at. */
function searchIn(asked: URLSearchParams): ReviewSearch {
  const query = asked.get('query')?.trim() || null
  const site = asked.get('reviewPublisherSiteFilter')?.trim() || null
  if (query === null && site === null)
    throw wrong(
      'Il faut query (les mots cherchés) ou reviewPublisherSiteFilter (le site qui publie).',
      'query (the words looked for) or reviewPublisherSiteFilter (the site that publishes) is needed.',
    )
  if (query !== null && (query.length > QUERY_LENGTH || query.includes('\0')))
    throw wrong(
      `query a ${QUERY_LENGTH} caractères au plus, sans caractère nul.`,
      `query has at most ${QUERY_LENGTH} characters, none of them null.`,
    )
  const pageToken = asked.get('pageToken') || null
  const offset = numberAt(asked, 'offset', 0, MAX_OFFSET)
  if (pageToken !== null && offset !== null)
    throw wrong('offset ne va pas avec pageToken.', 'offset does not go with pageToken.')
  const pageSize = numberAt(asked, 'pageSize', 1, 999_999_999) ?? PAGE_SIZE
  return {
    query,
    language: languageAt(asked),
    site: site === null ? null : siteOf(site),
    maxAgeDays: numberAt(asked, 'maxAgeDays', 1, MAX_AGE_DAYS),
    pageSize: Math.min(pageSize, MAX_PAGE_SIZE),
    pageToken,
    offset: offset ?? 0,
  }
}

/** Answers as Google's `GET /v1alpha1/claims:search` does, so that its clients can ask us; reads what a stranger may read. */
export async function claimsSearch(request: Request, now = new Date()): Promise<Response> {
  try {
    const search = searchIn(new URL(request.url).searchParams)
    const { baseUrl } = documentContext('en')
    const path = `/v1alpha1/claims:search ${JSON.stringify(search)}`
    const page = await searchReviews(search, siteOf(baseUrl), now)
    if (page === null)
      throw wrong(
        'pageToken n’est pas d’une réponse à cette même question. Recommencez sans lui.',
        'pageToken is not from an answer to this same question. Start again without it.',
      )
    return await machineFile(request, { path, type: 'application/json; charset=utf-8', isWhole: false }, async () => ({
      body: claimsSearchAnswer(page.items, page.next),
    }))
  } catch (error) {
    const response = problemOf(error, languageOf(request))
    response.headers.set('Access-Control-Allow-Origin', '*')
    return response
  }
}
