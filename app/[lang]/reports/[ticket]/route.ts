import { isLanguage } from '@/lib/domain/vocabulary'
import { ticketDocument } from '@/lib/present/documents/ticket-document'
import { loadTicket } from '@/lib/services/load-report'
import { brokenAnswer, freshAnswer, notFoundAnswer, siteContext } from '@/lib/web/public-document'
import { languageOfReader } from '@/lib/web/public-route'

export const dynamic = 'force-dynamic'

/** How far a message has come. Its number is the only key, so that the page is kept nowhere. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ lang: string; ticket: string }> },
): Promise<Response> {
  const { lang, ticket } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  try {
    const found = await loadTicket(ticket)
    if (!found) return notFoundAnswer(request, lang)
    return freshAnswer(request, ticketDocument(found, await siteContext(lang)), 'no-store')
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}
export const HEAD = GET
