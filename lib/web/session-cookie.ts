import 'server-only'
import { ABSOLUTE_HOURS } from '@/lib/data/sessions'
import { env } from '@/lib/env'

const isHttps = () => env().RECOUPE_URL.startsWith('https:')

/** `__Host-` over https: no other host, path or subdomain can set it (trust.md B1). */
export const sessionCookieName = (): string => (isHttps() ? '__Host-recoupe.session' : 'recoupe.session')

/** The cookie of a session. It outlives the session at most: the table decides. */
export const sessionCookieOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: isHttps(),
  maxAge: ABSOLUTE_HOURS * 3_600,
})
