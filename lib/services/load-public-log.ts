import 'server-only'
import { publicDb } from '@/lib/data/db'
import { checkpointNotes, latestCheckpoint, logRows } from '@/lib/data/public-log'

/** How many rows one answer holds; the rest is at the address of its next part. */
const PART_SIZE = 5_000

/** The latest checkpoint as a signed note, or null while there is none. */
export const loadCheckpoint = (): Promise<string | null> => latestCheckpoint(publicDb())

/** Rows of the log after `after`, as a stranger may read them, up to the last checkpoint; `next` is what to go on after. */
export async function loadLogPart(after: number) {
  const rows = await logRows(publicDb(), after, PART_SIZE + 1)
  const items = rows.slice(0, PART_SIZE)
  return { items, next: rows.length > PART_SIZE ? (items.at(-1)?.seq ?? null) : null }
}

/** Every checkpoint after a row of the log, oldest first, in parts. */
export async function loadCheckpoints(after: number) {
  const rows = await checkpointNotes(publicDb(), after, PART_SIZE + 1)
  const items = rows.slice(0, PART_SIZE).map(({ seq, at, note }) => ({ seq: Number(seq), at: at.toISOString(), note }))
  return { items, next: rows.length > PART_SIZE ? (items.at(-1)?.seq ?? null) : null }
}
