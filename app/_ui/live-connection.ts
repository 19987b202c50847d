import type { LiveItem, Present } from '@/lib/domain/live'

export type LiveNews = LiveItem & { who: string | null }
export type LiveEvent =
  | { kind: 'news'; items: readonly LiveNews[]; many: boolean }
  | { kind: 'present'; people: readonly Present[] }
  | { kind: 'unread'; unread: number }
type Listener = (event: LiveEvent) => void

const ADDRESS = '/api/desk/live'
const POLL_MS = 20_000
const LONGEST_MS = 300_000
/** Failures in a row before the stream is given up for asking now and then. */
const PATIENCE = 3

/**
 * The one connection of this page: a stream of events while the page is looked at; where that fails, a question every 20 s,
 * less often when it is not answered. Nothing is open while the page is hidden.
 */
const listeners = new Set<Listener>()
let place: string | null = null
let source: EventSource | null = null
let timer: ReturnType<typeof setTimeout> | null = null
let seq = ''
let failures = 0
let isOver = false

const tell = (event: LiveEvent): void => {
  for (const listener of [...listeners]) listener(event)
}
const at = (): string => (place === null ? '' : `at=${encodeURIComponent(place)}`)

function stop(): void {
  source?.close()
  source = null
  if (timer) clearTimeout(timer)
  timer = null
}

function start(): void {
  stop()
  if (isOver || document.hidden || listeners.size === 0) return
  if (typeof EventSource === 'undefined' || failures >= PATIENCE) {
    void ask()
    return
  }
  const mine = new EventSource(`${ADDRESS}?${at()}`)
  source = mine
  const on = (name: string, act: (data: Record<string, unknown>) => void) =>
    mine.addEventListener(name, (event) => {
      failures = 0
      if (event.lastEventId) seq = event.lastEventId
      act(JSON.parse(event.data))
    })
  on('hello', (data) => {
    const before = seq
    seq = String(data.seq)
    tell({ kind: 'unread', unread: Number(data.unread) })
    // Back after having been hidden: what changed meanwhile is asked for once.
    if (before && before !== seq) void catchUp(before)
  })
  on('news', (data) => tell({ kind: 'news', items: data.items as LiveNews[], many: data.many === true }))
  on('present', (data) => tell({ kind: 'present', people: data.people as Present[] }))
  on('told', (data) => tell({ kind: 'unread', unread: Number(data.unread) }))
  on('again', () => void catchUp(seq))
  on('bye', (data) => {
    if (data.reason === 'signed-out') isOver = true
    stop()
    if (data.reason === 'full') {
      failures = PATIENCE
      timer = setTimeout(start, POLL_MS)
    } else if (!isOver) timer = setTimeout(start, POLL_MS / 4)
  })
  mine.onerror = () => {
    if (source !== mine) return
    failures++
    if (mine.readyState !== EventSource.CLOSED && failures < PATIENCE) return // it tries again by itself
    failures = PATIENCE
    stop()
    timer = setTimeout(start, 1_000)
  }
}

/** What changed since a moment; false when there was no answer. */
async function catchUp(since: string): Promise<boolean> {
  try {
    const answer = await fetch(`${ADDRESS}?since=${since || '0'}&${at()}`, { headers: { Accept: 'application/json' } })
    if (answer.status === 401 || answer.status === 404) isOver = true
    if (!answer.ok) return false
    const data = await answer.json()
    seq = data.seq
    tell({ kind: 'unread', unread: data.unread })
    tell({ kind: 'present', people: data.people })
    if (data.many || data.items.length > 0) tell({ kind: 'news', items: data.items, many: data.many })
    return true
  } catch {
    // The network is away: the next question comes later.
    return false
  }
}

async function ask(): Promise<void> {
  const isAnswered = await catchUp(seq)
  if (isOver || document.hidden) return
  failures = isAnswered ? PATIENCE : failures + 1
  timer = setTimeout(start, Math.min(LONGEST_MS, POLL_MS * 2 ** (failures - PATIENCE)))
}

const onVisibility = (): void => {
  if (document.hidden) stop()
  else {
    failures = 0
    start()
  }
}

/** Hears what happens until the returned function is called. The first listener opens the connection, the last closes it. */
export function hearLive(listener: Listener): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', onVisibility)
    addEventListener('pagehide', stop)
    // Let every part of the page say where it is first.
    timer = setTimeout(start, 50)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', onVisibility)
    removeEventListener('pagehide', stop)
    stop()
  }
}

/** Says which thing this page is about, so that others see who is there. */
export function liveAt(next: string | null): void {
  if (place === next) return
  place = next
  if (listeners.size > 0) {
    stop()
    timer = setTimeout(start, 50)
  }
}
