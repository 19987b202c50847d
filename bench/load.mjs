/**
 * A closed loop of GET requests over keep-alive connections: each connection sends its next request when the answer to the
 * last one is whole. Prints {requests, errors, seconds, perSecond, p50, p95, p99, bytes} as JSON; times in milliseconds.
 *
 *   node bench/load.mjs URL [--connections 50] [--seconds 5] [--encoding br]
 */
import { connect } from 'node:net'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    connections: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '5' },
    encoding: { type: 'string', default: 'br' },
  },
})
const url = new URL(positionals[0] ?? '')
const seconds = Number(values.seconds)
const request = `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: ${values.encoding}\r\nConnection: keep-alive\r\n\r\n`
const HEAD_END = Buffer.from('\r\n\r\n')

const times = []
let errors = 0
let bytes = 0
const endsAt = performance.now() + seconds * 1000

/** One connection until time is up; every answer must be 200 and have a Content-Length or end in a last chunk. */
const visitor = () =>
  new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname)
    socket.setNoDelay(true)
    let pending = []
    let size = 0
    let expected = -1
    let sentAt = 0
    const send = () => {
      if (performance.now() >= endsAt) return socket.end(resolve)
      pending = []
      size = 0
      expected = -1
      sentAt = performance.now()
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', () => {
      errors++
      resolve()
    })
    socket.on('close', () => resolve())
    socket.on('data', (chunk) => {
      pending.push(chunk)
      size += chunk.length
      if (expected < 0) {
        const so_far = pending.length === 1 ? chunk : Buffer.concat(pending)
        const headEnd = so_far.indexOf(HEAD_END)
        if (headEnd < 0) return
        const head = so_far.toString('latin1', 0, headEnd)
        if (!head.startsWith('HTTP/1.1 200')) errors++
        const length = /content-length: (\d+)/i.exec(head)
        expected = length ? headEnd + 4 + Number(length[1]) : Number.POSITIVE_INFINITY
      }
      const isWhole =
        expected === Number.POSITIVE_INFINITY ? chunk.subarray(-5).equals(Buffer.from('0\r\n\r\n')) : size >= expected
      if (!isWhole) return
      times.push(performance.now() - sentAt)
      bytes += size
      send()
    })
  })

const startedAt = performance.now()
await Promise.all(Array.from({ length: Number(values.connections) }, visitor))
const took = (performance.now() - startedAt) / 1000
times.sort((a, b) => a - b)
const at = (share) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2))
console.log(
  JSON.stringify({
    requests: times.length,
    errors,
    seconds: Number(took.toFixed(2)),
    perSecond: Math.round(times.length / took),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes,
  }),
)
