import 'server-only'
import { gunzipSync } from 'node:zlib'
import { documentHeaders, FRESH } from './document-headers'
import { type Encoding, tagOf } from './negotiation'

/** One encoding of a document: its bytes and the headers that go with them, name and value in turn. */
export type Variant = { body: Buffer; etag: string; headers: string[]; notModified: string[] }
export type KeptDocument = {
  path: string
  etag: string
  bytes: number
  usedAt: number
  variants: Record<Encoding, Variant>
}
/** Without the plain one, that is unpacked from gzip when it is asked for. */
export type Bodies = { br: Buffer; gzip: Buffer; identity?: Buffer }

/** 64 MB hold about three thousand published verdicts, or eight hundred pages made just now. */
export const DEFAULT_LIMIT_BYTES = 64 * 1024 * 1024
/** How long small changes are gathered before pages are made anew: nobody sees a page older than this. */
export const GATHER_MS = 1_000
/** What an entry costs besides its bytes: headers, map, objects. */
const OVERHEAD_BYTES = 4 * 1024

/** Makes a document ready to be sent: every header is worked out once, here, and never again. */
export function prepared(path: string, etag: string, bodies: Bodies, headers: readonly string[]): KeptDocument {
  const variant = (encoding: Encoding, body: Buffer): Variant => {
    const tag = tagOf(etag, encoding)
    const shared = ['ETag', tag, 'Vary', 'Accept-Encoding']
    const cacheControl = headers[headers.indexOf('Cache-Control') + 1] ?? ''
    return {
      body,
      etag: tag,
      headers: [
        ...headers,
        ...shared,
        ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
        'Content-Length',
        String(body.length),
      ],
      notModified: [...shared, 'Cache-Control', cacheControl],
    }
  }
  const { identity } = bodies
  const [br, gzip] = [variant('br', bodies.br), variant('gzip', bodies.gzip)]
  const variants = identity
    ? { br, gzip, identity: variant('identity', identity) }
    : // Hardly anybody asks for plain bytes, three times the others together: unpacked for who does, and not kept.
      {
        br,
        gzip,
        get identity() {
          return variant('identity', gunzipSync(bodies.gzip))
        },
      }
  const bytes = bodies.br.length + bodies.gzip.length + (identity?.length ?? 0) + OVERHEAD_BYTES
  return { path, etag, bytes, usedAt: 0, variants }
}

/** What was stored when a verdict was published: the page packed both ways, and its tag. */
export type PublishedBytes = { gzip: Buffer; brotli: Buffer; etag: string }
/** The page of a verdict, from the bytes that were published. */
export const asPublished = (path: string, { gzip, brotli, etag }: PublishedBytes): KeptDocument =>
  prepared(path, etag, { gzip, br: brotli }, documentHeaders('page', FRESH))

/**
 * The documents of this process, by path. It is a memory and nothing else: whatever it forgets is made again from the
 * database. It remembers only while somebody tells it what changes (`isListening`), so it is never out of date for longer
 * than a notification takes.
 */
export class DocumentMemory {
  private readonly documents = new Map<string, KeptDocument>()
  private total = 0
  private clock = 0
  private gathering: NodeJS.Timeout | null = null
  private gatheredAt = 0
  /** Counts what was forgotten. A document begun under an older count may show what is no longer so: it is not kept. */
  generation = 0
  isListening = false

  constructor(public limitBytes = DEFAULT_LIMIT_BYTES) {}

  get bytes(): number {
    return this.total
  }
  get size(): number {
    return this.documents.size
  }

  find(path: string): KeptDocument | undefined {
    const document = this.documents.get(path)
    if (document !== undefined) document.usedAt = ++this.clock
    return document
  }

  /** Keeps a document begun under `generation`; returns whether it was kept. */
  keep(document: KeptDocument, generation: number): boolean {
    if (!this.isListening || generation !== this.generation || document.bytes > this.limitBytes) return false
    this.drop(document.path)
    document.usedAt = ++this.clock
    this.documents.set(document.path, document)
    this.total += document.bytes
    while (this.total > this.limitBytes) this.dropOldest()
    return true
  }

  /** Forgets one address and the cards made from it; `*` forgets everything. */
  forget(address: string): void {
    this.generation++
    if (address === '*') {
      this.documents.clear()
      this.total = 0
      return
    }
    this.drop(address)
    this.drop(`/embed${address}`)
    this.drop(`/og${address}.png`)
  }

  /**
   * Many small changes of public rows: everything is forgotten at once, then at most once in `GATHER_MS`. Without this a
   * busy desk would make every page anew several times a second, and none would be kept while it is being made.
   */
  forgetSoon(): void {
    if (this.gathering) return
    const wait = this.gatheredAt + GATHER_MS - Date.now()
    if (wait <= 0) this.forgetGathered()
    else this.gathering = setTimeout(() => this.forgetGathered(), wait).unref()
  }

  private forgetGathered(): void {
    if (this.gathering) clearTimeout(this.gathering)
    this.gathering = null
    this.gatheredAt = Date.now()
    this.forget('*')
  }

  private drop(path: string): void {
    const document = this.documents.get(path)
    if (document === undefined) return
    this.documents.delete(path)
    this.total -= document.bytes
  }

  /** Looking through all of them is rare: only when the memory is full. Finding one stays a single lookup. */
  private dropOldest(): void {
    let oldest: KeptDocument | undefined
    for (const document of this.documents.values())
      if (oldest === undefined || document.usedAt < oldest.usedAt) oldest = document
    if (oldest !== undefined) this.drop(oldest.path)
  }
}

/**
 * Makes the document of a path once for all who ask while it is being made. A making begun before something changed is not
 * for those who ask after. Null: there is nothing there.
 */
export function makingOnce(): (
  path: string,
  memory: DocumentMemory,
  make: () => Promise<KeptDocument | null>,
) => Promise<KeptDocument | null> {
  const flights = new Map<string, { generation: number; document: Promise<KeptDocument | null> }>()
  return async (path, memory, make) => {
    const kept = memory.find(path)
    if (kept) return kept
    const { generation } = memory
    const under = flights.get(path)
    if (under?.generation === generation) return under.document
    const flight = { generation, document: make() }
    flights.set(path, flight)
    try {
      const document = await flight.document
      if (document) memory.keep(document, generation)
      return document
    } finally {
      if (flights.get(path) === flight) flights.delete(path)
    }
  }
}

/** The front and the route handlers are bundled apart but run in one process: they meet on globalThis. */
const KEY = Symbol.for('recoupe.documents')
type Home = { [KEY]?: DocumentMemory }

export function documentMemory(): DocumentMemory {
  const home = globalThis as Home
  home[KEY] ??= new DocumentMemory()
  return home[KEY]
}
