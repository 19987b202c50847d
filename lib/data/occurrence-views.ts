import 'server-only'
import type { OccurrenceView, StatementView } from '@/lib/domain/record'
import { MANY_PASSAGES, mayBeCut, NEVER_CUT } from '@/lib/domain/text-parts'
import { type OccurrenceRow, occurrenceView, statementViews } from './briefs'
import type { Db } from './db'

/**
 * Occurrences that are linked to in their texts. Long texts are known by their length; whether one of ordinary length is cut for
 * its many passages is asked once for all of them.
 */
export async function occurrenceViews(db: Db, rows: readonly OccurrenceRow[]): Promise<OccurrenceView[]> {
  const views = rows.map((row) => occurrenceView(row))
  const lengths = new Map(rows.map(({ anchor: { dispatchVersion: it } }) => [it.dispatch.id, it.length] as const))
  const ordinary = [...lengths].filter(([, length]) => length > NEVER_CUT && !mayBeCut(length, 0)).map(([id]) => id)
  if (ordinary.length === 0) return views
  const dense = await db.$queryRaw<{ id: string }[]>`
    select p.dispatch_id as id from live_passages p where p.dispatch_id = any(${ordinary}::uuid[])
    group by p.dispatch_id having count(*) > ${MANY_PASSAGES}`
  const cut = new Set(dense.map(({ id }) => id))
  return views.map((view) => (cut.has(view.dispatch.id) ? { ...view, isInParts: true } : view))
}

/** The same, each with all it says. */
export async function passageViews(
  db: Db,
  rows: readonly OccurrenceRow[],
): Promise<{ occurrence: OccurrenceView; statements: StatementView[] }[]> {
  const views = await occurrenceViews(db, rows)
  return rows.map((row, i) => ({ occurrence: views[i] ?? occurrenceView(row), statements: statementViews(row) }))
}
