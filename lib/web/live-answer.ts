import 'server-only'
import { cookies } from 'next/headers'
import { deskDb } from '@/lib/data/db'
import { changesSince, liveNow } from '@/lib/data/live'
import { unreadCount } from '@/lib/data/notifications'
import { standingSession } from '@/lib/data/sessions'
import { Fault } from '@/lib/domain/fault'
import { livePlace } from '@/lib/domain/live'
import { type LiveStream, liveHub } from './live-hub'
import { languageOf, problemOf } from './problem'
import { sessionCookieName } from './session-cookie'

/** A moment of the database's clock in milliseconds, as a page hands it back. */
const MOMENT = /^\d{12,14}$/

/** What changed on the desk: as a stream of events, or since a moment for a page that cannot hold a stream open. */
export async function answerLive(request: Request): Promise<Response> {
  try {
    const token = (await cookies()).get(sessionCookieName())?.value ?? ''
    const session = await standingSession(deskDb(), token)
    if (!session) throw new Fault('not_signed_in', 'live')
    const asked = new URL(request.url).searchParams
    const reader = { userId: session.userId, name: session.name, place: livePlace(asked.get('at')) }
    const since = asked.get('since')
    if (since !== null) return await changes(reader, MOMENT.test(since) ? Number(since) : await liveNow(deskDb()))
    const missedFrom = request.headers.get('last-event-id') ?? ''
    return stream(
      request,
      token,
      { ...reader, sessionHash: session.idHash },
      MOMENT.test(missedFrom) ? missedFrom : null,
    )
  } catch (error) {
    return problemOf(error, languageOf(request))
  }
}

type Reader = Pick<LiveStream, 'userId' | 'name' | 'place'>

async function changes(reader: Reader, since: number): Promise<Response> {
  const { items, many, now } = await changesSince(deskDb(), since)
  const [people, unread, news] = await Promise.all([
    liveHub().visit(reader),
    unreadCount(deskDb(), reader.userId),
    liveHub().named(items),
  ])
  return Response.json(
    { seq: String(now), items: news, many, people, unread },
    { headers: { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' } },
  )
}

/** An event stream that ends with its request, its session or its server, whichever is first, and ends once. */
function stream(
  request: Request,
  token: string,
  reader: Reader & { sessionHash: string },
  missedFrom: string | null,
): Response {
  const text = new TextEncoder()
  let isOpen = true
  let mine: LiveStream | null = null
  const end = (): void => {
    isOpen = false
    request.signal.removeEventListener('abort', end)
    if (mine) liveHub().leave(mine)
  }
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (words: string): void => {
        if (!isOpen) return
        // A reader who does not read any more is let go before the memory fills.
        if ((controller.desiredSize ?? 0) < -MAX_UNREAD) mine?.close()
        else controller.enqueue(text.encode(words))
      }
      const send = (event: string, data: object, id?: string): void =>
        write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      mine = {
        ...reader,
        send: (event, data) => send(event, data, latestOf(data)),
        beat: () => write(': .\n\n'),
        close: (reason) => {
          if (!isOpen) return
          if (reason) send('bye', { reason })
          end()
          controller.close()
        },
        stands: async () => (await standingSession(deskDb(), token)) !== null,
      }
      if (request.signal.aborted) return end()
      request.signal.addEventListener('abort', end)
      try {
        await liveHub().open(mine)
        const since = missedFrom === null ? null : await changesSince(deskDb(), Number(missedFrom))
        const now = since?.now ?? (await liveNow(deskDb()))
        send('hello', { seq: String(now), unread: await unreadCount(deskDb(), reader.userId) }, String(now))
        if (since) send('news', { items: await liveHub().named(since.items), many: since.many })
      } catch (error) {
        // The database went away in between: the page asks again by itself.
        console.warn(`live page: ${error instanceof Error ? error.message : String(error)}`)
        mine.close()
      }
    },
    cancel: end,
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform: a proxy that compresses would hold the events back.
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
/** Events a reader may leave unread in our memory. */
const MAX_UNREAD = 500

/** The time of the latest change in an event, so that a page that comes back can say what it heard last. */
function latestOf(data: object): string | undefined {
  const { items } = data as { items?: { t: number }[] }
  return items && items.length > 0 ? String(Math.max(...items.map(({ t }) => t))) : undefined
}
