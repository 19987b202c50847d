import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { RatingCode } from '@/lib/domain/rating'
import type { VerdictField } from '@/lib/domain/verdict-input'
import type { ReadingDecision } from '@/lib/domain/vocabulary'
import type { Db } from './db'

export async function insertReview(
  db: Db,
  proof: Permit<'verdict:second-read' | 'review:cast'>,
  review: { id: string; claimId: string; ratingCode: RatingCode; note: string | null; isBlind: boolean },
): Promise<void> {
  await db.review.create({ data: { ...review, readerId: proof.by } })
}

/** When this person last rated a claim, or null. */
export async function lastRatedAt(db: Db, claimId: string, readerId: string): Promise<Date | null> {
  const row = await db.review.findFirst({
    where: { claimId, readerId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { createdAt: true },
  })
  return row?.createdAt ?? null
}

/** Whether anybody has rated a claim since a verdict on it was sent. */
export const isRatedSince = async (db: Db, claimId: string, sent: Date): Promise<boolean> =>
  (await db.review.count({ where: { claimId, createdAt: { gte: sent } } })) > 0

/** Every reading of a claim, oldest first. */
export const reviewsOf = (db: Db, claimId: string) =>
  db.review.findMany({
    where: { claimId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      ratingCode: true,
      note: true,
      isBlind: true,
      createdAt: true,
      reader: { select: { id: true, name: true } },
    },
  })

/**
 * The verdicts a blind reading hides from this person now, by id. Any list, history or notice that could show a rating,
 * its words or its author leaves these out.
 */
export async function hiddenVerdictIds(db: Db, readerId: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select v.id from verdicts v where v.is_blind and verdict_is_hidden_from(v, ${readerId}::uuid)`
  return new Set(rows.map(({ id }) => id))
}

export type NewReading = {
  id: string
  verdictId: string
  /** The version of the verdict that was read. */
  n: number
  decision: ReadingDecision
  note: string | null
  comments: readonly { field: VerdictField; body: string }[]
}
/** Keeps what a second reader answered, and what they ask for in each field. */
export async function insertReading(
  db: Db,
  proof: Permit<'verdict:second-read'>,
  { comments, ...reading }: NewReading,
): Promise<void> {
  await db.secondReading.create({ data: { ...reading, readerId: proof.by } })
  if (comments.length > 0)
    await db.readingComment.createMany({ data: comments.map((it) => ({ ...it, readingId: reading.id })) })
}

/** What the last second reader asked for, field by field; empty when they approved or nobody read it. */
export async function lastComments(db: Db, verdictId: string): Promise<Partial<Record<VerdictField, string>>> {
  const row = await db.secondReading.findFirst({
    where: { verdictId },
    orderBy: { n: 'desc' },
    select: { decision: true, comments: { select: { field: true, body: true } } },
  })
  if (row?.decision !== 'changes_requested') return {}
  return Object.fromEntries(row.comments.map(({ field, body }) => [field, body]))
}

/** The last reading this person made of a verdict: which version they read, what they answered and asked for. */
export const lastReadingBy = (db: Db, verdictId: string, readerId: string) =>
  db.secondReading.findFirst({
    where: { verdictId, readerId },
    orderBy: { n: 'desc' },
    select: { n: true, decision: true, note: true, at: true, comments: { select: { field: true, body: true } } },
  })
