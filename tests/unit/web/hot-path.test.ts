import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressed } from '@/lib/web/compress'
import { documentHeaders, FRESH } from '@/lib/web/document-headers'
import { documentMemory, prepared } from '@/lib/web/document-memory'
import { createFront } from '@/lib/web/front'
import { hotPath, readPlainRequest } from '@/lib/web/hot-path'

const HTML = `<!doctype html><p>${'Konna. '.repeat(500)}</p>`
const memory = documentMemory()
let etag = ''
/** Two servers that answer the same; one has the short way in front of Node's own HTTP. */
let plain: Server
let hot: Server
let way: { stop(): void }
const portOf = (server: Server) => (server.address() as AddressInfo).port

async function serving(): Promise<Server> {
  const front = createFront(undefined)
  const server = createServer({ keepAliveTimeout: 5_000 }, (request, response) => {
    if (front.answer(request, response)) return
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(418)
      response.end(`left to Next: ${request.method} ${request.url} ${Buffer.concat(chunks)}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

beforeAll(async () => {
  memory.isListening = true
  const made = await compressed(Buffer.from(HTML))
  etag = made.etag
  const bodies = { identity: Buffer.from(HTML), gzip: made.gzip, br: made.brotli }
  memory.keep(prepared('/fr/x', etag, bodies, documentHeaders('page', FRESH)), memory.generation)
  plain = await serving()
  hot = await serving()
  way = hotPath(hot, createFront(undefined).find, { idleMs: 5_000, firstMs: 10_000 })
})
afterAll(async () => {
  memory.isListening = false
  memory.forget('*')
  way.stop()
  for (const server of [plain, hot]) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/**
 * Everything a server says to these pieces, each sent once the one before was answered, until nothing more comes. The date is
 * taken out: the two servers may be asked in different seconds.
 */
async function said(server: Server, pieces: readonly string[]): Promise<string> {
  const socket = connect(portOf(server), '127.0.0.1')
  let heard = ''
  let isOver = false
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1')
  })
  socket.on('close', () => {
    isOver = true
  })
  socket.on('error', (error) => {
    heard += `[${error.message}]`
  })
  const quiet = async () => {
    // Twice in a row: on a busy machine one pause is not the end.
    for (let [before, still] = [-1, 0]; still < 2; ) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      still = before === heard.length ? still + 1 : 0
      before = heard.length
    }
  }
  for (const piece of pieces) {
    socket.write(piece, 'latin1')
    await quiet()
  }
  socket.end()
  await quiet()
  socket.destroy()
  return `${heard.replace(/^Date: .*\r\n/gm, '')}${isOver ? '[closed]' : ''}`
}

const HOST = 'Host: example.org\r\n'
const ask = (head: string, rest = '') => `${head} HTTP/1.1\r\n${HOST}${rest}\r\n`
const PAGE = ask('GET /fr/x', 'Accept-Encoding: gzip, br\r\n')

describe('the short way to a page in memory', () => {
  test.concurrent.each<[string, readonly string[]]>([
    ['a page', [PAGE]],
    ['a page in plain bytes', [ask('GET /fr/x')]],
    ['a page three times on one connection', [PAGE, PAGE, PAGE]],
    ['a page the reader has', [ask('GET /fr/x', 'If-None-Match: "W"\r\n'), PAGE]],
    ['a page with a query', [ask('GET /fr/x?a=b')]],
    ['the head of a page', [ask('HEAD /fr/x')]],
    ['a page nobody has, then one that is there', [ask('GET /fr/y'), PAGE]],
    ['a page, then words sent', [PAGE, ask('POST /fr/x', 'Content-Length: 5\r\n\r\nhello').slice(0, -2)]],
    ['a page asked with a body', [ask('GET /fr/x', 'Content-Length: 5\r\n\r\nhello').slice(0, -2)]],
    ['a body in chunks', [`${ask('GET /fr/x', 'Transfer-Encoding: chunked\r\n')}5\r\nhello\r\n0\r\n\r\n`]],
    ['two questions in one piece', [PAGE + PAGE]],
    ['half a question, then the rest', [PAGE.slice(0, 20), PAGE.slice(20)]],
    ['one and a half, then the rest', [PAGE + PAGE.slice(0, 20), PAGE.slice(20)]],
    ['who closes after', [ask('GET /fr/x', 'Connection: close\r\n')]],
    ['who wants another protocol', [ask('GET /fr/x', 'Connection: Upgrade\r\nUpgrade: h2c\r\n')]],
    ['HTTP/1.0', [`GET /fr/x HTTP/1.0\r\n${HOST}\r\n`]],
    ['no host', ['GET /fr/x HTTP/1.1\r\n\r\n']],
    ['a header that is none', [ask('GET /fr/x', 'nonsense\r\n')]],
    ['a space before the colon', [ask('GET /fr/x', 'Content-Length : 5\r\n')]],
    ['a header folded over two lines', [ask('GET /fr/x', 'X-A: b\r\n c: d\r\n')]],
    ['a lone line feed in a header', [ask('GET /fr/x', 'X-A: b\nContent-Length: 5\r\n')]],
    ['a method of no kind', [ask('get /fr/x')]],
    ['not HTTP at all', ['hello\r\n\r\n']],
    ['an address of a proxy', [ask('GET http://elsewhere/fr/x')]],
  ])('answers %s as Node does, byte for byte', async (_, pieces) => {
    expect(await said(hot, pieces)).toBe(await said(plain, pieces))
  })

  test('knows the tag of what a reader has', async () => {
    const pieces = [ask('GET /fr/x', `If-None-Match: ${etag}\r\n`)]
    const answer = await said(hot, pieces)
    expect(answer).toMatch(/^HTTP\/1\.1 304 /)
    expect(answer).toBe(await said(plain, pieces))
  })

  test('says when it answered', async () => {
    const answer = await fetch(`http://127.0.0.1:${portOf(hot)}/fr/x`)
    expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - Date.now())).toBeLessThan(5_000)
  })

  test.each([
    ['a long head', ask('GET /fr/x', `X-A: ${'a'.repeat(9_000)}\r\n`)],
    ['two hosts', ask('GET /fr/x', HOST)],
    ['a part of the page', ask('GET /fr/x', 'Range: bytes=0-1\r\n')],
    ['two wishes about encodings', ask('GET /fr/x', 'Accept-Encoding: br\r\nAccept-Encoding: identity\r\n')],
    ['more than one question', PAGE + PAGE],
    ['a question that goes on', PAGE.slice(0, -2)],
  ])('leaves %s to Node', (_, bytes) => {
    expect(readPlainRequest(Buffer.from(bytes, 'latin1'))).toBeNull()
  })

  test('once stopping, ends those who wait and answers who still asks through Node', async () => {
    const server = await serving()
    const { stop } = hotPath(server, createFront(undefined).find, { idleMs: 5_000, firstMs: 10_000 })
    const idle = connect(portOf(server), '127.0.0.1')
    const ended = new Promise((resolve) => idle.on('close', () => resolve('ended')))
    idle.write(PAGE)
    await new Promise((resolve) => idle.once('data', resolve))
    stop()
    expect(await ended).toBe('ended')
    expect((await fetch(`http://127.0.0.1:${portOf(server)}/fr/x`)).status).toBe(200)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})
