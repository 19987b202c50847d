import 'server-only'
/** The encodings we keep, best first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The quality a client gives one encoding: named, else by `*`, else 0 (identity is always acceptable unless it is refused). */
function qualityOf(encoding: Encoding, stated: ReadonlyMap<string, number>): number {
  const named = stated.get(encoding)
  if (named !== undefined) return named
  const any = stated.get('*')
  if (encoding !== 'identity') return any ?? 0
  // Listed nowhere, plain bytes are the last resort, not a refusal (RFC 9110, 12.5.3).
  return any === 0 ? 0 : 0.001
}

function read(header: string): Encoding {
  const stated = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name, ...parameters] = part.split(';')
    const q = parameters
      .map((it) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(it)?.[1])
      .find((it) => it !== undefined)
    const coding = name?.trim() ?? ''
    if (coding !== '') stated.set(coding === 'x-gzip' ? 'gzip' : coding, q === undefined ? 1 : Number(q))
  }
  let best: Encoding = 'identity'
  let quality = qualityOf('identity', stated)
  for (const encoding of ['gzip', 'br'] as const) {
    const q = qualityOf(encoding, stated)
    // At equal quality the smaller wins.
    if (q > 0 && q >= quality) [best, quality] = [encoding, q]
  }
  return best
}

/** Browsers send a handful of different headers: what each means is worked out once. */
const known = new Map<string, Encoding>()
const KNOWN_MAX = 500

/** The encoding to answer with, from Accept-Encoding; plain bytes when it is absent or asks for none we have. */
export function preferredEncoding(header: string | null | undefined): Encoding {
  if (!header) return 'identity'
  const before = known.get(header)
  if (before !== undefined) return before
  const encoding = read(header)
  if (known.size < KNOWN_MAX && header.length < 200) known.set(header, encoding)
  return encoding
}

/** The tag of one encoding of a document: bytes that differ have tags that differ. */
export const tagOf = (etag: string, encoding: Encoding): string =>
  encoding === 'identity' ? etag : `${etag.slice(0, -1)}-${encoding}"`

const opaque = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/-(?:br|gzip)"$/, '"')

/** Whether a reader already has this document, whatever the encoding it was received in (RFC 9110, 13.1.2: weak comparison). */
export function isKnownTo(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch.trim() === '*') return true
  const wanted = opaque(etag)
  return (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some((tag) => opaque(tag) === wanted)
}
