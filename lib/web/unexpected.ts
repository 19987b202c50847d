import 'server-only'
import { randomUUID } from 'node:crypto'

/** Enough of a message to find the bug, too little to copy a text into the log. */
const MESSAGE_LENGTH = 300

/** What a reader is shown of a bug, and what the log line begins with. */
export const newRequestId = (): string => randomUUID()

/** One line for the log: control characters are escaped, so that nothing typed by anyone can forge a second line. */
export function logUnexpected(requestId: string, where: string, error: unknown): void {
  const { name, message, stack, code } = partsOf(error)
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  console.error(JSON.stringify({ requestId, where, name, code, message: message.slice(0, MESSAGE_LENGTH), frames }))
}

function partsOf(error: unknown): { name: string; message: string; stack: string; code: string | null } {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), stack: '', code: null }
  const code = (error as { code?: unknown }).code
  return {
    name: error.name,
    message: error.message,
    stack: error.stack ?? '',
    code: typeof code === 'string' ? code : null,
  }
}

/** No connection to be had: P1001 unreachable, P1002 timed out, P1008 operation timed out, P1017 closed, P2024 pool exhausted, P2037 too many. */
const UNAVAILABLE = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2037',
  'ECONNREFUSED',
  'ECONNRESET',
  '53300',
  '57P01',
  '57P03',
])

/** The database cannot be reached or has no connection left: worth another try soon, so 503 and not 500. */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; depth < 6 && at !== null && typeof at === 'object'; depth++) {
    const { code, originalCode, kind, message, cause } = at as Record<string, unknown>
    if ([code, originalCode].some((it) => typeof it === 'string' && UNAVAILABLE.has(it))) return true
    if (kind === 'DatabaseNotReachable' || kind === 'TooManyConnections' || kind === 'ConnectionClosed') return true
    // node-postgres gives its own pool timeout no code at all.
    if (typeof message === 'string' && message.includes('timeout exceeded when trying to connect')) return true
    at = cause
  }
  return false
}
