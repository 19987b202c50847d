import 'server-only'
import { env } from '@/lib/env'

/**
 * Header in which `instrumentation.ts` writes the address of the socket on every request, over whatever a client sent
 * under that name. Next itself keeps a client's `x-forwarded-for`, so that one can be forged.
 */
export const SOCKET_HEADER = 'x-recoupe-socket'
/** Longest textual address: an IPv6 with an embedded IPv4 and a zone. */
const MAX_ADDRESS = 64

/**
 * Who asks, for counting tries: the socket, or, behind a proxy we were told to trust, the last address of
 * `X-Forwarded-For`, the one that proxy added itself. An IPv6 subscriber owns a whole /64, so that is what is counted.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const forwarded = env().RECOUPE_TRUST_PROXY === '1' ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : null
  return networkOf((forwarded || headers.get(SOCKET_HEADER) || 'unknown').slice(0, MAX_ADDRESS).toLowerCase())
}

/** An IPv4 address as it is; an IPv6 address as its first four groups. */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)
  if (v4?.[1]) return v4[1]
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const gap = address.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  const groups = [...left, ...gap, ...right].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
