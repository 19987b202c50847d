import { isUuid } from '@/lib/domain/ids'
import { isLanguage } from '@/lib/domain/vocabulary'
import { dispatchPartPath, passageMark } from '@/lib/present/addresses'
import { loadPassagePlace } from '@/lib/services/load-public'
import { FRESH } from '@/lib/web/document-headers'
import { brokenAnswer, notFoundAnswer } from '@/lib/web/public-document'
import { isSlug, languageOfReader } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ lang: string; slug: string; id: string }> }

/**
 * A passage of a long dispatch: leads to the part that holds it by now, and to its mark there. A dispatch has as many pages as
 * parts, whatever links lead into it; this answer is none of them, and the front does not keep it.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, slug, id } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  if (!isSlug(slug) || !isUuid(id)) return notFoundAnswer(request, lang)
  try {
    const place = await loadPassagePlace(slug, id)
    if (place === null) return notFoundAnswer(request, lang)
    const Location = `${dispatchPartPath(lang, slug, place.part)}#${passageMark(place.ref, place.nth)}`
    const headers = { Location, 'Cache-Control': FRESH, 'X-Content-Type-Options': 'nosniff' }
    return new Response(null, { status: 302, headers })
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}
export const HEAD = GET
