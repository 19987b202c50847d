import 'server-only'
import type { CommentRequestView, RequestState } from '@/lib/domain/missing-side'
import type { Permit } from '@/lib/domain/permission'
import type { Db } from './db'
import type { Prisma } from './generated/client'

const requestSelect = {
  id: true,
  version: true,
  party: true,
  state: true,
  via: true,
  question: true,
  askedAt: true,
  dueAt: true,
  answer: true,
  answeredAt: true,
  claim: { select: { id: true, ref: true, slug: true, statementFr: true, statementEn: true } },
} as const satisfies Prisma.CommentRequestSelect
type Row = Prisma.CommentRequestGetPayload<{ select: typeof requestSelect }>
const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null
const midnight = (iso: string | null): Date | null => (iso ? new Date(`${iso}T00:00:00Z`) : null)
const view = ({ state, askedAt, dueAt, answeredAt, ...row }: Row): CommentRequestView => ({
  ...row,
  state: state as RequestState, // held by a CHECK
  askedAt: day(askedAt),
  dueAt: day(dueAt),
  answeredAt: day(answeredAt),
})

/** The ledger, those that wait longest first. */
export const commentRequests = async (
  db: Db,
  { claimId, dispatch }: { claimId?: string | undefined; dispatch?: string | undefined },
): Promise<CommentRequestView[]> =>
  (
    await db.commentRequest.findMany({
      where: {
        discardedAt: null,
        ...(claimId ? { claimId } : {}),
        claim: {
          discardedAt: null,
          ...(dispatch
            ? { occurrences: { some: { anchor: { dispatchVersion: { dispatch: { slug: dispatch } } } } } }
            : {}),
        },
      },
      select: requestSelect,
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }, { id: 'asc' }],
      take: 1_000,
    })
  ).map(view)

export async function commentRequestAsSaved(db: Db, id: string): Promise<CommentRequestView | null> {
  const row = await db.commentRequest.findUnique({ where: { id, discardedAt: null }, select: requestSelect })
  return row && view(row)
}

/** Writes a side down; one that was taken back under that very name comes back. Returns its id and version. */
export async function insertCommentRequest(
  db: Db,
  proof: Permit<'claim:edit'>,
  request: { id: string; claimId: string; sourceId: string | null; party: string },
): Promise<{ id: string; version: number }> {
  const { claimId, party, sourceId } = request
  const select = { id: true, version: true } as const
  const gone = await db.commentRequest.findFirst({ where: { claimId, party, discardedAt: { not: null } }, select })
  if (!gone) return db.commentRequest.create({ data: { ...request, createdById: proof.by }, select })
  const data = { sourceId, discardedAt: null, version: gone.version + 1 }
  return db.commentRequest.update({ where: { id: gone.id, version: gone.version }, data, select })
}

/** Takes a side nobody asked yet out of the ledger under the version the writer saw; false when somebody saved in between. */
export async function discardCommentRequest(
  db: Db,
  _proof: Permit<'claim:edit'>,
  id: string,
  version: number,
  at: Date,
): Promise<boolean> {
  const { count } = await db.commentRequest.updateMany({
    where: { id, version, discardedAt: null },
    data: { discardedAt: at, version: version + 1 },
  })
  return count === 1
}

/** How far a request had come at one of its versions, or null. */
export async function commentRequestAt(db: Db, id: string, n: number): Promise<Change | null> {
  const row = await db.revision.findUnique({
    where: { entity_entityId_n: { entity: 'comment_requests', entityId: id, n } },
    select: { content: true },
  })
  if (!row) return null
  const held = row.content as Record<string, string | null>
  return {
    state: held.state as RequestState, // held by a CHECK
    via: held.via ?? null,
    question: held.question ?? null,
    askedAt: held.asked_at ?? null,
    dueAt: held.due_at ?? null,
    answer: held.answer ?? null,
    answeredAt: held.answered_at ?? null,
  }
}

type Change = Pick<CommentRequestView, 'state' | 'via' | 'question' | 'askedAt' | 'dueAt' | 'answer' | 'answeredAt'>
/** Changes a request under the version the writer saw; false when somebody saved in between. */
export async function updateCommentRequest(
  db: Db,
  _proof: Permit<'claim:edit'>,
  id: string,
  version: number,
  { askedAt, dueAt, answeredAt, ...change }: Change,
): Promise<boolean> {
  const { count } = await db.commentRequest.updateMany({
    where: { id, version },
    data: {
      ...change,
      askedAt: midnight(askedAt),
      dueAt: midnight(dueAt),
      answeredAt: midnight(answeredAt),
      version: version + 1,
    },
  })
  return count === 1
}
