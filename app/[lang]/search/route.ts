import { asksNothing, readCursor, readSearch, type SearchQuery } from '@/lib/domain/search-query'
import { isLanguage } from '@/lib/domain/vocabulary'
import { searchPath } from '@/lib/present/addresses'
import type { DocumentContext } from '@/lib/present/context'
import { searchDocument } from '@/lib/present/documents/search-document'
import { loadPublicSearch } from '@/lib/services/load-public'
import { momentAsked, pastPage } from '@/lib/web/past-page'
import { freshAnswer, notFoundAnswer, siteContext } from '@/lib/web/public-document'
import { languageOfReader } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

/** Whatever is typed gets an answer; a page that is none of this question is the first one, and says so. */
export async function GET(request: Request, { params }: { params: Promise<{ lang: string }> }): Promise<Response> {
  const { lang } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  const asked = new URL(request.url).searchParams
  const query = readSearch(asked.get('q') ?? '')
  const typed = query.isTooLong ? [...query.text].slice(0, 400).join('') : query.text
  const { page, isWrongPlace } = pageOf(query, asked)
  const isAsked = query.text !== '' && !query.isTooLong
  const build = async (ctx: DocumentContext): Promise<string> => {
    const found = isAsked ? await loadPublicSearch(query, ctx.at, page) : null
    return searchDocument({ typed, query, found, isWrongPlace }, ctx)
  }
  const moment = momentAsked(request.url)
  if (moment !== null) return pastPage(request, lang, moment, { path: searchPath(lang), kept: { q: typed } }, build)
  return freshAnswer(request, await build(await siteContext(lang)))
}
export const HEAD = GET

function pageOf(query: SearchQuery, asked: URLSearchParams) {
  const after = asked.get('after')
  const back = asked.get('back')
  const text = after ?? back
  if (text === null || asksNothing(query)) return { page: null, isWrongPlace: false }
  const row = readCursor(query, text)
  if (row === null) return { page: null, isWrongPlace: true }
  return { page: after === null ? { back: row } : { after: row }, isWrongPlace: false }
}
