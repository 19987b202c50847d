import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { deskDb } from '@/lib/data/db'
import { type LiveSession, liveSession } from '@/lib/data/sessions'
import type { Actor } from '@/lib/domain/permission'
import { signOut } from '@/lib/services/sign-out'
import { safeNext } from './safe-next'
import { sessionCookieName, sessionCookieOptions } from './session-cookie'

export type { LiveSession }

/** The session of this request, or null. Looked up once per request, never remembered between requests. */
export const sessionOfRequest = cache(async (): Promise<LiveSession | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  return token ? liveSession(deskDb(), token) : null
})

/** Who a session speaks for. */
export const actorOf = (session: LiveSession | null): Actor =>
  session && { id: session.userId, role: session.role, isSourceKeeper: session.isSourceKeeper }

/** Who asks. `null` is a stranger. */
export const actorOfRequest = async (): Promise<Actor> => actorOf(await sessionOfRequest())

/** Header in which `proxy.ts` tells a page its own address; what a client sends under this name is overwritten there. */
export const PATH_HEADER = 'x-recoupe-path'

/** The session, or the way to the sign-in page and back. For pages and layouts of the desk, before the first byte. */
export async function requireSession(lang: 'fr' | 'en'): Promise<LiveSession> {
  const session = await sessionOfRequest()
  if (session) return session
  const here = safeNext((await headers()).get(PATH_HEADER), `/${lang}/desk`)
  redirect(`/${lang}/sign-in?next=${encodeURIComponent(here)}`)
}

/** Hands a new session to the browser that asked for it (in an action or a route handler); the one it had is ended. */
export async function keepSession(token: string): Promise<void> {
  const jar = await cookies()
  const before = jar.get(sessionCookieName())?.value
  if (before && before !== token) await signOut({ db: deskDb() }, before)
  jar.set(sessionCookieName(), token, sessionCookieOptions())
}
