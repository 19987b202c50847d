import 'server-only'
import { env } from '@/lib/env'
import { safeNext } from './safe-next'

type Asked = Record<string, string | string[] | undefined>

/** Where to go after signing in: `next`, or next-auth's own `callbackUrl`, if it is a page of ours. */
export function wayBack(asked: Asked, fallback: string): string {
  const raw = asked.next ?? asked.callbackUrl
  if (typeof raw !== 'string') return fallback
  const base = new URL(env().RECOUPE_URL).origin
  const path = safeNext(raw.startsWith(`${base}/`) ? raw.slice(base.length) : raw, fallback)
  // The front page and the door itself are no places to arrive at.
  return path === '/' || /^\/(fr|en)\/sign-in/.test(path) ? fallback : path
}
