import 'server-only'
import { type ConflictLine, conflictLines } from '@/lib/data/desk-review'
import type { PrismaClient } from '@/lib/data/generated/client'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { Desk } from '@/lib/domain/desk'
import { permit, permits } from '@/lib/domain/permission'

export type { ConflictLine }
export type ConflictFilter = Partial<Record<'status' | 'class' | 'type' | 'event', string>>
/** For each choice of a filter, how many conflicts it would show with the other filters as they are. */
export type ConflictCounts = Record<keyof ConflictFilter, ReadonlyMap<string, number>>

const KEYS = ['status', 'class', 'type', 'event'] as const
const chosenOf = (line: ConflictLine, key: (typeof KEYS)[number]): string =>
  key === 'event' ? line.event.slug : line[key]
const passes = (line: ConflictLine, filter: ConflictFilter, except?: string): boolean =>
  KEYS.every((key) => key === except || !filter[key] || chosenOf(line, key) === filter[key])

/** The conflicts that pass a filter, open ones first, then by ref. */
export async function loadDeskConflicts({ db, actor }: Desk<PrismaClient>, filter: ConflictFilter) {
  permit(actor, 'desk:read')
  const all = await conflictLines(db)
  const counted = (key: keyof ConflictFilter): ReadonlyMap<string, number> => {
    const of = new Map<string, number>()
    for (const line of all)
      if (passes(line, filter, key)) of.set(chosenOf(line, key), (of.get(chosenOf(line, key)) ?? 0) + 1)
    return of
  }
  const counts: ConflictCounts = {
    status: counted('status'),
    class: counted('class'),
    type: counted('type'),
    event: counted('event'),
  }
  const lines = all.filter((line) => passes(line, filter))
  const events = new Map(all.map(({ event }) => [event.slug, event]))
  return {
    lines: [
      ...lines.filter(({ status }) => isOpenConflict(status)),
      ...lines.filter(({ status }) => !isOpenConflict(status)),
    ],
    total: all.length,
    open: all.filter(({ status }) => isOpenConflict(status)).length,
    counts,
    events: [...events.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    mayMark: permits(actor, 'conflict:mark'),
  }
}
