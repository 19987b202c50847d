import 'server-only'
import type { OccurrenceView } from '@/lib/domain/record'

/**
 * The same occurrences, with one object each for the dispatch, the event and the conflicts they share. A page that hands them
 * to the browser then sends each of these once, not once per passage.
 */
export function withSharedBriefs(occurrences: readonly OccurrenceView[]): OccurrenceView[] {
  const seen = new Map<string, object>()
  const one = <T extends { id: string }>(brief: T): T => {
    const first = seen.get(brief.id)
    if (first) return first as T
    seen.set(brief.id, brief)
    return brief
  }
  return occurrences.map((it) => ({
    ...it,
    dispatch: one(it.dispatch),
    claim: { ...it.claim, event: it.claim.event && one(it.claim.event) },
    conflicts: it.conflicts.map(one),
  }))
}
