/**
 * The web server: public documents from memory, everything else from Next, behind Node's own HTTP with short timeouts.
 * Started by `recoupe start` and `recoupe dev`; by itself: node --import ./bin/typescript.mjs bin/serve.ts
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { createFront } from '@/lib/web/front'
import { hotPath } from '@/lib/web/hot-path'
import { stopLive } from '@/lib/web/live-hub'
import { notFoundPage } from '@/lib/web/public-document'
import { readable404 } from '@/lib/web/readable-404'
import { stripInbound } from './parts/inbound-headers.mjs'

const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
const KEEP_ALIVE_MS = 5_000
/** A browser sends about twenty. */
const MAX_HEADERS = 100
/** How often Node looks for connections that take too long; its own 30 s would make the limits above meaningless. */
const CHECK_MS = 2_000
const DRAIN_MS = 10_000
/** What the starter understands as "the port is taken". */
const EXIT_PORT_TAKEN = 98

const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? '127.0.0.1'
const trustsProxy = process.env.RECOUPE_TRUST_PROXY === '1'

const server = createServer({
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
  connectionsCheckingInterval: CHECK_MS,
})
server.maxHeadersCount = MAX_HEADERS
// Next listens for WebSockets on the server it is given. Only development has any: otherwise it gets one that never opens.
const app = next({ dev, dir: process.cwd(), hostname, port, httpServer: dev ? server : createServer() })
// In development a document must show the code as it is now, so nothing is answered from memory.
const front = dev ? null : createFront()
let isStopping = false

await app.prepare()
await front?.start()
const handle = app.getRequestHandler()

server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (isStopping) response.setHeader('Connection', 'close')
  // `GET http://elsewhere/` is a question to a proxy, which we are not; TRACE repeats what it was sent, cookies too.
  if (!request.url?.startsWith('/') || request.method === 'TRACE') {
    response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Bad request\n')
    return
  }
  if (front?.answer(request, response)) return
  answer(request, response).catch((error: unknown) => {
    console.error('request failed:', error)
    if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' })
    response.end()
  })
})
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await front?.answerPublished(request, response)) return
  stripInbound(request, trustsProxy)
  readable404(request, response, notFoundPage)
  await handle(request, response)
}
const hot = front && hotPath(server, front.find, { idleMs: KEEP_ALIVE_MS, firstMs: HEADERS_MS })
server.once('error', (error: NodeJS.ErrnoException) => {
  console.error(error.message)
  process.exit(error.code === 'EADDRINUSE' ? EXIT_PORT_TAKEN : 1)
})
server.listen({ port, host: hostname }, () => {
  console.log(`READY ${hostname}:${port}`)
  if (!dev) void warm()
})

/** Asks for the two front pages, so that the first reader does not wait for code to be read from disk. */
async function warm(): Promise<void> {
  const host =
    hostname === '0.0.0.0' || hostname === '::' ? '127.0.0.1' : hostname.includes(':') ? `[${hostname}]` : hostname
  for (const path of ['/fr', '/en'])
    await fetch(`http://${host}:${port}${path}`)
      .then((answer) => answer.arrayBuffer())
      .catch(() => undefined) // a reader will see the same error, and the log has it
}

/** Takes no new connection, lets the open requests end, and goes; those that take too long are cut. */
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  const closed = new Promise((resolve) => server.close(resolve))
  hot?.stop()
  server.closeIdleConnections()
  // Open desk pages would otherwise be waited for until they are cut.
  await stopLive()
  await closed
  clearTimeout(cut)
  await front?.stop()
  // Next's own closing may wait for a compiler; nobody is served any more, so it is not waited for.
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The starter is gone, however that happened: a server nobody looks after would keep the port.
if (process.connected) process.on('disconnect', stop)
