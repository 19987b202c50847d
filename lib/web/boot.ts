import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/env'
import { SOCKET_HEADER } from './client-address'
import { startJobRounds } from './job-round'
import { startLogRounds } from './log-round'
import { startMailRounds } from './mail-round'
import { startWebhookRounds } from './webhook-round'

/** Secrets that stand in examples; whoever copies one has none. */
const SAMPLES = ['changeme', 'secret', 'example', 'openssl rand']

/** Starts, or says in one sentence what to set and stops: Next alone would stay up and answer 500 to everybody. */
export function boot(): void {
  try {
    check()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  nameTheSocket()
  startMailRounds()
  startJobRounds()
  startLogRounds()
  startWebhookRounds()
}

/** What must hold before the first request (trust.md B18). */
function check(): void {
  const { NEXTAUTH_SECRET, NODE_ENV, RECOUPE_URL } = env()
  const isSample = SAMPLES.some((sample) => NEXTAUTH_SECRET?.toLowerCase().includes(sample))
  if (NODE_ENV === 'production' && (!NEXTAUTH_SECRET || isSample))
    throw new Error('NEXTAUTH_SECRET must be set to a secret of your own: `openssl rand -base64 32` makes one')
  process.env.NEXTAUTH_URL = RECOUPE_URL // next-auth reads it by itself; the Host header never decides
}

const kept = globalThis as typeof globalThis & { __recoupeNamesSockets?: boolean }

/** Writes the socket's address on every request before anything else sees it (client-address.ts). */
function nameTheSocket(): void {
  if (kept.__recoupeNamesSockets) return
  kept.__recoupeNamesSockets = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[SOCKET_HEADER] = request.socket.remoteAddress ?? 'unknown'
  })
}
