import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { Span } from '@/lib/domain/quote'
import { SuggestedPair } from '@/lib/domain/suggested-pair'
import {
  type Deciding,
  type MadeKind,
  SuggestedValue,
  type SuggestionStatus,
  type SuggestionView,
} from '@/lib/domain/suggestion'
import type { Db } from './db'
import type { Prisma } from './generated/client'

const viewSelect = {
  id: true,
  version: true,
  rule: true,
  confidence: true,
  status: true,
  value: true,
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.SuggestionSelect

/** The suggestions of a text that nobody has decided about, in the order in which they were found. */
export async function openSuggestions(db: Db, dispatchVersionId: string): Promise<SuggestionView[]> {
  const rows = await db.suggestion.findMany({
    where: { dispatchVersionId, status: 'proposed' },
    select: viewSelect,
    orderBy: { id: 'asc' },
    take: 2_000,
  })
  return rows.map(({ decidedBy, value, status, ...row }) => ({
    ...row,
    status: status as SuggestionStatus, // held by a CHECK
    value: SuggestedValue.parse(value),
    decidedBy: decidedBy?.name ?? null,
  }))
}

/** How many suggestions of a text were decided, by status. */
export async function countsOfSuggestions(
  db: Db,
  dispatchVersionId: string,
): Promise<Record<SuggestionStatus, number>> {
  const rows = await db.suggestion.groupBy({ by: ['status'], where: { dispatchVersionId }, _count: true })
  const counts = { proposed: 0, accepted: 0, edited: 0, dismissed: 0 }
  for (const { status, _count } of rows) counts[status as SuggestionStatus] = _count
  return counts
}

export type NewSuggestion = {
  id: string
  dispatchVersionId: string
  kind: string
  rule: string
  ruleset: string
  value: SuggestedValue
  fingerprint: string
  confidence: number
}
/** Keeps what is new; what was proposed before is left as it was decided. Returns how many were new. */
export async function insertSuggestions(
  db: Db,
  _proof: Permit<'claim:add'>,
  suggestions: readonly NewSuggestion[],
): Promise<number> {
  const { count } = await db.suggestion.createMany({ data: [...suggestions], skipDuplicates: true })
  return count
}

/** One suggestion with the text or the two claims it is about and who decided, or null. */
export async function suggestionById(db: Db, id: string) {
  const row = await db.suggestion.findUnique({
    where: { id },
    select: {
      ...viewSelect,
      dispatchVersionId: true,
      claimAId: true,
      claimBId: true,
      decidedById: true,
      madeKind: true,
      madeId: true,
    },
  })
  if (!row) return null
  const { claimAId, claimBId, ...rest } = row
  return {
    ...rest,
    status: row.status as SuggestionStatus,
    madeKind: row.madeKind as MadeKind | null,
    claims: claimAId !== null && claimBId !== null ? ([claimAId, claimBId] as const) : null,
    value: (claimAId === null ? SuggestedValue : SuggestedPair).parse(row.value),
    decidedBy: row.decidedBy?.name ?? null,
  }
}

type Decision =
  | { status: 'accepted' | 'edited'; made: { kind: MadeKind; id: string } }
  | { status: 'dismissed'; reason: string | null }
/** Decides about a suggestion that is still open at this version; false when somebody was quicker. */
export async function decideSuggestion(
  db: Db,
  proof: Permit<Deciding>,
  { id, version, at, ...decision }: { id: string; version: number; at: Date } & Decision,
): Promise<boolean> {
  const { count } = await db.suggestion.updateMany({
    where: { id, version, status: 'proposed' },
    data: {
      status: decision.status,
      decidedById: proof.by,
      decidedAt: at,
      ...(decision.status === 'dismissed'
        ? { reason: decision.reason }
        : { madeKind: decision.made.kind, madeId: decision.made.id }),
      version: version + 1,
    },
  })
  return count === 1
}

/** Opens a suggestion again for the person who decided about it; false when it is not theirs or was changed since. */
export async function reopenSuggestion(
  db: Db,
  proof: Permit<'claim:edit' | 'entity:link' | 'conflict:edit'>,
  id: string,
  version: number,
): Promise<boolean> {
  const { count } = await db.suggestion.updateMany({
    where: { id, version, status: { not: 'proposed' }, decidedById: proof.by },
    data: {
      status: 'proposed',
      decidedById: null,
      decidedAt: null,
      reason: null,
      madeKind: null,
      madeId: null,
      version: version + 1,
    },
  })
  return count === 1
}

/** The passages of a text that are claims already, with the claim. */
export const takenPassages = (
  db: Db,
  dispatchVersionId: string,
): Promise<(Span & { claimRef: string; occurrenceId: string })[]> =>
  db.$queryRaw`
    select p.start, p."end", c.ref as "claimRef", p.occurrence_id as "occurrenceId"
    from live_passages p join anchors a on a.id = p.anchor_id and a.dispatch_version_id = ${dispatchVersionId}::uuid
    join claims c on c.id = p.claim_id
    where p.dispatch_id = (select v.dispatch_id from dispatch_versions v where v.id = ${dispatchVersionId}::uuid)`

/** What a text says of itself that the rules need: its words, its language, its day, who published it. */
export const textToRead = (db: Db, dispatchVersionId: string) =>
  db.dispatchVersion.findUnique({
    where: { id: dispatchVersionId },
    select: {
      id: true,
      text: true,
      length: true,
      language: true,
      dispatch: { select: { id: true, slug: true, publishedFrom: true, publisherId: true, discardedAt: true } },
    },
  })
