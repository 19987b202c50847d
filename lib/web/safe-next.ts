/** Longest way back we keep: a filtered queue is about 300 characters. */
const MAX_NEXT_LENGTH = 2_000
/** A base that exists nowhere: an address that leaves it is not ours. */
const BASE = 'http://recoupe.invalid'

/**
 * A path on this site, or the fallback. Whoever wrote the link, the reader stays here: no scheme, no host, no backslash,
 * no control character, and never a path that a browser would read as `//host`.
 */
export function safeNext(raw: string | null | undefined, fallback = '/'): string {
  if (typeof raw !== 'string' || raw.length === 0 || raw.length > MAX_NEXT_LENGTH) return fallback
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tabs and line feeds inside an address
  if (!/^\/(?![/\\])/.test(raw) || /[\\\u0000-\u0020\u007F-\u009F]/.test(raw) || !raw.isWellFormed()) return fallback
  // A path that only becomes dangerous once decoded (%2f%2fevil, /%2fevil, /%5cevil) is not one of ours either.
  if (/^\/*%(2f|5c|0[0-9a-f]|1[0-9a-f]|25)/i.test(raw)) return fallback
  let url: URL
  try {
    url = new URL(raw, BASE)
  } catch {
    return fallback // an address that cannot be parsed leads nowhere; nothing is lost by going to the fallback
  }
  const path = `${url.pathname}${url.search}${url.hash}`
  return url.origin === BASE && !path.startsWith('//') ? path : fallback
}
