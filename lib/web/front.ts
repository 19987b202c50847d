import 'server-only'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import postgres from 'postgres'
import { isLanguage } from '@/lib/domain/vocabulary'
import { isKnownClaim, loadPublication } from '@/lib/services/load-public'
import { compressed } from './compress'
import { documentHeaders, NEVER, SOON } from './document-headers'
import {
  asPublished,
  type DocumentMemory,
  documentMemory,
  type KeptDocument,
  makingOnce,
  prepared,
} from './document-memory'
import { isKnownTo, preferredEncoding } from './negotiation'
import { notFoundPage } from './public-document'
import { assetAddress } from './stylesheet'

const CHANNEL = 'recoupe_public'
/** What we send ourselves to know that notifications still arrive. */
const HEARTBEAT = '.'
/** The notice of one of many small changes (see the migration gather_public_notices). */
const GATHERED = '~'
const HEARTBEAT_MS = 10_000
/** Two heartbeats unheard and the memory forgets everything: better slow than out of date. */
const SILENCE_MS = 25_000
const YEAR = 'public, max-age=31536000, immutable'

/** A page as it was at a moment, or one version of a claim's: never the page of today that is remembered under the same path. */
const EARLIER = /^\/[a-z]{2}(?:\/[^?]*)?\?(?:[^#]*&)?at=|^\/[a-z]{2}\/claims\/[^?]*\?(?:[^#]*&)?version=/

/** The page of a claim as it is now; what the slug may be is said by `isSlug`. */
const VERDICT = /^\/(fr|en)\/claims\/([a-z0-9-]{1,160})$/

export type Front = {
  /** The document kept under a path without a query, page or stylesheet. */
  find(path: string): KeptDocument | undefined
  /** Answers a GET or HEAD from memory and returns true, or leaves the request untouched and returns false. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** The same for the page of a verdict that is not in memory: its published bytes are read and kept. What no claim has is refused. */
  answerPublished(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * The front of the server: public documents are answered from memory before Next is asked. It knows nothing of pages, only of
 * bytes; what it does not have it leaves to Next, whose route handlers fill the same memory. Without it the site is the same,
 * slower.
 */
export function createFront(databaseUrl: string | undefined = process.env.DATABASE_URL): Front {
  const memory = documentMemory()
  const assets = new Map<string, KeptDocument>()
  const ear = databaseUrl === undefined ? null : listening(databaseUrl, memory)

  const once = makingOnce()
  const find = (path: string) => memory.find(path) ?? assets.get(path)

  return {
    find: (path) => (path.includes('?') ? undefined : find(path)),
    answer(request, response) {
      const { method, url } = request
      if (url === undefined || (method !== 'GET' && method !== 'HEAD')) return false
      const query = url.indexOf('?')
      if (query >= 0 && EARLIER.test(url)) return isUnreadable(url) && refuse(response, 400, UNREADABLE)
      const document = memory.find(query < 0 ? url : url.slice(0, query)) ?? assets.get(url)
      if (document === undefined) return isUnreadable(url) && refuse(response, 400, UNREADABLE)
      return send(document, request, response)
    },
    async answerPublished(request, response) {
      const { method, url = '' } = request
      const [, language = 'fr', slug] = (method === 'GET' || method === 'HEAD' ? VERDICT.exec(url) : null) ?? []
      if (databaseUrl === undefined || slug === undefined) return false
      try {
        const document = await once(url, memory, async () => {
          const published = await loadPublication(url)
          return published && asPublished(url, published)
        })
        if (document) return response.destroyed || send(document, request, response)
        return (
          !(await isKnownClaim(slug)) && refuse(response, 404, notFoundPage(isLanguage(language) ? language : 'fr'))
        )
      } catch (error) {
        // Next asks again, and tells the reader what is wrong if it still is.
        failed(error)
        return false
      }
    },
    async start() {
      for (const [address, asset] of await loadAssets()) assets.set(address, asset)
      await ear?.start()
    },
    async stop() {
      await ear?.stop()
    },
  }
}

function send(document: KeptDocument, { method, headers }: IncomingMessage, response: ServerResponse): true {
  const variant = document.variants[preferredEncoding(headers['accept-encoding'] as string | undefined)]
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined && (ifNoneMatch === variant.etag || isKnownTo(ifNoneMatch, document.etag))) {
    response.writeHead(304, variant.notModified)
    response.end()
  } else {
    response.writeHead(200, variant.headers)
    response.end(method === 'HEAD' ? undefined : variant.body)
  }
  return true
}

/** A path whose escapes cannot be decoded: Next would answer 500 for what is the sender's mistake. */
function isUnreadable(url: string): boolean {
  if (!url.includes('%')) return false
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return false
  } catch {
    // Not UTF-8, or cut short.
    return true
  }
}

const UNREADABLE = 'Cette adresse est illisible.\nThis address cannot be read.\n'
/** Says so without anything being rendered or kept: such addresses cost nothing to invent. */
function refuse(response: ServerResponse, status: 400 | 404, said: string): true {
  const body = Buffer.from(said)
  const headers = status === 404 ? documentHeaders('page', SOON) : documentHeaders('text', NEVER)
  response.writeHead(status, [...headers, 'Content-Length', String(body.length)])
  response.end(response.req.method === 'HEAD' ? undefined : body)
  return true
}

/** The stylesheets, under their hashed addresses only: those may be kept for a year. Any other address is left to Next. */
async function loadAssets(): Promise<[string, KeptDocument][]> {
  return Promise.all(
    ['recoupe.css', 'desk.css'].map(async (name): Promise<[string, KeptDocument]> => {
      const address = assetAddress(name)
      const identity = readFileSync(join(process.cwd(), 'public', 'assets', name))
      const { gzip, brotli, etag } = await compressed(identity)
      const headers = [
        'Content-Type',
        'text/css; charset=utf-8',
        'Cache-Control',
        YEAR,
        'X-Content-Type-Options',
        'nosniff',
      ]
      return [address, prepared(address, etag, { identity, gzip, br: brotli }, headers)]
    }),
  )
}

/** Hears what changes, and makes sure that it still hears: a connection can die without a word. */
function listening(databaseUrl: string, memory: DocumentMemory): Pick<Front, 'start' | 'stop'> {
  let sql: postgres.Sql | null = null
  let timer: NodeJS.Timeout | null = null
  let heardAt = 0
  const deafen = (): void => {
    memory.isListening = false
    memory.forget('*')
  }
  const open = async (): Promise<void> => {
    const mine = postgres(databaseUrl, {
      max: 1,
      idle_timeout: 0,
      connect_timeout: 5,
      connection: { application_name: 'recoupe front' },
      onnotice: () => undefined,
    })
    sql = mine
    await mine.listen(
      CHANNEL,
      (payload) => {
        if (sql !== mine) return
        heardAt = Date.now()
        if (payload === GATHERED) memory.forgetSoon()
        else if (payload !== HEARTBEAT) memory.forget(payload === '' ? '*' : payload)
      },
      () => {
        if (sql !== mine) return
        // Called at every connection: what was said while there was none was not heard.
        heardAt = Date.now()
        memory.forget('*')
        memory.isListening = true
      },
    )
  }
  const close = async (): Promise<void> => {
    const mine = sql
    sql = null
    await mine?.end({ timeout: 2 }).catch(failed)
  }
  const beat = async (): Promise<void> => {
    try {
      if (Date.now() - heardAt > SILENCE_MS) {
        deafen()
        await close()
        heardAt = Date.now()
        await open()
      }
      await sql?.notify(CHANNEL, HEARTBEAT)
    } catch (error) {
      failed(error)
    }
  }
  return {
    async start() {
      heardAt = Date.now()
      // A database that is not there yet must not keep the server from starting: the heartbeat tries again.
      await open().catch(failed)
      timer = setInterval(beat, HEARTBEAT_MS)
      timer.unref()
    },
    async stop() {
      if (timer) clearInterval(timer)
      deafen()
      await close()
    },
  }
}

const failed = (error: unknown): void =>
  console.warn(`recoupe front: ${error instanceof Error ? error.message : String(error)}`)
