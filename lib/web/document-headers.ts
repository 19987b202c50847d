import 'server-only'
/** What a public answer is: a page, a card for somebody else's page, or a file for machines. */
export type DocumentKind = 'page' | 'embed' | 'xml' | 'text'

const TYPE: Record<DocumentKind, string> = {
  page: 'text/html; charset=utf-8',
  embed: 'text/html; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  text: 'text/plain; charset=utf-8',
}

const policy = (ancestors: string): string =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`

/** Thirty seconds in a shared cache, then served once more while it is fetched again. A reader's browser always asks. */
export const FRESH = 'public, max-age=0, s-maxage=30, stale-while-revalidate=60'
/** An address that answers nothing may answer something soon. */
export const SOON = 'public, max-age=0, s-maxage=5'
export const NEVER = 'no-store'

/** Name and value in turn, as Node writes them. No cookie, ever; no script may run, whatever the markup says. */
export const documentHeaders = (kind: DocumentKind, cacheControl: string): string[] => [
  'Content-Type',
  TYPE[kind],
  'Cache-Control',
  cacheControl,
  'Content-Security-Policy',
  policy(kind === 'embed' ? '*' : "'none'"),
  'X-Content-Type-Options',
  'nosniff',
  'Referrer-Policy',
  'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy',
  'same-origin',
  'Cross-Origin-Resource-Policy',
  kind === 'embed' ? 'cross-origin' : 'same-origin',
  'Permissions-Policy',
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
]
