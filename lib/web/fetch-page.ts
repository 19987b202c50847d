import 'server-only'
import { request as http, type IncomingMessage } from 'node:http'
import { request as https } from 'node:https'
import { MAX_DISPATCH_PAGE, type PageRefusal } from '@/lib/domain/dispatch-file'
import { env } from '@/lib/env'
import { checked, PUBLIC, type Reach, target } from './outgoing'

export type PageFetched =
  | { ok: true; bytes: Buffer; charset: string | null; url: string }
  | { ok: false; reason: PageRefusal }

/** Whether the operator lets this server fetch pages at all. */
export const fetchesPages = (): boolean => env().RECOUPE_URL_IMPORT === '1'

const TOTAL_MS = 10_000
const CONNECT_MS = 5_000
const MOST_REDIRECTS = 2
const TYPES = /^(?:text\/html|text\/plain|application\/xhtml\+xml)\s*(?:;|$)/iu

/**
 * A page of the public internet, as bytes. Each address on the way is checked before it is asked and again when it is
 * connected to; nothing compressed is taken, because unpacking is where a small answer becomes a large one (trust.md G). No
 * cookie, no referrer, nothing that says who asks.
 */
export async function fetchPage(address: string, reach: Reach = PUBLIC): Promise<PageFetched> {
  const signal = AbortSignal.timeout(TOTAL_MS)
  let at = withoutFragment(address)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const url = target(at, reach)
    if (url === null) return { ok: false, reason: 'page_refused' }
    const answer = await ask(url, reach, signal)
    if (answer === null) return { ok: false, reason: 'page_refused' }
    const { statusCode = 0, headers } = answer
    if (statusCode >= 300 && statusCode < 400 && headers.location && URL.canParse(headers.location, url)) {
      answer.destroy()
      at = withoutFragment(new URL(headers.location, url).href)
      continue
    }
    const type = headers['content-type'] ?? ''
    const encoding = headers['content-encoding'] ?? 'identity'
    if (statusCode !== 200 || !TYPES.test(type) || encoding !== 'identity') {
      answer.destroy()
      return { ok: false, reason: statusCode === 200 ? 'page_not_text' : 'page_refused' }
    }
    const bytes = await bodyOf(answer)
    return typeof bytes === 'string' ? { ok: false, reason: bytes } : { ok: true, bytes, charset: type, url: url.href }
  }
  return { ok: false, reason: 'page_refused' }
}

const withoutFragment = (address: string): string => address.trim().replace(/#.*$/su, '')

/** The head of an answer; null when nobody answers, or somebody who may not be asked. */
const ask = (url: URL, reach: Reach, signal: AbortSignal): Promise<IncomingMessage | null> =>
  new Promise((resolve) => {
    const asking = (url.protocol === 'https:' ? https : http)(
      url,
      {
        agent: false,
        lookup: checked(reach),
        signal,
        headers: {
          Accept: 'text/html, application/xhtml+xml, text/plain',
          'Accept-Encoding': 'identity',
          'User-Agent': 'Recoupe',
        },
      },
      resolve,
    )
    asking.on('socket', (socket) => {
      const timer = setTimeout(() => socket.destroy(new Error('connecting took too long')), CONNECT_MS)
      socket.once('connect', () => clearTimeout(timer))
      socket.once('close', () => clearTimeout(timer))
    })
    asking.on('error', () => resolve(null))
    asking.end()
  })

async function bodyOf(answer: IncomingMessage): Promise<Buffer | PageRefusal> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of answer) {
      length += (part as Buffer).length
      if (length > MAX_DISPATCH_PAGE) {
        answer.destroy()
        return 'page_too_large'
      }
      parts.push(part as Buffer)
    }
  } catch {
    return 'page_refused' // cut off, or slower than ten seconds in all
  }
  const stated = Number(answer.headers['content-length'] ?? length)
  return stated === length ? Buffer.concat(parts) : 'page_refused'
}
