import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notFoundDocument } from '@/lib/present/documents/not-found-document'
import { readable404 } from '@/lib/web/readable-404'
import { contextIn } from '../present/mali'

/** Answers as Next does: in pieces, and compressed when told so. */
let server: Server
let base = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    readable404(request, response, (lang) => notFoundDocument(contextIn(lang)))
    const asked = new URL(request.url ?? '', 'http://x').searchParams
    response.statusCode = Number(asked.get('status') ?? 404)
    response.setHeader('Content-Type', asked.get('type') ?? 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', "default-src 'self'")
    const blank = '<html id="__next_error__"></html>'
    if (asked.has('gzip')) {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(gzipSync(blank))
      return
    }
    response.write(blank.slice(0, 5))
    response.end(blank.slice(5))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

describe('nothing at an address of the desk', () => {
  test.each([
    ['/fr/desk/claims/nowhere', '<html lang="fr"'],
    ['/en/sign-in/nowhere', '<html lang="en"'],
    ['/en/desk/claims/nowhere?gzip', '<html lang="en"'],
  ])('%s is said in words that need no script', async (path, opening) => {
    const answer = await fetch(base + path)
    const html = await answer.text()
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'")
    expect(html).toContain(opening)
    expect(html).toContain('<h1')
    expect(html).not.toMatch(/<script|__next_error__/)
  })

  test('is said in the head alone to who asks for the head alone', async () => {
    const answer = await fetch(`${base}/fr/desk/nowhere`, { method: 'HEAD' })
    expect(answer.status).toBe(404)
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(500)
  })

  test('is left alone where it is no page, for the script of a page, and on every other address', async () => {
    const blank = '<html id="__next_error__"></html>'
    for (const [path, headers] of [
      ['/fr/desk/claims?status=200', {}],
      ['/fr/desk/claims/nowhere?type=text/x-component', {}],
      ['/fr/desk/claims/nowhere', { rsc: '1' }],
      ['/fr/deskless/nowhere', {}],
      ['/fr/claims/nowhere', {}],
    ] as const)
      expect(await (await fetch(base + path, { headers })).text(), path).toBe(blank)
    const zipped = await fetch(`${base}/fr/claims?gzip&status=200`)
    expect(await zipped.text()).toBe(gunzipSync(gzipSync(blank)).toString())
  })
})
