import 'server-only'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { deskDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { env } from '@/lib/env'
import { signOut } from '@/lib/services/sign-out'
import { authOptions, callbackCookieName, ownPath, type Refusal } from './auth-options'
import { HttpRefusal, languageOf, problemOf } from './problem'
import { originOf, senderOf } from './request-guard'
import { bodyBytes } from './route'
import { sessionCookieName, sessionCookieOptions } from './session-cookie'
import { visitorOf } from './visitor'

/** Forms of next-auth are a few short fields. */
const MAX_AUTH_BYTES = 16 * 1_024
/** What next-auth answers here. `_log`, which lets a stranger write our log, and the rest do not exist. */
const ACTIONS = new Set(['providers', 'session', 'csrf', 'signin', 'signout', 'callback', 'error'])

/**
 * `/api/auth/*`: next-auth behind a door of ours. What a browser sends is cleaned first, so that a bad cookie or a bad
 * address is an ordinary request and never an exception; what next-auth answers is closed to every cache.
 */
export async function answerAuth(request: Request, segments: readonly string[]): Promise<Response> {
  const lang = languageOf(request)
  try {
    const [action = '', providerId] = segments
    const isKnownProvider = providerId === undefined || providerId === 'credentials'
    if (!ACTIONS.has(action) || !isKnownProvider || segments.length > 2) throw new Fault('not_found', 'auth action')
    const cookies = cookiesOf(request)
    const body = request.method === 'POST' ? await formOf(request) : undefined
    if (request.method === 'POST') guard(request, cookies)
    if (action === 'signout' && request.method === 'POST' && body?.csrfToken === undefined)
      return await signOutByForm(cookies, lang, body ?? {})
    return await askNextAuth(request, segments, cookies, body, lang)
  } catch (error) {
    return problemOf(error, lang)
  }
}

/** Our own sign-out button: a plain form, which needs neither JavaScript nor a token, because the browser says where it comes from. */
async function signOutByForm(
  cookies: Map<string, string>,
  lang: 'fr' | 'en',
  body: Record<string, string>,
): Promise<Response> {
  const token = cookies.get(sessionCookieName())
  if (token) await signOut({ db: deskDb() }, token)
  const headers = new Headers({ Location: ownPath(body.callbackUrl ?? `/${lang}`, new URL(env().RECOUPE_URL).origin) })
  headers.append('Set-Cookie', expiredCookie())
  return closed(new Response(null, { status: 303, headers }), true)
}

async function askNextAuth(
  request: Request,
  segments: readonly string[],
  cookies: Map<string, string>,
  body: Record<string, string> | undefined,
  lang: 'fr' | 'en',
): Promise<Response> {
  process.env.NEXTAUTH_URL = env().RECOUPE_URL // read by next-auth itself; never the Host header
  const base = new URL(env().RECOUPE_URL).origin
  const query: Record<string, string | string[]> = Object.fromEntries(new URL(request.url).searchParams)
  for (const from of [query, body ?? {}])
    if (from.callbackUrl !== undefined) from.callbackUrl = ownPath(String(from.callbackUrl), base)
  const back = cookies.get(callbackCookieName())
  if (back !== undefined) cookies.set(callbackCookieName(), `${base}${ownPath(back, base)}`)

  const refusal: Refusal = { isTooMany: false }
  const req = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: Object.fromEntries(cookies),
    query: { ...query, nextauth: [...segments] },
    body,
  }
  const answer = newAnswer()
  const visitor = visitorOf(request.headers, (name) => cookies.get(name))
  await NextAuth(
    req as unknown as NextApiRequest,
    answer.res as unknown as NextApiResponse,
    authOptions(lang, visitor, refusal),
  )
  if (refusal.isTooMany) throw new Fault('too_many', 'sign-in')
  return closed(answer.toResponse(), segments[0] === 'signout' && request.method === 'POST')
}

function guard(request: Request, cookies: Map<string, string>): void {
  const from = originOf(senderOf(request.headers), env().RECOUPE_URL)
  if (from === 'foreign' || (from === 'silent' && cookies.has(sessionCookieName())))
    throw new Fault('forbidden', 'not sent by one of our pages')
}

async function formOf(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get('content-type') ?? ''
  const text = new TextDecoder().decode(await bodyBytes(request, MAX_AUTH_BYTES))
  if (/^application\/x-www-form-urlencoded/i.test(type) || text === '')
    return Object.fromEntries(new URLSearchParams(text))
  if (!/^application\/json/i.test(type))
    throw new HttpRefusal(415, {
      fr: 'Envoyez un formulaire (application/x-www-form-urlencoded) ou du JSON.',
      en: 'Send a form (application/x-www-form-urlencoded) or JSON.',
    })
  try {
    const json: unknown = JSON.parse(text)
    if (json === null || typeof json !== 'object' || Array.isArray(json)) throw new SyntaxError('not an object')
    return json as Record<string, string>
  } catch {
    throw new HttpRefusal(400, { fr: 'Le corps n’est pas du JSON lisible.', en: 'The body is not readable JSON.' })
  }
}

function cookiesOf(request: Request): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 0) continue
    const name = pair.slice(0, at).trim()
    // The first cookie of a name counts, as for browsers' own parsers: a tossed second one changes nothing.
    if (name && !cookies.has(name)) cookies.set(name, decoded(pair.slice(at + 1).trim()))
  }
  return cookies
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value // not ours: ours are always decodable
  }
}

/** As much of a Node response as next-auth uses. */
function newAnswer() {
  let status = 200
  let body: string | null = null
  const headers = new Map<string, string | string[]>()
  const res = {
    status(code: number) {
      status = code
      return res
    },
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value)
      return res
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    json(value: unknown) {
      headers.set('content-type', 'application/json')
      body = JSON.stringify(value)
    },
    send(value: unknown) {
      if (value !== undefined) body = typeof value === 'string' ? value : JSON.stringify(value)
    },
    end: () => undefined,
  }
  const toResponse = () => {
    const out = new Headers()
    for (const [name, value] of headers) for (const one of [value].flat()) out.append(name, one)
    return new Response(body, { status, headers: out })
  }
  return { res, toResponse }
}

function closed(response: Response, isGoodbye: boolean): Response {
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.set('X-Content-Type-Options', 'nosniff')
  response.headers.set('Referrer-Policy', 'same-origin')
  response.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  // Nothing of the desk stays behind on a shared computer (trust.md D12).
  if (isGoodbye) response.headers.set('Clear-Site-Data', '"cache", "storage"')
  return response
}

const expiredCookie = () => {
  const { secure } = sessionCookieOptions()
  return `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
