import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import { CodePoints, type Span } from '@/lib/domain/quote'
import type { ClaimBrief, ClaimRecord } from '@/lib/domain/record'
import type { ClaimRelationKind, WorkState } from '@/lib/domain/vocabulary'
import { claimBrief, claimSelect, inTextOrder, occurrenceSelect, occurrenceView } from './briefs'
import { conflictRecords } from './conflicts'
import type { Db } from './db'
import { evidenceOfClaim } from './evidence'
import { Prisma } from './generated/client'
import { passageViews } from './occurrence-views'
import { verdictVersionsOf } from './verdict-versions'

/** How many other voices on the same event a claim is set beside; the event has them all. */
const OTHERS = 200

/** Claims by ref, with their published verdict; discarded ones left out. */
export const claimsBySlug = (db: Db, slug: string) =>
  db.claim.findUnique({ where: { slug }, select: { ...claimSelect, discardedAt: true } })

/** Everything the verdict page shows of one claim, or null. */
export async function claimRecord(db: Db, slug: string): Promise<ClaimRecord | null> {
  const row = await db.claim.findUnique({
    where: { slug },
    select: {
      ...claimSelect,
      discardedAt: true,
      updatedAt: true,
      occurrences: {
        where: { discardedAt: null },
        select: {
          ...occurrenceSelect,
          anchor: {
            select: {
              ...occurrenceSelect.anchor.select,
              dispatchVersion: {
                select: { text: true, ...occurrenceSelect.anchor.select.dispatchVersion.select },
              },
            },
          },
        },
        ...inTextOrder,
      },
    },
  })
  if (!row || row.discardedAt) return null
  const texts = row.occurrences.map(({ anchor }) => paragraphAround(anchor.dispatchVersion.text, anchor))
  const occurrences = (await passageViews(db, row.occurrences)).map(({ occurrence, statements }, i) => ({
    ...{ ...occurrence, statements },
    paragraph: texts[i] ?? { text: occurrence.exact, start: occurrence.start },
  }))
  const refs = [...new Set(occurrences.flatMap((occurrence) => occurrence.conflicts.map(({ ref }) => ref)))]
  const own = new Set(occurrences.map(({ id }) => id))
  const said = row.event
    ? await db.occurrence.findMany({
        where: { discardedAt: null, claim: { eventId: row.event.id, discardedAt: null }, id: { notIn: [...own] } },
        select: occurrenceSelect,
        ...inTextOrder,
        take: OTHERS,
      })
    : []
  return {
    ...claimBrief(row),
    occurrences,
    conflicts: await conflictRecords(db, { ref: { in: refs } }),
    evidence: await evidenceOfClaim(db, row.id),
    relations: await relationsOf(db, row.id),
    versions: await verdictVersionsOf(db, row.id),
    others: await passageViews(db, said),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** The line or paragraph of the text that holds a span, so that a quotation is read where it stands. */
function paragraphAround(text: string, { start, end }: Span): { text: string; start: number } {
  const points = new CodePoints(text)
  const from =
    text.lastIndexOf('\n', points.length === text.length ? start - 1 : [...text].slice(0, start).join('').length - 1) +
    1
  const tail = text.indexOf('\n', points.length === text.length ? end : [...text].slice(0, end).join('').length)
  const to = tail < 0 ? text.length : tail
  return { text: text.slice(from, to), start: points.placeOf(from) }
}

async function relationsOf(db: Db, claimId: string): Promise<ClaimRecord['relations']> {
  const rows = await db.claimRelation.findMany({
    where: { endedAt: null, OR: [{ fromId: claimId }, { toId: claimId }] },
    select: {
      kind: true,
      noteFr: true,
      noteEn: true,
      fromId: true,
      from: { select: { ...claimSelect, discardedAt: true } },
      to: { select: { ...claimSelect, discardedAt: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap((row) => {
    const isFrom = row.fromId === claimId
    const other = isFrom ? row.to : row.from
    return other.discardedAt
      ? []
      : [
          {
            kind: row.kind,
            direction: isFrom ? ('from' as const) : ('to' as const),
            noteFr: row.noteFr,
            noteEn: row.noteEn,
            claim: claimBrief(other),
          },
        ]
  })
}

/** Claims with a published verdict, latest verdict first; those after one version of a verdict, when it is named. */
export async function claimsWithVerdict(
  db: Db,
  take: number,
  after: string | null = null,
): Promise<
  {
    versionId: string
    claim: ClaimBrief
    summaryFr: string | null
    summaryEn: string | null
    occurrence: ReturnType<typeof occurrenceView> | null
  }[]
> {
  const latest = await db.$queryRaw<{ id: string }[]>`
    select v.id from verdict_versions v join verdicts d on d.id = v.verdict_id
    where not exists (select from verdict_versions w where w.verdict_id = v.verdict_id and w.n > v.n)
      and exists (select from claims c where c.id = d.claim_id and c.discarded_at is null)
      ${after === null ? Prisma.empty : Prisma.sql`and (v.published_at, v.id) < (select x.published_at, x.id from verdict_versions x where x.id = ${after}::uuid)`}
    order by v.published_at desc, v.id desc limit ${take}`
  const rows = await db.verdictVersion.findMany({
    where: { id: { in: latest.map(({ id }) => id) } },
    select: {
      id: true,
      summaryFr: true,
      summaryEn: true,
      verdict: {
        select: {
          claim: {
            select: {
              ...claimSelect,
              occurrences: { where: { discardedAt: null }, select: occurrenceSelect, ...inTextOrder, take: 1 },
            },
          },
        },
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return latest.flatMap(({ id }) => {
    const row = byId.get(id)
    if (!row) return []
    const { claim } = row.verdict
    return [
      {
        versionId: id,
        claim: claimBrief(claim),
        summaryFr: row.summaryFr,
        summaryEn: row.summaryEn,
        occurrence: claim.occurrences[0] ? occurrenceView(claim.occurrences[0]) : null,
      },
    ]
  })
}

export type NewClaim = {
  id: string
  ref: string
  slug: string
  statementFr: string | null
  statementEn: string | null
  isCheckable: boolean
  eventId: string | null
}

export async function insertClaim(db: Db, proof: Permit<'claim:add'>, claim: NewClaim): Promise<void> {
  await db.claim.create({ data: { ...claim, createdById: proof.by } })
}

export type ClaimChange = Partial<{
  statementFr: string | null
  statementEn: string | null
  isCheckable: boolean
  eventId: string | null
  workState: WorkState
  assigneeId: string | null
  labels: string[]
  discardedAt: Date | null
}>

/** Changes a claim under the version the writer saw; false when somebody saved in between. */
export async function updateClaim(
  db: Db,
  _proof: Permit<'claim:edit'>,
  id: string,
  version: number,
  change: ClaimChange,
): Promise<boolean> {
  const { count } = await db.claim.updateMany({ where: { id, version }, data: { ...change, version: version + 1 } })
  return count === 1
}

/** What somebody else saved, to lay beside what was typed. */
export const claimAsSaved = (db: Db, id: string) =>
  db.claim.findUnique({
    where: { id },
    select: {
      id: true,
      ref: true,
      slug: true,
      version: true,
      statementFr: true,
      statementEn: true,
      isCheckable: true,
      eventId: true,
      workState: true,
      assigneeId: true,
      discardedAt: true,
      publicAt: true,
    },
  })

/** Opens claims to the public, with all they stand on: their sources, events and the places of their names. */
export async function openClaims(
  db: Db,
  _proof: Permit<'dispatch:publish' | 'verdict:publish'>,
  claimIds: readonly string[],
  at: Date,
): Promise<number> {
  const ids = [...claimIds]
  const { count } = await db.claim.updateMany({
    where: { id: { in: ids }, publicAt: null, discardedAt: null },
    data: { publicAt: at, version: { increment: 1 } },
  })
  await openSourcesOf(db, ids, at)
  await db.event.updateMany({
    where: { publicAt: null, claims: { some: { id: { in: ids } } } },
    data: { publicAt: at, version: { increment: 1 } },
  })
  return count
}

/** A public claim's chain is public as a whole: no hop may lead to a source a stranger cannot see. */
export async function openSourcesOf(db: Db, claimIds: readonly string[], at: Date): Promise<void> {
  await db.source.updateMany({
    where: {
      publicAt: null,
      OR: [
        { hops: { some: { occurrence: { claimId: { in: [...claimIds] } } } } },
        {
          dispatches: {
            some: {
              versions: { some: { anchors: { some: { occurrences: { some: { claimId: { in: [...claimIds] } } } } } } },
            },
          },
        },
      ],
    },
    data: { publicAt: at, version: { increment: 1 } },
  })
}

export async function insertClaimRelation(
  db: Db,
  _proof: Permit<'claim:edit'>,
  relation: {
    id: string
    kind: ClaimRelationKind
    fromId: string
    toId: string
    noteFr: string | null
    noteEn: string | null
  },
): Promise<void> {
  await db.claimRelation.create({ data: relation })
}

/** Ends a relation between two claims; false when it is not in force. */
export async function endClaimRelation(db: Db, _proof: Permit<'claim:edit'>, id: string, at: Date): Promise<boolean> {
  const { count } = await db.claimRelation.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } })
  return count === 1
}

/** The dispatches a claim was taken from. */
export const dispatchesOfClaim = async (db: Db, claimId: string): Promise<string[]> =>
  (
    await db.dispatch.findMany({
      where: { versions: { some: { anchors: { some: { occurrences: { some: { claimId, discardedAt: null } } } } } } },
      select: { id: true },
    })
  ).map(({ id }) => id)

/** The claims taken from a dispatch, by ref. */
export const claimsOfDispatch = async (db: Db, dispatchId: string): Promise<string[]> =>
  (
    await db.claim.findMany({
      where: {
        discardedAt: null,
        occurrences: { some: { discardedAt: null, anchor: { dispatchVersion: { dispatchId } } } },
      },
      select: { id: true },
      orderBy: { ref: 'asc' },
    })
  ).map(({ id }) => id)
