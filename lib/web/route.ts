import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault, type FieldFault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { env } from '@/lib/env'
import { faultSentence, faultTitle } from '@/lib/i18n/faults'
import { deskOfRequest } from './desk'
import { httpStatus } from './http-status'
import { originOf, senderOf } from './request-guard'
import { sessionCookieName } from './session-cookie'
import { isUnavailable, logUnexpected, newRequestId } from './unexpected'

/** Largest JSON body: a claim with a long chain and three languages is about 20 kB. */
export const MAX_JSON_BYTES = 256 * 1_024
/** When a reader may try again. */
const RETRY_SECONDS = 60

/** A refusal that has a status of its own: too large, wrong kind of body, unreadable, an address that asks for what is not there. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal'
  constructor(
    readonly status: 400 | 404 | 405 | 413 | 415,
    readonly sentences: { fr: string; en: string },
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(sentences.en)
  }
}

type Params = Record<string, string | string[] | undefined>
type Run<P extends Params> = (request: NextRequest, desk: Desk<PrismaClient>, params: P) => Promise<Response>

/** The only shape of a route handler of the desk: guard, run, translate. Faults become problem+json (RFC 9457) in one place. */
export const route =
  <P extends Params = Params>(run: Run<P>) =>
  async (request: NextRequest, context: { params: Promise<P> }): Promise<Response> => {
    try {
      guard(request)
      return closed(await run(request, await deskOfRequest(), await context.params))
    } catch (error) {
      unstable_rethrow(error)
      return problemOf(error, languageOf(request))
    }
  }

/** A state-changing request comes from our own pages, or from a program that carries no cookie. */
function guard(request: NextRequest): void {
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity')
    throw new HttpRefusal(415, {
      fr: 'Le corps de la requête est compressé. Envoyez-le tel quel, sans Content-Encoding.',
      en: 'The body is compressed. Send it as it is, without Content-Encoding.',
    })
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const from = originOf(senderOf(request.headers), env().RECOUPE_URL)
  if (from === 'own') return
  if (from === 'silent' && !request.cookies.has(sessionCookieName())) return
  throw new Fault('forbidden', 'not sent by one of our pages')
}

/** A JSON body of at most `limit` bytes, parsed and checked; anything else is refused before it is read to the end. */
export async function jsonBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit: number = MAX_JSON_BYTES,
): Promise<z.output<S>> {
  if (!/^application\/(json|[a-z0-9.+-]+\+json)\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new HttpRefusal(415, {
      fr: 'Le corps doit être du JSON, annoncé par Content-Type: application/json.',
      en: 'The body must be JSON, announced by Content-Type: application/json.',
    })
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let parsed: unknown
  const bytes = await bodyBytes(request, limit)
  try {
    parsed = JSON.parse(text.decode(bytes))
  } catch {
    throw new HttpRefusal(400, {
      fr: 'Le corps n’est pas du JSON lisible en UTF-8. Vérifiez les virgules, les guillemets et l’encodage.',
      en: 'The body is not readable JSON in UTF-8. Check commas, quotation marks and encoding.',
    })
  }
  const strict = schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema
  return readInput(strict, parsed) as z.output<S>
}

type Verb<S extends z.ZodType, P extends Params, T extends object> = {
  /** What the body must be. */
  body: S
  run: (desk: Desk<PrismaClient>, input: z.output<S>, params: P) => Promise<T>
  status?: 200 | 201
  /** The desk's address of what was made. */
  place?: (made: T) => string
  /** The largest body, in bytes. */
  limit?: number
}

/** A verb of the JSON API: only people who are signed in reach the body; the verb asks for its own permission besides. */
export const verb = <S extends z.ZodType, P extends Params, T extends object>({
  body,
  run,
  status = 200,
  place,
  limit,
}: Verb<S, P, T>) =>
  route<P>(async (request, desk, params) => {
    if (desk.actor === null) throw new Fault('not_signed_in', 'api')
    const made = await run(desk, await jsonBody(request, body, limit), params)
    return Response.json(made, { status, ...(place ? { headers: { Location: place(made) } } : {}) })
  })

/** The bytes of a body, counted while they arrive: a wrong or missing Content-Length changes nothing. */
export async function bodyBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new HttpRefusal(413, {
      fr: `Le corps dépasse ${Math.floor(limit / 1_024)} ko. Envoyez-le en plusieurs fois.`,
      en: `The body is larger than ${Math.floor(limit / 1_024)} kB. Send it in several parts.`,
    })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      throw tooLarge()
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

/** French or English: the page's choice (`?lang=`), else the reader's browser. */
export function languageOf(request: Request): 'fr' | 'en' {
  const asked = new URL(request.url).searchParams.get('lang')
  if (asked === 'fr' || asked === 'en') return asked
  const wanted = /\b(fr|en)\b/i.exec(request.headers.get('accept-language') ?? '')
  return wanted?.[1]?.toLowerCase() === 'fr' ? 'fr' : 'en'
}

/** A failure as problem+json. What went wrong inside is in the log under the same id, never in the answer. */
export function problemOf(error: unknown, lang: 'fr' | 'en'): Response {
  const requestId = newRequestId()
  if (error instanceof Fault) {
    const status = httpStatus[error.code]
    return problem(status, error.code, faultTitle(lang, error.code), lang, requestId, error.fields, error.collision)
  }
  if (error instanceof HttpRefusal)
    return problem(error.status, `http_${error.status}`, error.sentences[lang], lang, requestId, error.fields)
  logUnexpected(requestId, 'route', error)
  return isUnavailable(error)
    ? problem(503, 'unavailable', UNAVAILABLE[lang], lang, requestId)
    : problem(500, 'unexpected', `${UNEXPECTED[lang]} ${requestId}`, lang, requestId)
}

const UNEXPECTED = {
  fr: 'Une erreur de notre côté a empêché la demande d’aboutir ; rien n’a été écrit à moitié. Réessayez, ou donnez ce numéro à la personne qui administre le site :',
  en: 'A fault of ours kept this from being done; nothing was half written. Try again, or give this number to whoever runs the site:',
}
const UNAVAILABLE = {
  fr: 'La base de données ne répond pas en ce moment. Réessayez dans une minute.',
  en: 'The database does not answer just now. Try again in a minute.',
}

function problem(
  status: number,
  code: string,
  detail: string,
  lang: 'fr' | 'en',
  requestId: string,
  fields: readonly FieldFault[] = [],
  collision: Fault['collision'] = null,
): Response {
  const errors = fields.map((it) => ({ field: it.field, reason: it.reason, detail: faultSentence(lang, it) }))
  const body = {
    type: `urn:recoupe:${code}`,
    title: code,
    status,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
    ...(collision ? { collision } : {}),
    requestId,
  }
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': lang })
  if (status === 429 || status === 503) headers.set('Retry-After', String(RETRY_SECONDS))
  return closed(new Response(JSON.stringify(body), { status, headers }))
}

/** What the desk answers is for this reader, now: no cache keeps it, no browser guesses its kind. A handler that said otherwise is left alone. */
function closed(response: Response): Response {
  const { headers } = response
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  if (!headers.has('X-Content-Type-Options')) headers.set('X-Content-Type-Options', 'nosniff')
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'same-origin')
  return response
}
