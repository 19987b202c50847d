import 'server-only'
import type { Language } from '@/lib/domain/vocabulary'
import type { DocumentContext } from '@/lib/present/context'
import { noPageDocument } from '@/lib/present/documents/earlier-document'
import { loadMoment } from '@/lib/services/load-moment'
import { SOON } from './document-headers'
import { brokenAnswer, freshAnswer, notFoundAnswer, siteContext } from './public-document'

/** A page of the context it is given: of its moment, or of now. Null: there is nothing a stranger may know of. */
type Build = (ctx: DocumentContext) => Promise<string | null>
type Address = { path: string; kept?: Readonly<Record<string, string>> }

/** What of a query asks for a moment; null asks for the present. */
export const momentAsked = (url: string): string | null => new URL(url).searchParams.get('at')

/**
 * A page as it was published at a moment; not remembered and not kept for long, for anyone can ask for any moment. What is
 * no moment is the asker's mistake (400); at an address that had nothing yet, a page says so (404). What a stranger may not
 * know of today has no past: asked before anything else, so that no answer differs.
 */
export async function pastPage(
  request: Request,
  lang: Language,
  asked: string,
  address: Address,
  build: Build,
): Promise<Response> {
  try {
    const ctx = await siteContext(lang)
    if ((await build(ctx)) === null) return notFoundAnswer(request, lang)
    const moment = await loadMoment(asked)
    if (moment.is !== 'moment') return noIndex(freshAnswer(request, noPageDocument(moment, address, ctx), SOON, 400))
    const page = await build({ ...ctx, at: moment.at })
    const html = page ?? noPageDocument({ is: 'none', at: moment.at }, address, ctx)
    return noIndex(freshAnswer(request, html, SOON, page === null ? 404 : 200))
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}

/** Search engines keep the present page. */
export function noIndex(answer: Response): Response {
  answer.headers.set('X-Robots-Tag', 'noindex')
  return answer
}
