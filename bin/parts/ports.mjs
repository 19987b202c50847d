/** TCP ports: is this one free, and which one shall we take. */
import { connect, createServer } from 'node:net'

const LAST_PORT = 65_535
const ATTEMPTS = 50

/**
 * Can this address be listened on right now? 0 asks the system for any port.
 * @param {number} port @param {string} [host]
 * @returns {Promise<number | null>} the port, or null when it is taken or forbidden
 */
export const freePort = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const server = createServer()
    server.unref()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null))
    })
  })

/**
 * Does somebody answer there? A server on [::] or 0.0.0.0 does not always keep us from listening on 127.0.0.1.
 * @param {number} port @param {string} [host] @returns {Promise<boolean>}
 */
export const isAnswering = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 })
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.once('timeout', () => settle(false))
  })

/**
 * The first free port from `first` upwards.
 * @param {number} first @param {string} [host] @returns {Promise<number | null>}
 */
export async function nextFreePort(first, host = '127.0.0.1') {
  for (let port = first; port < first + ATTEMPTS && port <= LAST_PORT; port++) {
    const isTaken = (await isAnswering(port, host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)) === true
    if (!isTaken && (await freePort(port, host)) !== null) return port
  }
  return null
}

/**
 * PORT as the environment gives it.
 * @param {string | undefined} value @returns {number | null} null when it is not a port
 */
export function readPort(value) {
  if (value === undefined || !/^\d{1,5}$/.test(value.trim())) return null
  const port = Number(value)
  return port >= 1 && port <= LAST_PORT ? port : null
}
