import 'server-only'
import { textParts } from '@/lib/domain/text-parts'
import type { Db } from './db'

/** Which part of its dispatch holds a passage, from 1, and which of the passages of its claim it is there, from 1. */
export type PassagePlace = { ref: string; part: number; nth: number }

/** Where a passage stands in its dispatch as strangers read it; null when they read no such passage there. */
export async function passagePlace(db: Db, slug: string, occurrenceId: string): Promise<PassagePlace | null> {
  const [found] = await db.$queryRaw<
    { dispatchId: string; claimId: string; ref: string; start: number; end: number }[]
  >`
    select p.dispatch_id as "dispatchId", p.claim_id as "claimId", c.ref, p.start, p."end" from live_passages p
    join dispatches d on d.id = p.dispatch_id join claims c on c.id = p.claim_id
    where p.occurrence_id = ${occurrenceId}::uuid and p.is_public and d.slug = ${slug}`
  if (!found) return null
  const [text] = await db.$queryRaw<{ text: string; passages: number }[]>`
    select v.text, (select count(*)::int from live_passages p where p.dispatch_id = v.dispatch_id and p.is_public) as passages
    from dispatch_versions v where v.dispatch_id = ${found.dispatchId}::uuid order by v.n desc limit 1`
  if (!text) return null
  const parts = textParts(text.text, text.passages)
  const at = parts.findIndex(({ start, end }) => start <= found.start && found.start < end)
  const cut = parts[at]
  if (!cut) return null
  const [before] = await db.$queryRaw<{ nth: number }[]>`
    select count(*)::int as nth from live_passages p
    where p.dispatch_id = ${found.dispatchId}::uuid and p.claim_id = ${found.claimId}::uuid and p.is_public
      and p.start >= ${cut.start} and (p.start, -p."end", p.occurrence_id) <= (${found.start}::int, ${-found.end}::int, ${occurrenceId}::uuid)`
  return { ref: found.ref, part: at + 1, nth: before?.nth ?? 1 }
}

/** How many passages of a dispatch stand before one, and where it begins; null when it is none of its passages. */
export async function passagesBefore(
  db: Db,
  slug: string,
  occurrenceId: string,
): Promise<{ before: number; start: number } | null> {
  const [row] = await db.$queryRaw<{ before: number; start: number }[]>`
    select p.start, (select count(*)::int from live_passages q where q.dispatch_id = p.dispatch_id and q.start <= p.start) as before
    from live_passages p join dispatches d on d.id = p.dispatch_id
    where p.occurrence_id = ${occurrenceId}::uuid and d.slug = ${slug}`
  return row ?? null
}
