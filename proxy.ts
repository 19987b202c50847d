import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'

/** Where a page of the app finds its own address (lib/web/session.ts). */
const PATH_HEADER = 'x-recoupe-path'
/** 128 bits, new for every request: nobody guesses it, no cache may keep it. */
const NONCE_BYTES = 16
const YEAR_SECONDS = 31_536_000

/**
 * The content policy of the app part, and nothing else: no authorisation is decided here (it has been bypassed too
 * often, trust.md 3.2), and the public documents never pass. What a client sends under these names is overwritten.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))).toString('base64')
  const policy = policyWith(nonce)
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy) // Next reads the nonce from here and puts it on its scripts
  headers.delete('Content-Security-Policy-Report-Only')
  headers.set('x-nonce', nonce)
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (env().RECOUPE_URL.startsWith('https:'))
    response.headers.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`)
  return response
}

/** Development needs eval for React's stack traces and inline styles for its overlay; production needs neither. */
function policyWith(nonce: string): string {
  const isDevelopment = env().NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}

export const config = {
  matcher: ['/(fr|en)/(desk|sign-in|invitation)', '/(fr|en)/(desk|sign-in|invitation)/:path*'],
}
