import 'server-only'
import { createHash } from 'node:crypto'
import { compressed } from '@/lib/web/compress'
import { FRESH, NEVER, SOON } from '@/lib/web/document-headers'
import { documentMemory, type KeptDocument, prepared } from '@/lib/web/document-memory'
import { answerWith, documentContext } from '@/lib/web/public-document'
import { isUnavailable, logUnexpected, newRequestId } from '@/lib/web/unexpected'

/** A file for programs, where the next part of it is when it has one, and what else it is linked to, by relation. */
export type MachineFile = {
  body: string | Uint8Array
  next?: string | undefined
  links?: readonly (readonly [rel: string, address: string])[]
}
/** Null: there is nothing at this address that a stranger may know of. */
export type BuildFile = () => Promise<MachineFile | null>

/** Larger files are made again each time: they must not push pages that people read out of the memory. */
const KEPT_MAX_BYTES = 1024 * 1024
const RETRY_SECONDS = '5'

/** Anyone's program, from anyone's page, may read what anyone may read. No cookie, ever. */
const headersOf = (type: string, cacheControl: string, links: MachineFile['links'] = []): string[] => [
  'Content-Type',
  type,
  'Cache-Control',
  cacheControl,
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Expose-Headers',
  'ETag, Link',
  'Cross-Origin-Resource-Policy',
  'cross-origin',
  'X-Content-Type-Options',
  'nosniff',
  'Content-Security-Policy',
  "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
  ...(links.length === 0 ? [] : ['Link', links.map(([rel, address]) => `<${address}>; rel="${rel}"`).join(', ')]),
]

/** The same, for an answer that is made by hand. */
export function openHeaders(type: string, cacheControl: string): Headers {
  const headers = new Headers()
  const flat = headersOf(type, cacheControl)
  for (let i = 0; i < flat.length; i += 2) headers.set(flat[i] ?? '', flat[i + 1] ?? '')
  return headers
}

/** A short answer in plain words, for a question that has no file. */
export function refusal(request: Request, status: number, said: string, cacheControl = SOON): Response {
  const headers = openHeaders('text/plain; charset=utf-8', cacheControl)
  if (status === 503) headers.set('Retry-After', RETRY_SECONDS)
  return new Response(request.method === 'HEAD' ? null : `${said}\n`, { status, headers })
}

/** A program of another site may ask with If-None-Match: it must be let in when nothing changed, too. */
function openToAll(document: KeptDocument): KeptDocument {
  for (const variant of Object.values(document.variants)) variant.notModified.push('Access-Control-Allow-Origin', '*')
  return document
}

async function made(path: string, type: string, file: MachineFile, isWhole: boolean): Promise<KeptDocument> {
  const { body } = file
  const identity =
    typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const next = file.next === undefined ? [] : ([['next', file.next]] as const)
  const headers = headersOf(type, FRESH, [...next, ...(file.links ?? [])])
  if (isWhole && identity.length <= KEPT_MAX_BYTES) {
    const { gzip, brotli, etag } = await compressed(identity, 'onDemand')
    return openToAll(prepared(path, etag, { identity, gzip, br: brotli }, headers))
  }
  // Next compresses what it sends: nobody will ask these for an encoding.
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 27)}"`
  return openToAll(prepared(path, etag, { identity, gzip: identity, br: identity }, headers))
}

/** Files under way, so that many who ask at once are answered by one reading. */
const flights = new Map<string, { generation: number; document: Promise<KeptDocument | null> }>()

/**
 * Answers with a file. `isWhole`: the path alone names it, so the front may keep it and answer without us; a file that a query
 * changes is never kept, because the front does not read queries.
 */
export async function machineFile(
  request: Request,
  { path, type, isWhole }: { path: string; type: string; isWhole: boolean },
  build: BuildFile,
): Promise<Response> {
  const memory = documentMemory()
  const kept = isWhole ? memory.find(path) : undefined
  if (kept) return answerWith(request, kept)
  const { generation } = memory
  try {
    const under = flights.get(path)
    const flight =
      under?.generation === generation
        ? under
        : { generation, document: build().then((file) => file && made(path, type, file, isWhole)) }
    flights.set(path, flight)
    const document = await flight.document.finally(() => {
      if (flights.get(path) === flight) flights.delete(path)
    })
    if (!document) return refusal(request, 404, 'There is nothing at this address.')
    if (isWhole && document.variants.identity.body.length <= KEPT_MAX_BYTES) memory.keep(document, generation)
    return answerWith(request, document)
  } catch (error) {
    return unanswered(request, path, error)
  }
}

/** What a program is told when we failed; what happened is in our log under the same reference. */
export function unanswered(request: Request, path: string, error: unknown): Response {
  const reference = newRequestId()
  logUnexpected(reference, `GET ${path}`, error)
  return isUnavailable(error)
    ? refusal(request, 503, 'The database cannot be reached. Try again in a moment.', NEVER)
    : refusal(request, 500, `Something went wrong on our side. Reference: ${reference}`, NEVER)
}

/** The number of the row after which to go on: 0 at the beginning, null when what was written is no number. */
function rowAfter(request: Request): number | null {
  const written = new URL(request.url).searchParams.get('after') ?? '0'
  return /^\d{1,15}$/.test(written) ? Number(written) : null
}

/** A list that is read part by part, one JSON object a line; the next part goes on after the number of a row. */
export const linesAfter =
  (path: string, load: (after: number) => Promise<{ items: readonly object[]; next: number | null }>) =>
  async (request: Request): Promise<Response> => {
    const after = rowAfter(request)
    if (after === null) return refusal(request, 400, 'after is the number of a row.')
    const addressAfter = (row: number): string => (row === 0 ? path : `${path}?after=${row}`)
    const file = { path: addressAfter(after), type: 'application/x-ndjson; charset=utf-8', isWhole: false }
    return machineFile(request, file, async () => {
      const { items, next } = await load(after)
      return {
        body: items.map((row) => `${JSON.stringify(row)}\n`).join(''),
        next: next === null ? undefined : documentContext('en').baseUrl + addressAfter(next),
      }
    })
  }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The id after which to go on: null at the beginning, undefined when what was written is no id. */
export function afterOf(request: Request): string | null | undefined {
  const written = new URL(request.url).searchParams.get('after')
  if (written === null) return null
  return UUID.test(written) ? written : undefined
}
