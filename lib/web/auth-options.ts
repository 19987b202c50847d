import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { decode as decodeJwt, encode as encodeJwt } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { deskDb } from '@/lib/data/db'
import { ABSOLUTE_HOURS, liveSession } from '@/lib/data/sessions'
import { Fault } from '@/lib/domain/fault'
import { env } from '@/lib/env'
import { SignIn, signIn, type Visitor } from '@/lib/services/sign-in'
import { signOut } from '@/lib/services/sign-out'
import { passwords } from './password'
import { safeNext } from './safe-next'
import { sessionCookieName, sessionCookieOptions } from './session-cookie'
import { logUnexpected, newRequestId } from './unexpected'

/** What our tokens carry inside this process. Outside there is only the session's random name. */
type Carried = {
  sub?: string
  sid?: string
  role?: string
  expires?: string
  name?: string | null
  email?: string | null
}

/** What `authorize` could not say through next-auth, which knows only yes and no. */
export type Refusal = { isTooMany: boolean }

/**
 * next-auth 4 with sessions of our own: the cookie holds 256 random bits, the table holds their hash, and what a session
 * may do is read from the table at every request. A copied cookie is dead after sign-out (trust.md 3.3).
 */
export function authOptions(lang: 'fr' | 'en', visitor: Visitor, refusal: Refusal): NextAuthOptions {
  const { secure } = sessionCookieOptions()
  const cookieOptions = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure }
  const prefix = secure ? '__Host-' : ''
  return {
    secret: env().NEXTAUTH_SECRET ?? developmentSecret(),
    session: { strategy: 'jwt', maxAge: ABSOLUTE_HOURS * 3_600 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions },
      callbackUrl: { name: callbackCookieName(), options: cookieOptions },
      csrfToken: { name: `${prefix}recoupe.csrf`, options: cookieOptions },
    },
    pages: { signIn: `/${lang}/sign-in`, signOut: `/${lang}/desk/account`, error: `/${lang}/sign-in` },
    // Only the code: next-auth hands over whole errors, and a session that has ended is not one.
    logger: {
      error: (code) => code !== 'JWT_SESSION_ERROR' && console.error(JSON.stringify({ where: 'next-auth', code })),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (raw) => authorize(raw, visitor, refusal),
      }),
    ],
    jwt: {
      async encode(params) {
        if (params.salt) return encodeJwt(params) // OAuth's own short-lived cookies, should a provider ever be added
        const { sid } = (params.token ?? {}) as Carried
        if (!sid) throw new Error('a session token was asked for without a session')
        return sid // never made anew here: a revoked session must not come back
      },
      async decode(params) {
        if (params.salt) return decodeJwt(params)
        const session = params.token ? await liveSession(deskDb(), params.token) : null
        if (!session) return null
        const carried: Carried = {
          sub: session.userId,
          sid: params.token as string,
          role: session.role,
          expires: session.absoluteExpiresAt.toISOString(),
          name: session.name,
          email: session.email,
        }
        return carried
      },
    },
    callbacks: {
      // `trigger: 'update'` brings data from the client: it is not looked at (trust.md B13).
      jwt: ({ token, user }) => (user ? { ...token, sid: (user as { sid?: string }).sid } : token),
      session: ({ token, session }) => {
        const { sub, role, expires, name } = token as Carried
        return { user: { id: sub, name, role }, expires: expires ?? session.expires } as never
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl)}`,
    },
    events: {
      async signOut({ token }) {
        const sid = (token as Carried | null)?.sid
        if (sid) await signOut({ db: deskDb() }, sid)
      },
    },
  }
}

/** Cookie in which next-auth remembers where to go back to. */
export const callbackCookieName = (): string => `${sessionCookieOptions().secure ? '__Host-' : ''}recoupe.callback-url`

/** An address of ours as a path; anything else, however it is written, is the front page. Never throws. */
export function ownPath(url: string, baseUrl: string): string {
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
  return safeNext(path, '/')
}

/** Yes or no; what went wrong inside stays inside (trust.md B16). */
async function authorize(
  raw: unknown,
  visitor: Visitor,
  refusal: Refusal,
): Promise<{ id: string; sid: string } | null> {
  try {
    const input = SignIn.pick({ email: true, password: true }).safeParse(raw)
    if (!input.success) return null
    const { userId, token } = await signIn({ db: deskDb() }, input.data, visitor, passwords)
    return { id: userId, sid: token }
  } catch (error) {
    if (error instanceof Fault) refusal.isTooMany = error.code === 'too_many'
    else logUnexpected(newRequestId(), 'authorize', error)
    return null
  }
}

/** Signs nothing but the CSRF token, and only where no secret was set: never in production (instrumentation.ts refuses to start). */
const developmentSecret = () => `development only: ${env().DATABASE_URL}`
