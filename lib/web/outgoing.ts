import 'server-only'
import { lookup } from 'node:dns/promises'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { secondsOfRetryAfter } from '@/lib/domain/webhook'
import { env } from '@/lib/env'
import type { Heard } from '@/lib/services/send-due-notices'
import { isPublicAddress } from './public-address'

type Address = { address: string; family: number }
/** What may be reached, and how names are looked up; a test has a network of its own. */
export type Reach = {
  isAllowed: (address: string) => boolean
  ports: readonly string[] | 'any'
  resolve: (name: string) => Promise<Address[]>
}
const resolve = (name: string): Promise<Address[]> => lookup(name, { all: true, verbatim: true })
export const PUBLIC: Reach = { isAllowed: isPublicAddress, ports: ['', '80', '443'], resolve }

const TIMEOUT_MS = 20_000
const MAX_URL = 2_048
const REFUSED = 'address_refused'

/** The address as it may be told, or null: another protocol or port, a name or password in it, ourselves, a bare IP of the house. */
export function target(url: string, { isAllowed, ports }: Reach): URL | null {
  if (url.length > MAX_URL || !URL.canParse(url)) return null
  const it = new URL(url)
  const host = it.hostname.replace(/^\[|\]$/g, '')
  const isFit =
    /^https?:$/.test(it.protocol) &&
    it.username === '' &&
    it.password === '' &&
    it.hash === '' &&
    (ports === 'any' || ports.includes(it.port)) &&
    !host.endsWith('.') &&
    host !== new URL(env().RECOUPE_URL).hostname
  // Decimal, octal and hexadecimal IPv4 addresses have become plain ones here.
  return isFit && (isIP(host) === 0 || isAllowed(host)) ? it : null
}

/** Whether an address may be told, at the moment somebody enters it. It is asked again each time something is sent. */
export async function mayBeTold(url: string, reach: Reach = PUBLIC): Promise<boolean> {
  const it = target(url, reach)
  if (it === null) return false
  if (isIP(it.hostname.replace(/^\[|\]$/g, ''))) return true
  const found = await reach.resolve(it.hostname).catch((): Address[] => [])
  return found.length > 0 && found.every(({ address }) => reach.isAllowed(address))
}

/**
 * The lookup of one connection: every address of the name is looked at, and the connection goes to one of those and nowhere
 * else. A name that answers otherwise the second time is never asked a second time.
 */
export const checked =
  ({ isAllowed, resolve }: Reach): LookupFunction =>
  (name, options, tell) => {
    resolve(name)
      .then((found) => {
        const [first] = found
        if (!first || !found.every(({ address }) => isAllowed(address)))
          tell(Object.assign(new Error(REFUSED), { code: REFUSED }), '', 0)
        else if (options.all) tell(null, found)
        else tell(null, first.address, first.family)
      })
      .catch((error: NodeJS.ErrnoException) => tell(error, '', 0))
  }

/** Sends one message and reads the status, nothing more; a redirect is not followed, and no answer is kept. */
export function post(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: Buffer },
  reach: Reach = PUBLIC,
  timeoutMs = TIMEOUT_MS,
): Promise<Heard> {
  const it = target(url, reach)
  if (it === null) return Promise.resolve({ failure: REFUSED })
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) =>
      resolve({
        failure: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : (error.code ?? 'no_answer'),
      })
    const sending = (it.protocol === 'https:' ? https : http)(
      it,
      {
        method: 'POST',
        agent: false,
        lookup: checked(reach),
        signal: AbortSignal.timeout(timeoutMs),
        headers: { ...headers, 'Content-Length': String(body.byteLength), 'User-Agent': 'Recoupe webhooks' },
      },
      (answer) => {
        const { statusCode = 0, headers } = answer
        answer.on('error', () => undefined) // cut off below, on purpose
        answer.destroy()
        resolve({ status: statusCode, retryAfter: secondsOfRetryAfter(headers['retry-after'] ?? null, new Date()) })
      },
    )
    sending.on('error', failed)
    sending.end(body)
  })
}
