import 'server-only'
import { DEFAULT_NEWSROOM } from '@/lib/domain/newsroom'
import type { Language } from '@/lib/domain/vocabulary'
import { env } from '@/lib/env'
import type { DocumentContext } from '@/lib/present/context'
import { errorDocument } from '@/lib/present/documents/error-document'
import { notFoundDocument } from '@/lib/present/documents/not-found-document'
import { loadSite } from '@/lib/services/load-newsroom'
import { compressed } from './compress'
import { type DocumentKind, documentHeaders, FRESH, NEVER, SOON } from './document-headers'
import {
  asPublished,
  documentMemory,
  type KeptDocument,
  makingOnce,
  type PublishedBytes,
  prepared,
} from './document-memory'
import { isKnownTo } from './negotiation'
import { stylesheetAddress } from './stylesheet'
import { isUnavailable, logUnexpected, newRequestId } from './unexpected'

/** Bytes that were stored when a verdict was published, or a text made just now. */
export type Built = { kind?: DocumentKind; html: string } | PublishedBytes
/** Null: there is nothing at this address that a stranger may know of. */
export type Build = () => Promise<Built | null>

/** When a reader may try again after the database could not be reached. */
const RETRY_SECONDS = 5

/** What every public document is told about where it will stand; a page of last resort does not ask who publishes. */
export const documentContext = (lang: Language, newsroom = DEFAULT_NEWSROOM): DocumentContext => ({
  lang,
  newsroom,
  baseUrl: env().RECOUPE_URL.replace(/\/+$/, ''),
  stylesheet: stylesheetAddress(),
})

/** The same, with the name the newsroom gave itself and the latest checkpoint of its log. */
export async function siteContext(lang: Language): Promise<DocumentContext> {
  const { newsroom, checkpoint } = await loadSite()
  return { ...documentContext(lang, newsroom), checkpoint: checkpoint ?? undefined }
}

/** A thousand readers of a page nobody remembers make it once. */
const once = makingOnce()

async function make(path: string, build: Build): Promise<KeptDocument | null> {
  const built = await build()
  if (built === null) return null
  if ('html' in built) {
    const identity = Buffer.from(built.html)
    const { gzip, brotli, etag } = await compressed(identity, 'onDemand')
    return prepared(path, etag, { identity, gzip, br: brotli }, documentHeaders(built.kind ?? 'page', FRESH))
  }
  return asPublished(path, built)
}

const pairs = (flat: readonly string[]): [string, string][] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? '', flat[2 * i + 1] ?? ''])

/** Headers Next does not let a route handler send (its send-response.js): it compresses and measures by itself. */
const NEXT_DECIDES = new Set(['Content-Encoding', 'Content-Length'])

/**
 * The answer of a route handler: plain bytes, since Next drops Content-Encoding and compresses what it sends. Its tag is
 * weak, because the bytes on the wire are then Next's; the front, which sends the bytes we compressed, knows it all the same.
 */
export function answerWith(request: Request, document: KeptDocument): Response {
  const { body: bytes, headers, notModified } = document.variants.identity
  const weak = (flat: readonly string[]): [string, string][] =>
    pairs(flat)
      .filter(([name]) => !NEXT_DECIDES.has(name))
      .map(([name, value]) => [name, name === 'ETag' ? `W/${value}` : value])
  if (isKnownTo(request.headers.get('if-none-match'), document.etag))
    return new Response(null, { status: 304, headers: weak(notModified) })
  const { buffer, byteOffset, byteLength } = bytes
  // A view of the same bytes: the type of a Response body does not know Node's Buffer.
  const body = request.method === 'HEAD' ? null : new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)
  return new Response(body, { headers: weak(headers) })
}

function plain(
  request: Request,
  status: number,
  html: string,
  cacheControl: string,
  more: [string, string][] = [],
): Response {
  const body = new TextEncoder().encode(html)
  return new Response(request.method === 'HEAD' ? null : body, {
    status,
    headers: [...pairs(documentHeaders('page', cacheControl)), ...more],
  })
}

/** The page that says so, in a language. */
export const notFoundPage = (lang: Language): string => notFoundDocument(documentContext(lang))

/** Nothing here: not remembered, since anyone can invent addresses. */
export const notFoundAnswer = (request: Request, lang: Language): Response =>
  plain(request, 404, notFoundPage(lang), SOON)

/** A page made for one question and not remembered: anyone can ask anything. */
export const freshAnswer = (request: Request, html: string, cacheControl = FRESH, status = 200): Response =>
  plain(request, status, html, cacheControl)

/** What a reader is told when something broke that is not theirs: the page that says so, with a reference. */
export function brokenAnswer(request: Request, lang: Language, error: unknown): Response {
  const reference = newRequestId()
  logUnexpected(reference, `${request.method} ${new URL(request.url).pathname}`, error)
  const status = isUnavailable(error) ? 503 : 500
  const html = errorDocument(status, documentContext(lang), reference)
  return plain(request, status, html, NEVER, status === 503 ? [['Retry-After', String(RETRY_SECONDS)]] : [])
}

/**
 * What every public route answers with: the document at `path`, remembered or built; 404 when there is none; 503 when the
 * database is away. The path alone names a document: a query string neither changes nor multiplies it.
 */
export async function publicDocument(request: Request, path: string, lang: Language, build: Build): Promise<Response> {
  try {
    const document = await once(path, documentMemory(), () => make(path, build))
    return document ? answerWith(request, document) : notFoundAnswer(request, lang)
  } catch (error) {
    return brokenAnswer(request, lang, error)
  }
}
