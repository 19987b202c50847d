import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { env } from '@/lib/env'
import { deskOfRequest } from './desk'
import { closed, HttpRefusal, languageOf, problemOf } from './problem'
import { originOf, senderOf } from './request-guard'
import { sessionCookieName } from './session-cookie'

/** Largest JSON body: a claim with a long chain and three languages is about 20 kB. */
export const MAX_JSON_BYTES = 256 * 1_024

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
export function guard(request: NextRequest): void {
  refuseCompressed(request)
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const from = originOf(senderOf(request.headers), env().RECOUPE_URL)
  if (from === 'own') return
  if (from === 'silent' && !request.cookies.has(sessionCookieName())) return
  throw new Fault('forbidden', 'not sent by one of our pages')
}

/** Bodies are counted as they are sent, so they come as they are (trust.md I2). */
export function refuseCompressed(request: NextRequest): void {
  const encoding = request.headers.get('content-encoding')
  if (encoding !== null && encoding.toLowerCase() !== 'identity')
    throw new HttpRefusal(415, {
      fr: 'Le corps de la requête est compressé. Envoyez-le tel quel, sans Content-Encoding.',
      en: 'The body is compressed. Send it as it is, without Content-Encoding.',
    })
}

/** A JSON body of at most `limit` bytes, parsed and checked; anything else is refused before it is read to the end. */
export async function jsonBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  limit: number = MAX_JSON_BYTES,
): Promise<z.output<S>> {
  const strict = schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema
  return readInput(strict, jsonOf(request, await bodyBytes(request, limit))) as z.output<S>
}

/** What these bytes say, when they are announced as JSON and are. */
export function jsonOf(request: Request, bytes: Uint8Array): unknown {
  if (!/^application\/(json|[a-z0-9.+-]+\+json)\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new HttpRefusal(415, {
      fr: 'Le corps doit être du JSON, annoncé par Content-Type: application/json.',
      en: 'The body must be JSON, announced by Content-Type: application/json.',
    })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new HttpRefusal(400, {
      fr: 'Le corps n’est pas du JSON lisible en UTF-8. Vérifiez les virgules, les guillemets et l’encodage.',
      en: 'The body is not readable JSON in UTF-8. Check commas, quotation marks and encoding.',
    })
  }
}

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
