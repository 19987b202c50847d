import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { readExportFilter } from '@/lib/domain/export-filter'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { LANGUAGES } from '@/lib/domain/vocabulary'
import { CSV_PROFILES, tableFileName } from '@/lib/present/csv'
import { csvwPath, type TableName } from '@/lib/present/datapackage'
import { workbookParts } from '@/lib/present/xlsx'
import { exportsAsDesk, streamCsv, streamRecords } from '@/lib/services/stream-csv'
import { HttpRefusal, languageOf, problemOf } from '@/lib/web/problem'
import { documentContext } from '@/lib/web/public-document'
import { route } from '@/lib/web/route'
import { logUnexpected, newRequestId } from '@/lib/web/unexpected'
import { zipped } from '@/lib/web/zip-stream'

/** Without a choice: for machines; in French, whatever the browser prefers, so that a shared cache may keep one answer. */
const Choice = z.object({
  profile: z.enum(CSV_PROFILES).default('machine'),
  lang: z.enum(LANGUAGES).default('fr'),
})
/** How long a failure may still become a status of its own; after that the head is sent and a failure cuts the answer off. */
const FIRST_RECORD_MS = 200
const ALLOW = 'GET, HEAD, OPTIONS'

type Format = 'csv' | 'xlsx'
const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What every method of one table's address answers, as CSV in the profile asked for. */
export const csvRoute = (table: TableName) => verbsOf(tableRoute(table, 'csv'))
/** The same as a workbook: the same rows and columns. */
export const xlsxRoute = (table: TableName) => verbsOf(tableRoute(table, 'xlsx'))

const verbsOf = <H>(GET: H) => ({
  ...{ GET, HEAD: GET, OPTIONS: whatIsAllowed },
  ...{ POST: onlyReads, PUT: onlyReads, PATCH: onlyReads, DELETE: onlyReads },
})

const tableRoute = (table: TableName, format: Format) =>
  route(async (request: NextRequest, { actor, now }) => {
    const { lang, profile, filter } = choiceOf(table, format, exportsAsDesk(actor), request.nextUrl.searchParams)
    const headers = {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${tableFileName(table, now, format)}"`,
      'Cache-Control': exportsAsDesk(actor) ? 'private, no-store' : 'public, max-age=0, s-maxage=30',
      Vary: 'Cookie',
      // The metadata describes the machine's profile: commas, values as they are.
      ...(format === 'csv' &&
        profile === 'machine' && {
          Link: `<${csvwPath(table)}>; rel="describedby"; type="application/csvm+json"`,
        }),
      'X-Content-Type-Options': 'nosniff',
    }
    if (request.method === 'HEAD') return new Response(null, { headers })
    const end = new AbortController()
    request.signal.addEventListener('abort', () => end.abort(), { once: true })
    const asked = { table, lang, filter, baseUrl: documentContext(lang).baseUrl, signal: end.signal }
    if (format === 'csv') {
      const { head, records } = streamCsv(actor, { ...asked, profile })
      return new Response(bodyOf(headed(head, await begun(records)), end), { headers })
    }
    const { columns, numbers, records } = streamRecords(actor, asked)
    const parts = workbookParts({ table, columns, numbers, lang }, await begun(records))
    return new Response(bodyOf(zipped(parts), end), { headers })
  })

/** The form and the filter an address asks for; a 400 names each parameter that is unknown or wrong. */
function choiceOf(table: TableName, format: Format, isDesk: boolean, query: URLSearchParams) {
  try {
    const filter = readExportFilter(table, isDesk, query, format === 'csv' ? ['profile', 'lang'] : ['lang'])
    const form = readInput(Choice, {
      profile: query.get('profile') ?? undefined,
      lang: query.get('lang') ?? undefined,
    })
    return { ...form, filter }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new HttpRefusal(
      400,
      {
        fr: 'L’adresse demande un export qui n’existe pas. Corrigez chaque paramètre nommé, ou retirez-le.',
        en: 'The address asks for an export that does not exist. Correct each parameter named, or remove it.',
      },
      { fields: error.fields },
    )
  }
}

/** The records, once the first has come or is late: until then a failure is an answer of its own. */
async function begun<T>(records: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = records.next()
  first.catch(() => undefined) // heard of when it is taken
  await Promise.race([first, new Promise((resolve) => setTimeout(resolve, FIRST_RECORD_MS))])
  return (async function* () {
    const { done, value } = await first
    if (done) return
    yield value
    yield* records
  })()
}

async function* headed(head: string, records: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(head)
  yield* records
}

/** The bytes as fast as they are made. An error cuts the answer off; a reader who goes away ends the query. */
function bodyOf(chunks: AsyncGenerator<Uint8Array>, end: AbortController): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          if (!end.signal.aborted) logUnexpected(newRequestId(), 'export cut off', error)
          end.abort()
          throw error
        }
      },
      cancel: () => end.abort(),
    },
    { highWaterMark: 1 },
  )
}

/** Any other method, except OPTIONS. */
function onlyReads(request: Request): Response {
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
function whatIsAllowed(): Response {
  return new Response(null, { status: 204, headers: { Allow: ALLOW } })
}
