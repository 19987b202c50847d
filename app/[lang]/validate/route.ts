import { checkClaimReview, MAX_CHECKED } from '@/lib/domain/claim-review-check'
import { isLanguage } from '@/lib/domain/vocabulary'
import { validatePath } from '@/lib/present/addresses'
import { validateDocument } from '@/lib/present/documents/validate-document'
import { freshAnswer, notFoundAnswer, siteContext } from '@/lib/web/public-document'
import { languageOfReader, publicPage } from '@/lib/web/public-route'
import { sentText } from '@/lib/web/sent-text'

export const dynamic = 'force-dynamic'

export const GET = publicPage(validatePath, async (ctx) => validateDocument('', null, ctx))
export const HEAD = GET

/** Checks what was sent and keeps nothing: as a page for a form, as JSON for a program that asks for it. */
export async function POST(request: Request, { params }: { params: Promise<{ lang: string }> }): Promise<Response> {
  const { lang } = await params
  if (!isLanguage(lang)) return notFoundAnswer(request, languageOfReader(request))
  const text = await sentText(request, 'text', MAX_CHECKED)
  const checked = text === null ? 'too_long' : checkClaimReview(text)
  if (request.headers.get('accept')?.includes('application/json'))
    return Response.json(checked === 'too_long' ? { error: checked } : checked, {
      status: checked === 'too_long' ? 413 : 200,
      headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' },
    })
  // Somebody who changes language before pasting anything has nothing to be told.
  const told = text === '' ? null : checked
  return freshAnswer(request, validateDocument(text ?? '', told, await siteContext(lang)), 'no-store')
}
