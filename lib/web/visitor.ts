import 'server-only'
import type { Visitor } from '@/lib/services/sign-in'
import { clientAddress } from './client-address'
import { sessionCookieName } from './session-cookie'

type Lookup = { get(name: string): string | null }

/** Who is at the door: the address counted, the browser's name, and the session a new one replaces. */
export const visitorOf = (headers: Lookup, cookie: (name: string) => string | undefined): Visitor => ({
  address: clientAddress(headers),
  userAgent: headers.get('user-agent'),
  replaces: cookie(sessionCookieName()) ?? null,
})
