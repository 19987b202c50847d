import 'server-only'
import { deskDb } from '@/lib/data/db'
import { namesById, sayToDesk } from '@/lib/data/live'
import { unreadCount } from '@/lib/data/notifications'
import { type LiveItem, type Present, presence } from '@/lib/domain/live'
import { env } from '@/lib/env'
import { type Ear, openEar } from './live-ear'

/** Proxies and browsers give up on a connection that says nothing for half a minute. */
const BEAT_MS = 15_000
/** Every fourth heartbeat looks whether the session still stands. */
const BEATS_PER_CHECK = 4
/** Two heartbeats of our own unheard: the connection died without a word. */
const SILENCE_MS = 40_000
/** Tabs of one person that are looked at, at once; a hidden tab holds none open. */
export const STREAMS_PER_PERSON = 6
/** The ear stays open a little after the last page went, for the next one. */
const LINGER_MS = 10_000

/** One open page. */
export type LiveStream = {
  userId: string
  name: string
  sessionHash: string
  place: string | null
  send(event: string, data: object): void
  beat(): void
  close(reason?: 'signed-out' | 'full' | 'stopping'): void
  /** Whether its session may still be used. */
  stands(): Promise<boolean>
}

/** Every open page of this process, the one connection they share, and who is where. */
function createHub() {
  const streams = new Set<LiveStream>()
  const who = presence()
  const names = new Map<string, string>()
  let ear: Promise<Ear> | null = null
  let timer: NodeJS.Timeout | null = null
  let linger: NodeJS.Timeout | null = null
  let beats = 0
  let heardAt = 0

  const each = (send: (stream: LiveStream) => void, where: (stream: LiveStream) => boolean = () => true): void => {
    for (const stream of [...streams]) if (where(stream)) send(stream)
  }
  const showPresent = (place: string): void => {
    const people = who.at(place, Date.now())
    each(
      (it) => it.send('present', { people: people.filter(({ id }) => id !== it.userId) }),
      (it) => it.place === place,
    )
  }
  const hear = (message: Record<string, unknown>): void => {
    heardAt = Date.now()
    if (message.many === true)
      each(
        (it) => it.send('news', { many: true, items: [] }),
        (it) => it.userId !== message.by,
      )
    if (Array.isArray(message.items)) void tellNews(message.items as LiveItem[]).catch(failed)
    if (typeof message.told === 'string') void tellUnread(message.told).catch(failed)
    if (typeof message.out === 'string')
      each(
        (it) => it.close('signed-out'),
        (it) => it.sessionHash === message.out,
      )
    const { here, gone } = message as { here?: Present & { at: string }; gone?: { id: string; at: string } }
    if (here && who.here(here.at, here, Date.now())) showPresent(here.at)
    // Somebody with two tabs on one page is still there when one closes: the other says so within a heartbeat.
    if (gone && who.gone(gone.at, gone.id)) showPresent(gone.at)
  }
  const tellNews = async (items: LiveItem[]): Promise<void> => {
    const said = await named(items)
    each((it) => it.send('news', { items: said, many: false }))
  }
  /** The items with the names of who acted. */
  const named = async (items: readonly LiveItem[]): Promise<(LiveItem & { who: string | null })[]> => {
    const unknown = [...new Set(items.flatMap(({ a }) => (a && !names.has(a) ? [a] : [])))]
    const people = unknown.filter((id) => /^[0-9a-f-]{36}$/.test(id))
    if (people.length > 0) for (const [id, name] of await namesById(deskDb(), people)) names.set(id, name)
    return items.map((it) => ({ ...it, who: (it.a && names.get(it.a)) ?? null }))
  }
  const tellUnread = async (userId: string): Promise<void> => {
    if (![...streams].some((it) => it.userId === userId)) return
    const unread = await unreadCount(deskDb(), userId)
    each(
      (it) => it.send('told', { unread }),
      (it) => it.userId === userId,
    )
  }
  const listen = (): Promise<Ear> => {
    heardAt = Date.now()
    ear ??= openEar(env().DATABASE_URL, hear, () => each((it) => it.send('again', {})))
    return ear
  }
  const deafen = async (): Promise<void> => {
    const mine = ear
    ear = null
    await mine?.then((it) => it.close()).catch(failed)
  }
  const say = async (message: object): Promise<void> => {
    await listen()
    await sayToDesk(deskDb(), message)
  }
  const sayHere = (stream: { userId: string; name: string; place: string | null }): Promise<void> =>
    stream.place === null
      ? Promise.resolve()
      : say({ here: { at: stream.place, id: stream.userId, name: stream.name.slice(0, 200) } })

  const beat = async (): Promise<void> => {
    for (const place of who.expire(Date.now())) showPresent(place)
    each((it) => it.beat())
    if (Date.now() - heardAt > SILENCE_MS) {
      await deafen()
      each((it) => it.send('again', {}))
    }
    await say({ beat: true })
    const told = new Map([...streams].filter((it) => it.place !== null).map((it) => [`${it.userId} ${it.place}`, it]))
    for (const stream of told.values()) await sayHere(stream)
    if (++beats % BEATS_PER_CHECK === 0)
      for (const stream of [...streams]) if (!(await stream.stands())) stream.close('signed-out')
  }

  return {
    /** Takes a page in. The oldest of the same person's makes room when there are too many. */
    async open(stream: LiveStream): Promise<void> {
      if (linger) clearTimeout(linger)
      const mine = [...streams].filter((it) => it.userId === stream.userId)
      if (mine.length >= STREAMS_PER_PERSON) mine[0]?.close('full')
      streams.add(stream)
      if (!timer) {
        timer = setInterval(() => void beat().catch(failed), BEAT_MS)
        timer.unref()
      }
      await listen()
      if (!streams.has(stream) || stream.place === null) return
      await sayHere(stream)
      const people = who.at(stream.place, Date.now()).filter(({ id }) => id !== stream.userId)
      stream.send('present', { people })
    },
    /** Lets a page go; with the last one the connection closes a little later. */
    leave(stream: LiveStream): void {
      if (!streams.delete(stream)) return
      const { place, userId } = stream
      const isStillThere = [...streams].some((it) => it.userId === userId && it.place === place)
      if (place !== null && !isStillThere && ear) void say({ gone: { at: place, id: userId } }).catch(failed)
      if (streams.size > 0) return
      if (timer) clearInterval(timer)
      timer = null
      linger = setTimeout(() => void (streams.size === 0 && deafen()), LINGER_MS)
      linger.unref()
    },
    /** For a page that asks now and then instead of listening: says that its reader is there, and who else is. */
    async visit(visitor: { userId: string; name: string; place: string | null }): Promise<Present[]> {
      if (visitor.place === null) return []
      await sayHere(visitor)
      if (streams.size === 0 && !linger) {
        linger = setTimeout(() => void (streams.size === 0 && deafen()), PATIENCE_MS)
        linger.unref()
      }
      return who.at(visitor.place, Date.now()).filter(({ id }) => id !== visitor.userId)
    },
    named,
    /** Ends every page's connection and our own, for a server that stops and a test that ends. */
    async stop(): Promise<void> {
      each((it) => it.close('stopping'))
      if (timer) clearInterval(timer)
      if (linger) clearTimeout(linger)
      timer = null
      await deafen()
    },
    size: () => streams.size,
    isListening: () => ear !== null,
  }
}
/** Pages that ask come back every 20 s: until then the ear is kept, so that they hear of each other. */
const PATIENCE_MS = 60_000

const failed = (error: unknown): void =>
  console.warn(`live pages: ${error instanceof Error ? error.message : String(error)}`)

const kept = globalThis as typeof globalThis & { __recoupeLive?: ReturnType<typeof createHub> }
/** The hub of this process, one for Next's bundles and the server that holds them. */
export function liveHub(): ReturnType<typeof createHub> {
  kept.__recoupeLive ??= createHub()
  return kept.__recoupeLive
}
/** Lets the open pages go when there are any, without starting anything. */
export async function stopLive(): Promise<void> {
  await kept.__recoupeLive?.stop()
}
