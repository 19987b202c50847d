import 'server-only'
import type { NextRequest } from 'next/server'
import { deskDb } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Scope } from '@/lib/domain/api-token'
import type { Desk } from '@/lib/domain/desk'
import { env } from '@/lib/env'
import { loadTokenOwner } from '@/lib/services/load-token-owner'
import { takeApiShare } from '@/lib/services/take-api-share'
import { clientAddress } from '../client-address'
import { deskOfRequest } from '../desk'
import { HttpRefusal } from '../problem'
import { guard, refuseCompressed } from '../route'
import { deskAt } from '../script-desk'
import type { Operation } from './operation'

/** Who asks: the desk they act on, and what their token may do (null: a session may what its person may). */
export type Caller = { desk: Desk<PrismaClient>; scopes: readonly Scope[] | null }

/** A challenge that tells a client to send a token (RFC 6750). */
const challenge = (error?: string) => ({
  'WWW-Authenticate': `Bearer realm="recoupe"${error ? `, error="${error}"` : ''}`,
})

/**
 * The owner of the token, or the session of the browser. A token stands alone: no cookie is looked at beside it, and it needs no
 * proof of where it was sent from, because no browser adds it by itself. It never opens a protected identity.
 */
export async function callerOf(request: NextRequest): Promise<Caller> {
  const authorization = request.headers.get('authorization')
  if (authorization === null) {
    guard(request)
    return { desk: await deskOfRequest(), scopes: null }
  }
  refuseCompressed(request)
  const letters = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  const token = letters === undefined ? null : await loadTokenOwner({ db: deskDb() }, letters)
  if (token === null)
    throw new HttpRefusal(
      401,
      {
        fr: 'Ce jeton n’ouvre rien : inconnu, expiré ou révoqué. Créez-en un sur la page de votre compte.',
        en: 'This token opens nothing: unknown, expired or revoked. Make one on the page of your account.',
      },
      { code: 'not_signed_in', headers: challenge('invalid_token') },
    )
  return {
    desk: deskAt({ id: token.userId, role: token.role, isSourceKeeper: false }, token.now),
    scopes: token.scopes,
  }
}

/** Refuses who is not signed in where that is needed, and a token that was not made for this. */
export function admit({ desk, scopes }: Caller, operation: Operation): void {
  if (desk.actor === null && !operation.isOpen)
    throw new HttpRefusal(
      401,
      {
        fr: 'Envoyez un jeton personnel : Authorization: Bearer … Les jetons se créent sur la page de votre compte.',
        en: 'Send a personal token: Authorization: Bearer … Tokens are made on the page of your account.',
      },
      { code: 'not_signed_in', headers: challenge() },
    )
  // Where the body decides, it is asked again once that is read.
  if (operation.scopeFor === undefined) admitScope(scopes, operation.scope)
}

/** Refuses a token that was not made for this. */
export function admitScope(scopes: Caller['scopes'], scope: Scope): void {
  if (scopes === null || scopes.includes(scope)) return
  throw new HttpRefusal(
    403,
    {
      fr: `Ce jeton n’a pas la portée ${scope}. Créez-en un qui l’a, si votre rôle le permet.`,
      en: `This token does not have the scope ${scope}. Make one that has, if your role allows it.`,
    },
    { code: 'insufficient_scope', headers: challenge('insufficient_scope'), members: { scope } },
  )
}

const MINUTE = 60
/** For each address of strangers: fifty a second for a whole minute (trust.md I7). */
const STRANGERS = 3_000

/** The only place that knows what the headers of the draft on rate limits look like; they have changed twice. */
const limitHeaders = (policy: string, limit: number, left: number, seconds: number): Record<string, string> => ({
  'RateLimit-Policy': `"${policy}";q=${limit};w=${MINUTE}`,
  RateLimit: `"${policy}";r=${Math.max(0, left)};t=${seconds}`,
})

/** Counts this request. The headers that every answer carries, or a 429 that says when there is more. */
export async function countRequest(request: NextRequest, { desk }: Caller): Promise<Record<string, string>> {
  const isKnown = desk.actor !== null
  const [policy, limit] = isKnown
    ? (['default', env().RECOUPE_API_QUOTA] as const)
    : (['anonymous', STRANGERS] as const)
  const who = desk.actor?.id ?? clientAddress(request.headers)
  const { left, seconds } = await takeApiShare({ db: deskDb() }, who, { limit, seconds: MINUTE })
  const headers = limitHeaders(policy, limit, left, seconds)
  if (left >= 0) return headers
  throw new HttpRefusal(
    429,
    {
      fr: `Trop de demandes : ${limit} par minute au plus. Réessayez dans ${seconds} s.`,
      en: `Too many requests: ${limit} a minute at most. Try again in ${seconds} s.`,
    },
    {
      code: 'quota_exceeded',
      headers: { ...headers, 'Retry-After': String(seconds) },
      members: { 'violated-policies': [policy] },
    },
  )
}
