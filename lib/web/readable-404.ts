import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLanguage, type Language } from '@/lib/domain/vocabulary'

const APP_PATH = /^\/(fr|en)\/(?:desk|sign-in|invitation)(?:[/?]|$)/

/**
 * Next answers "nothing here" below the desk with a page that only its script can fill. What a browser is sent instead is the
 * public document that says the same and needs no script. Call it before Next gets the request; what Next's own script asks
 * for is left alone, and so is every other answer.
 */
export function readable404(
  request: IncomingMessage,
  response: ServerResponse,
  pageIn: (lang: Language) => string,
): void {
  const [, lang] = APP_PATH.exec(request.url ?? '') ?? []
  if (
    lang === undefined ||
    !isLanguage(lang) ||
    request.headers.rsc !== undefined ||
    request.headers['next-action'] !== undefined
  )
    return
  const sent = { writeHead: response.writeHead, write: response.write, end: response.end }
  let page: Buffer | null = null

  response.writeHead = ((...head: Parameters<ServerResponse['writeHead']>) => {
    const isPage = String(response.getHeader('Content-Type') ?? '').startsWith('text/html')
    if (head[0] !== 404 || !isPage) return sent.writeHead.apply(response, head)
    page = Buffer.from(pageIn(lang))
    for (const name of ['Content-Encoding', 'Transfer-Encoding', 'ETag', 'Link']) response.removeHeader(name)
    response.setHeader('Content-Length', page.length)
    return sent.writeHead.call(response, 404)
  }) as ServerResponse['writeHead']

  response.write = ((...rest: Parameters<ServerResponse['write']>) => {
    if (response.statusCode === 404 && !response.headersSent) response.writeHead(response.statusCode)
    // Taken and dropped: the whole page is sent at the end.
    return page === null ? sent.write.apply(response, rest) : true
  }) as ServerResponse['write']

  response.end = ((...rest: Parameters<ServerResponse['end']>) => {
    if (response.statusCode === 404 && !response.headersSent) response.writeHead(response.statusCode)
    if (page === null) return sent.end.apply(response, rest)
    const done = rest.find((it) => typeof it === 'function') as (() => void) | undefined
    return request.method === 'HEAD'
      ? sent.end.call(response, undefined, 'utf8', done)
      : sent.end.call(response, page, 'utf8', done)
  }) as ServerResponse['end']
}
