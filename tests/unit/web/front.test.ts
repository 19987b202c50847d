import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressed } from '@/lib/web/compress'
import { documentHeaders, FRESH } from '@/lib/web/document-headers'
import { documentMemory, prepared } from '@/lib/web/document-memory'
import { createFront } from '@/lib/web/front'
import { answerWith } from '@/lib/web/public-document'

const HTML = `<!doctype html><p>${'Konna. '.repeat(500)}</p>`
let server: Server
let origin = ''
const memory = documentMemory()

beforeAll(async () => {
  // No database: nothing is heard, so the test itself says that it listens.
  const front = createFront(undefined)
  memory.isListening = true
  const { gzip, brotli, etag } = await compressed(Buffer.from(HTML))
  const document = prepared(
    '/fr/x',
    etag,
    { identity: Buffer.from(HTML), gzip, br: brotli },
    documentHeaders('page', FRESH),
  )
  memory.keep(document, memory.generation)
  server = createServer((request, response) => {
    if (front.answer(request, response)) return
    response.writeHead(418)
    response.end('left to Next')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  memory.isListening = false
  memory.forget('*')
  await new Promise((resolve) => server.close(resolve))
})

describe('the front', () => {
  test('answers what is remembered, in the encoding asked for, whatever the query', async () => {
    for (const encoding of ['br', 'gzip']) {
      const response = await fetch(`${origin}/fr/x?utm_source=y`, { headers: { 'accept-encoding': encoding } })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(await response.text()).toBe(HTML)
    }
    const raw = await fetch(`${origin}/fr/x`, { headers: { 'accept-encoding': 'identity' } })
    expect(raw.headers.get('content-encoding')).toBeNull()
    expect(Number(raw.headers.get('content-length'))).toBe(HTML.length)
  })
  test('answers 304 and HEAD', async () => {
    const head = await fetch(`${origin}/fr/x`, { method: 'HEAD' })
    expect(await head.text()).toBe('')
    const etag = head.headers.get('etag') ?? ''
    const again = await fetch(`${origin}/fr/x`, { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(etag)
  })
  test('leaves everything else to Next', async () => {
    expect((await fetch(`${origin}/fr/y`)).status).toBe(418)
    expect((await fetch(`${origin}/fr/x`, { method: 'POST' })).status).toBe(418)
  })
  test('says what the route handler says, tag apart', async () => {
    const kept = memory.find('/fr/x')
    if (!kept) throw new Error('forgotten')
    const byHandler = answerWith(new Request('http://localhost/fr/x'), kept)
    const byFront = await fetch(`${origin}/fr/x`, { headers: { 'accept-encoding': 'identity' } })
    for (const [name, value] of byHandler.headers)
      expect(byFront.headers.get(name), name).toBe(name === 'etag' ? value.slice(2) : value)
    expect(await byFront.text()).toBe(await byHandler.text())
  })
  test('refuses an address that cannot be decoded', async () => {
    expect((await fetch(`${origin}/fr/claims/%E9`)).status).toBe(400)
    expect((await fetch(`${origin}/fr/claims/%C3%A9`)).status).toBe(418)
  })
})
