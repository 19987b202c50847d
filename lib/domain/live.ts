import { isUuid } from './ids'

/** What an open page hears of one change: which row, which version, when, who (unless that is not told), what it stands on. */
export type LiveItem = { e: string; i: string; n: number; t: number; a?: string; on?: string; d?: string }
/** Somebody who has the same page open. */
export type Present = { id: string; name: string }

const PLACES = ['claim', 'conflict', 'dispatch'] as const
/** `claim:<id>`: the page a person has open, or null when it is none that shows who is there. */
export function livePlace(raw: string | null): string | null {
  const [kind, id = ''] = (raw ?? '').split(':')
  return PLACES.some((it) => it === kind) && isUuid(id) ? `${kind}:${id}` : null
}

/** Heartbeats are 15 s apart: two that are missed, and somebody is gone. */
export const PRESENT_FOR_MS = 40_000

/** Who is where, kept for as long as they say so. Knows no clock: every question brings the time. */
export function presence() {
  const places = new Map<string, Map<string, { name: string; until: number }>>()
  /** Says that somebody is there; true when nobody knew. */
  const here = (place: string, person: Present, now: number): boolean => {
    const there = places.get(place) ?? new Map<string, { name: string; until: number }>()
    places.set(place, there)
    const before = there.get(person.id)
    there.set(person.id, { name: person.name, until: now + PRESENT_FOR_MS })
    return before === undefined || before.until < now
  }
  const gone = (place: string, id: string): boolean => {
    const there = places.get(place)
    const was = there?.delete(id) ?? false
    if (there?.size === 0) places.delete(place)
    return was
  }
  /** Forgets who has not said anything for too long; the places that changed. */
  const expire = (now: number): string[] => {
    const changed = new Set<string>()
    for (const [place, there] of places)
      for (const [id, { until }] of there) if (until < now && gone(place, id)) changed.add(place)
    return [...changed]
  }
  const at = (place: string, now: number): Present[] =>
    [...(places.get(place) ?? [])].flatMap(([id, { name, until }]) => (until < now ? [] : [{ id, name }]))
  return { here, gone, expire, at, size: () => places.size }
}
