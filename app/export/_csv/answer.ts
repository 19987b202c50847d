import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { readInput } from '@/lib/domain/input'
import { LANGUAGES } from '@/lib/domain/vocabulary'
import { CSV_PROFILES, csvFileName } from '@/lib/present/csv'
import { csvwPath, type TableName } from '@/lib/present/datapackage'
import { exportsAsDesk, streamCsv } from '@/lib/services/stream-csv'
import { documentContext } from '@/lib/web/public-document'
import { HttpRefusal, languageOf, problemOf, route } from '@/lib/web/route'
import { logUnexpected, newRequestId } from '@/lib/web/unexpected'

/** Without a choice: for machines; in French, whatever the browser prefers, so that a shared cache may keep one answer. */
const Choice = z.object({
  profile: z.enum(CSV_PROFILES).default('machine'),
  lang: z.enum(LANGUAGES).default('fr'),
})
/** How long a failure may still become a status of its own; after that the head is sent and a failure cuts the answer off. */
const FIRST_RECORD_MS = 500
const ALLOW = 'GET, HEAD, OPTIONS'

/** GET and HEAD of one table. */
export const csvRoute = (table: TableName) =>
  route(async (request: NextRequest, { actor, now }) => {
    const query = request.nextUrl.searchParams
    const choice = readInput(Choice, {
      profile: query.get('profile') ?? undefined,
      lang: query.get('lang') ?? undefined,
    })
    const headers = {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${csvFileName(table, now)}"`,
      'Cache-Control': exportsAsDesk(actor) ? 'private, no-store' : 'public, max-age=0, s-maxage=30',
      Vary: 'Cookie',
      // The metadata describes the machine's profile: commas, values as they are.
      ...(choice.profile === 'machine' && {
        Link: `<${csvwPath(table)}>; rel="describedby"; type="application/csvm+json"`,
      }),
      'X-Content-Type-Options': 'nosniff',
    }
    if (request.method === 'HEAD') return new Response(null, { headers })
    const end = new AbortController()
    request.signal.addEventListener('abort', () => end.abort(), { once: true })
    const { baseUrl } = documentContext(choice.lang)
    const { head, records } = streamCsv(actor, { table, ...choice, baseUrl, signal: end.signal })
    const first = records.next()
    await Promise.race([first, new Promise((resolve) => setTimeout(resolve, FIRST_RECORD_MS))])
    return new Response(bodyOf(head, first, records, end), { headers })
  })

/** The records as fast as they are read. An error cuts the answer off; a reader who goes away ends the query. */
function bodyOf(
  head: string,
  first: Promise<IteratorResult<Uint8Array>>,
  records: AsyncGenerator<Uint8Array>,
  end: AbortController,
): ReadableStream<Uint8Array> {
  let next: Promise<IteratorResult<Uint8Array>> | null = first
  first.catch(() => undefined) // heard of at the first pull
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
      async pull(controller) {
        try {
          const { done, value } = await (next ?? records.next())
          next = null
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          if (!end.signal.aborted) logUnexpected(newRequestId(), 'export cut off', error)
          throw error
        }
      },
      cancel: () => end.abort(),
    },
    { highWaterMark: 1 },
  )
}

/** Any other method, except OPTIONS. */
export function onlyReads(request: Request): Response {
  const response = problemOf(
    new HttpRefusal(405, {
      fr: 'Cette adresse se lit seulement. Demandez-la avec GET ou HEAD.',
      en: 'This address can only be read. Ask for it with GET or HEAD.',
    }),
    languageOf(request),
  )
  response.headers.set('Allow', ALLOW)
  return response
}
export const whatIsAllowed = (): Response => new Response(null, { status: 204, headers: { Allow: ALLOW } })
