import 'server-only'
import { createHash } from 'node:crypto'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { answerOnce, type KeptAnswer } from '@/lib/services/answer-once'
import { HttpRefusal } from '../problem'

/** Refusals that stay what they are, and are answered again under their key. The others may go better the next time. */
const FINAL = [404, 409, 412, 422]

/** The key: a quoted string (RFC 8941), or bare as some clients send it. Null without the header. */
export function keyIn(header: string | null): string | null {
  if (header === null) return null
  const key = /^\s*(?:"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x2b\x2d-\x3a\x3c-\x7e]{1,255}))\s*$/.exec(
    header,
  )
  const letters = key?.[1] ?? key?.[2]
  if (letters !== undefined) return letters
  throw new HttpRefusal(400, {
    fr: 'Idempotency-Key a de 1 à 255 caractères, entre guillemets ou sans : par exemple un UUID.',
    en: 'Idempotency-Key has 1 to 255 characters, in quotation marks or without: a UUID for instance.',
  })
}

type Asked = {
  desk: Desk<PrismaClient>
  key: string
  route: string
  bytes: Uint8Array
  work: (desk: Desk<PrismaClient>) => Promise<unknown>
  answerOf: (value: unknown) => KeptAnswer
  /** The answer to a failure, as it will be sent. */
  refusalOf: (error: unknown) => Response
}

/** Runs a request that brought a key, once; says the kept answer when it came before. */
export async function onlyOnce({ desk, key, route, bytes, work, answerOf, refusalOf }: Asked): Promise<Response> {
  const once = await answerOnce(desk, {
    route,
    key,
    fingerprint: createHash('sha256').update(bytes).digest(),
    work,
    answerOf,
    async refusalOf(error) {
      if (!(error instanceof Fault || error instanceof HttpRefusal)) return null
      const response = refusalOf(error)
      return FINAL.includes(response.status)
        ? {
            status: response.status,
            body: await response.text(),
            location: null,
            language: response.headers.get('content-language'),
          }
        : null
    },
  })
  if (once === 'reused')
    throw new HttpRefusal(
      422,
      {
        fr: 'Cette Idempotency-Key est déjà venue avec un autre corps. Prenez une clé nouvelle pour une demande nouvelle.',
        en: 'This Idempotency-Key came with another body before. Use a new key for a new request.',
      },
      { code: 'idempotency_reused' },
    )
  if (once === 'in_flight')
    throw new HttpRefusal(
      409,
      {
        fr: 'Une demande avec cette Idempotency-Key est en cours. Redemandez dans un instant.',
        en: 'A request with this Idempotency-Key is being worked on. Ask again in a moment.',
      },
      { code: 'idempotency_in_flight', headers: { 'Retry-After': '1' } },
    )
  const { status, body, location, language } = once.answer
  const headers = new Headers({
    'Content-Type': status < 300 ? 'application/json' : 'application/problem+json; charset=utf-8',
  })
  if (location !== null) headers.set('Location', location)
  if (language !== null) headers.set('Content-Language', language)
  if (once.isReplayed) headers.set('Idempotency-Replayed', 'true')
  return new Response(body, { status, headers })
}
