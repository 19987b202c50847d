import { MAX_QUESTION } from '@/lib/domain/found'
import { codePointLength } from '@/lib/domain/text'
import { isLanguage } from '@/lib/domain/vocabulary'
import { searchPath } from '@/lib/present/addresses'
import type { DocumentContext } from '@/lib/present/context'
import { searchDocument } from '@/lib/present/documents/search-document'
import { loadPublicSearch } from '@/lib/services/load-public'
import { momentAsked, pastPage } from '@/lib/web/past-page'
import { freshAnswer, notFoundAnswer, siteContext } from '@/lib/web/public-document'
import { languageOfReader } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

/** Whatever is typed gets an answer: what PostgreSQL cannot hold (U+0000, half a character) finds nothing. */
export async function GET(request: Request, { params }: { params: Promise<{ lang: string }> }): Promise<Response> {
  const { lang } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  const q = (new URL(request.url).searchParams.get('q') ?? '').replaceAll('\u0000', '').toWellFormed().trim()
  const isTooLong = codePointLength(q) > MAX_QUESTION
  const build = async (ctx: DocumentContext): Promise<string> =>
    searchDocument(q, q === '' || isTooLong ? null : await loadPublicSearch(q, ctx.at), isTooLong, ctx)
  const asked = momentAsked(request.url)
  if (asked !== null) return pastPage(request, lang, asked, { path: searchPath(lang), kept: { q } }, build)
  return freshAnswer(request, await build(await siteContext(lang)))
}
export const HEAD = GET
