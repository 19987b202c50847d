import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fetchPage } from '@/lib/web/fetch-page'
import type { Reach } from '@/lib/web/outgoing'

vi.stubEnv('DATABASE_URL', 'postgresql://localhost/nowhere')

/** A network in which only this address is public; every name is there. */
const SMALL: Reach = {
  isAllowed: (address) => address === '127.0.0.1',
  ports: 'any',
  resolve: async (name) => [{ address: name === 'inside.example.org' ? '127.0.0.2' : '127.0.0.1', family: 4 }],
}
const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})
async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, host, done))
  return (server.address() as AddressInfo).port
}
const html = 'text/html; charset=iso-8859-1'
const reasonOf = async (address: string, reach = SMALL) => {
  const it = await fetchPage(address, reach)
  return it.ok ? null : it.reason
}

describe('a page is fetched', () => {
  test('with the encoding it came with, through two redirects, and says nothing of who asks', async () => {
    const heads: (string | undefined)[] = []
    const port = await serve(({ url, headers }, response) => {
      heads.push(headers.cookie, headers.referer, headers.authorization)
      if (url === '/a' || url === '/b') response.writeHead(302, { Location: url === '/a' ? '/b' : '/c' }).end()
      else response.writeHead(200, { 'Content-Type': html }).end(Buffer.from('Sévaré', 'latin1'))
    })
    expect(await fetchPage(` http://journal.example.org:${port}/a#part `, SMALL)).toEqual({
      ...{ ok: true, charset: html, url: `http://journal.example.org:${port}/c` },
      bytes: Buffer.from('Sévaré', 'latin1'),
    })
    expect(heads.filter((it) => it !== undefined)).toEqual([])
  })
})

describe('a page is refused', () => {
  test('when it leads on more than twice, or into the house, which is not asked', async () => {
    let asked = 0
    const inside = await serve((_, response) => {
      asked++
      response.end('secret')
    }, '127.0.0.2')
    const port = await serve(({ url }, response) =>
      response
        .writeHead(302, {
          Location:
            url === '/round'
              ? '/round'
              : url === '/file'
                ? 'file:///etc/passwd'
                : `http://inside.example.org:${inside}/`,
        })
        .end(),
    )
    for (const path of ['round', 'inside', 'file'])
      expect(await reasonOf(`http://journal.example.org:${port}/${path}`)).toBe('page_refused')
    expect(await reasonOf(`http://127.0.0.2:${inside}/`)).toBe('page_refused')
    expect(asked).toBe(0)
  })

  test('when it is packed, a picture, an error, larger than two megabytes or cut off', async () => {
    const port = await serve(({ url }, response) => {
      if (url === '/packed')
        response.writeHead(200, { 'Content-Type': html, 'Content-Encoding': 'gzip' }).end(gzipSync('x'))
      if (url === '/picture') response.writeHead(200, { 'Content-Type': 'image/png' }).end('x')
      if (url === '/gone') response.writeHead(404, { 'Content-Type': html }).end('x')
      if (url === '/large') response.writeHead(200, { 'Content-Type': html }).end(Buffer.alloc(2_000_001, 'x'))
      if (url === '/cut') {
        response.writeHead(200, { 'Content-Type': html, 'Content-Length': '100' })
        response.write('only this', () => response.destroy())
      }
    })
    const reasons = await Promise.all(
      ['packed', 'picture', 'gone', 'large', 'cut'].map((it) => reasonOf(`http://journal.example.org:${port}/${it}`)),
    )
    expect(reasons).toEqual(['page_not_text', 'page_not_text', 'page_refused', 'page_too_large', 'page_refused'])
  })

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://user:pass@example.org/',
    'http://example.org:8080/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'http://localhost/',
    'nothing',
  ])('%s is not asked', async (address) => {
    const { PUBLIC } = await import('@/lib/web/outgoing')
    const names: string[] = []
    const resolve: Reach['resolve'] = async (name) => {
      names.push(name)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    expect(await reasonOf(address, { ...PUBLIC, resolve })).toBe('page_refused')
    expect(names).toEqual([])
  })
})
