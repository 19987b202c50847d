import { vocabularyDocument, vocabularyJsonLd } from '@/lib/present/documents/vocabulary-document'
import { FRESH } from '@/lib/web/document-headers'
import { brokenAnswer, documentContext, freshAnswer, siteContext } from '@/lib/web/public-document'
import { languageOfReader } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

/** What our own terms in JSON-LD mean: a page, or data for whoever asks for data. */
export async function GET(request: Request): Promise<Response> {
  const lang = languageOfReader(request)
  try {
    const wantsData = (request.headers.get('accept') ?? '').includes('application/ld+json')
    const answer = wantsData
      ? new Response(request.method === 'HEAD' ? null : vocabularyJsonLd(documentContext(lang).baseUrl), {
          headers: {
            'Content-Type': 'application/ld+json',
            'Cache-Control': FRESH,
            'X-Content-Type-Options': 'nosniff',
          },
        })
      : freshAnswer(request, vocabularyDocument(await siteContext(lang)))
    answer.headers.set('Vary', 'Accept, Accept-Language')
    return answer
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}
export const HEAD = GET
