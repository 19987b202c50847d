const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,6})?))?(?:Z|\+00:00)?)?$/

/**
 * The moment an address asks for (`?at=2026-11-26T10:00`), in UTC like every time of the desk, to the microsecond; a day
 * alone means its end. Null when nothing is asked, or what is asked is no moment: never another one in its place.
 */
export function momentOf(raw: unknown): string | null {
  if (typeof raw !== 'string') return null
  const [, day, minute, seconds] = SHAPE.exec(raw) ?? []
  if (!day) return null
  const time = minute ? `${minute}:${seconds ?? '00'}` : '23:59:59.999999'
  const at = `${day}T${time}Z`
  const read = new Date(at)
  // 31 February is read as 3 March by some: what comes back must be what was asked.
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day ? null : at
}

/** The moment an address asks for, or why there is none: it cannot be read, or has not come yet. */
export type AskedMoment = { is: 'moment'; at: string } | { is: 'unread' | 'future' }

/** Reads `?at=` by the clock it is given (ISO). A day means its end; today has not ended, and reaches to now. */
export function askedMoment(asked: string, now: string): AskedMoment {
  const at = momentOf(asked)
  if (at === null) return { is: 'unread' }
  const isFuture = asked.length > 10 ? Date.parse(at) > Date.parse(now) : at.slice(0, 10) > now.slice(0, 10)
  return isFuture ? { is: 'future' } : { is: 'moment', at: Date.parse(at) > Date.parse(now) ? now : at }
}
