import { z } from 'zod'
import { Fault } from './fault'
import { line, oneOf, optionalUuid, uuid, version } from './input'
import { SEVERITIES, WORK_STATES } from './vocabulary'

/** Longest label, in code points: a label is a word or two. */
export const MAX_LABEL = 40
const label = () =>
  line().refine((it) => [...it].length <= MAX_LABEL, { params: { reason: 'too_long', values: { max: MAX_LABEL } } })

/** What can be done to many claims at once. */
export const ClaimsChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('state'), workState: oneOf(WORK_STATES) }),
  z.strictObject({ do: z.literal('label'), label: label() }),
  z.strictObject({ do: z.literal('unlabel'), label: label() }),
  z.strictObject({ do: z.literal('assign'), assigneeId: optionalUuid() }),
  z.strictObject({ do: z.literal('event'), eventId: optionalUuid() }),
])
export type ClaimsChange = z.output<typeof ClaimsChange>

/** What can be done to many conflicts at once; settling one is done one by one, with its rationale. */
export const ConflictsChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), assigneeId: optionalUuid() }),
  z.strictObject({ do: z.literal('severity'), severity: oneOf(SEVERITIES) }),
  z.strictObject({ do: z.literal('status'), status: z.enum(['open', 'under_review']) }),
])
export type ConflictsChange = z.output<typeof ConflictsChange>

/**
 * Which rows: those ticked, with the version that was seen of each, or all that a filter means, with how many there were and
 * when they were counted. `others`: leave out what somebody changed since.
 */
export const Selection = z.strictObject({
  picked: z
    .array(z.strictObject({ id: uuid(), version: version() }))
    .max(500)
    .default([]),
  matching: z
    .strictObject({ query: z.string().max(2_000), count: z.coerce.number().int().min(0), seenAt: z.coerce.date() })
    .nullish()
    .transform((it) => it ?? null),
  others: z.boolean().default(false),
})
export type Selection = z.output<typeof Selection>

/** A row as it is now, locked; `by` is whoever changed it last. */
export type BatchRow = { id: string; ref: string; version: number; updatedAt: Date; by: string | null }
/** A row that is no longer what was seen, by the name people say aloud; `by` and `at` are null for one that went away. */
export type ChangedRow = { ref: string; by: string | null; at: string | null }

/**
 * The rows to write. Refuses half: when somebody changed one since, or when the filter means another number of rows now,
 * nothing is written and every such row is named; unless the person said to do the others.
 */
export function rowsToWrite(
  entity: 'claims' | 'conflicts',
  selection: Selection,
  rows: readonly BatchRow[],
): BatchRow[] {
  const seen = new Map(selection.picked.map(({ id, version }) => [id, version]))
  const { matching } = selection
  const isSame = (row: BatchRow) => (matching ? row.updatedAt <= matching.seenAt : row.version === seen.get(row.id))
  const fit = rows.filter(isSame)
  const changed: ChangedRow[] = rows
    .filter((row) => !isSame(row))
    .map(({ ref, by, updatedAt }) => ({ ref, by, at: updatedAt.toISOString() }))
  const gone = matching ? Math.max(0, matching.count - rows.length) : seen.size - rows.length
  const isOtherCount = matching !== null && rows.length !== matching.count
  if (!selection.others && (changed.length > 0 || gone > 0 || isOtherCount))
    throw new Fault('stale', entity, [], {
      entity,
      id: '',
      version: 0,
      theirs: { changed: changed.slice(0, NAMED), more: Math.max(0, changed.length - NAMED), gone, left: fit.length },
    })
  return fit
}

/** How many changed rows are named one by one. */
const NAMED = 50

/** Ticked boxes as they come from a form: `id:version:ref`. What is not of this shape was not one of our boxes. */
export function readPicks(raw: string | readonly string[] | undefined): { id: string; version: number; ref: string }[] {
  const picks = raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw
  return picks.flatMap((pick) => {
    const found = /^([0-9a-f-]{36}):(\d{1,9}):(\w{1,20})$/.exec(pick)
    return found ? [{ id: found[1] ?? '', version: Number(found[2]), ref: found[3] ?? '' }] : []
  })
}
