/**
 * Headers that only Next or a trusted proxy may write. Several of Next's past holes were an internal name accepted from
 * outside, so none of them reaches it.
 */
const INTERNAL = new Set([
  'next-resume',
  'x-next-resume-state-length',
  'x-matched-path',
  'x-now-route-matches',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-nonce',
])
const INTERNAL_PREFIXES = ['x-middleware-', 'x-nextjs-', 'x-invoke-']
/** What Next's own client sends in development. */
const HONEST = new Set(['x-nextjs-request-id', 'x-nextjs-html-request-id'])
const FORWARDED = /^(?:forwarded|x-forwarded-.+)$/

/**
 * @param {string} name in lower case @param {boolean} trustsProxy @returns {boolean}
 */
export const isForbidden = (name, trustsProxy) =>
  INTERNAL.has(name) ||
  (INTERNAL_PREFIXES.some((prefix) => name.startsWith(prefix)) && !HONEST.has(name)) ||
  (!trustsProxy && FORWARDED.test(name))

/**
 * Takes the forbidden ones off a request, in the parsed headers and in the raw ones.
 * @param {{ headers: Record<string, unknown>, rawHeaders?: string[] }} request @param {boolean} trustsProxy
 */
export function stripInbound(request, trustsProxy) {
  let isClean = true
  for (const name in request.headers)
    if (isForbidden(name, trustsProxy)) {
      delete request.headers[name]
      isClean = false
    }
  if (isClean || !request.rawHeaders) return
  const kept = []
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i] ?? ''
    if (!isForbidden(name.toLowerCase(), trustsProxy)) kept.push(name, request.rawHeaders[i + 1] ?? '')
  }
  request.rawHeaders.splice(0, request.rawHeaders.length, ...kept)
}
