import type { EventRecord } from './record'
import { byFirstDay, type VagueDate } from './vague-date'

/** What a date is the date of: the event itself, what a passage says of it, when it was said, when it was printed. */
export type MomentKind = 'event' | 'told' | 'said' | 'printed'
/** One line of a timeline: the days it can mean, null where it is open, and the passages it comes from. */
export type TimelineItem = { kind: MomentKind; date: VagueDate; language: string | null; refs: readonly string[] }

/** The dates of an event, of its passages and of the texts, each once; and how many passages have no date. */
export function timelineOf(record: Pick<EventRecord, 'date' | 'rows'>): { items: TimelineItem[]; undated: number } {
  const items = new Map<string, { kind: MomentKind; date: VagueDate; language: string | null; refs: Set<string> }>()
  const note = (kind: MomentKind, date: VagueDate, language: string | null, ref: string | null): void => {
    if (date.edtf === null || (date.from === null && date.to === null)) return
    const key = `${kind} ${date.edtf} ${date.basis} ${date.words ?? ''}`
    const known = items.get(key) ?? { kind, date, language, refs: new Set() }
    if (ref !== null) known.refs.add(ref)
    items.set(key, known)
  }
  note('event', record.date, record.rows[0]?.occurrence.dispatch.language ?? null, null)
  let undated = 0
  for (const { occurrence } of record.rows) {
    const { date, chain, dispatch, claim } = occurrence
    const { language } = dispatch
    if (date.edtf === null) undated++
    note('told', date, language, claim.ref)
    for (const { spokenBy, spokenWords } of chain.slice(0, 1))
      if (spokenBy !== null)
        note(
          'said',
          { words: spokenWords, edtf: spokenBy, from: spokenBy, to: spokenBy, basis: 'stated' },
          language,
          claim.ref,
        )
    note('printed', dispatch.published, language, null)
  }
  const sorted = [...items.values()].map((it) => ({ ...it, refs: [...it.refs] }))
  return { items: sorted.sort((a, b) => byFirstDay(a.date, b.date)), undated }
}

/** The days a timeline spans, as milliseconds, with air on both sides; null when nothing is dated. */
export function spanOfTimeline(items: readonly TimelineItem[]): { from: number; to: number } | null {
  const days = items.flatMap(({ date: { from, to } }) =>
    [from, to].flatMap((it) => (it === null ? [] : [Date.parse(it)])),
  )
  if (days.length === 0) return null
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const air = Math.max(86_400_000, (to - from) * 0.08)
  return { from: from - air, to: to + air }
}

/** Unsure by its own words: about, perhaps, or both (EDTF ~ ? %). */
export const isApproximate = ({ edtf }: VagueDate): boolean => /[~?%]/.test(edtf ?? '')
