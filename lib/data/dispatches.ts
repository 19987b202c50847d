import 'server-only'
import { z } from 'zod'
import type { Permit } from '@/lib/domain/permission'
import { CodePoints, type Span } from '@/lib/domain/quote'
import type { ConflictBrief, DispatchBrief, DispatchRecord, EventBrief } from '@/lib/domain/record'
import { textParts } from '@/lib/domain/text-parts'
import type { VagueDate } from '@/lib/domain/vague-date'
import { dispatchBrief, dispatchSelect, occurrenceSelect, occurrenceView } from './briefs'
import type { Db } from './db'
import { Prisma } from './generated/client'
import { firstPassages, inOrderOf } from './passages'
import { hex, publishedColumns } from './rows'
import type { SearchEyes } from './search-plan'
import { withSharedBriefs } from './shared-briefs'

const Boilerplate = z.array(z.object({ start: z.int(), end: z.int() }))

type Listed = DispatchBrief & { claims: number; conflicts: number }

/** Dispatches that are not discarded, newest first, with how much was taken from each; those after one of them, when it is named. */
export async function dispatchesWithCounts(
  db: Db,
  eyes: SearchEyes,
  { take = 500, after = null }: { take?: number; after?: string | null } = {},
): Promise<Listed[]> {
  if (after !== null && (await db.dispatch.count({ where: { id: after } })) === 0) return []
  const rows = await db.dispatch.findMany({
    where: { discardedAt: null, ...(after === null ? {} : { id: { lt: after } }) },
    select: dispatchSelect,
    orderBy: { id: 'desc' },
    take,
  })
  const ids = rows.map(({ id }) => id)
  const seen = eyes === 'stranger' ? Prisma.sql`and p.is_public` : Prisma.empty
  const [claims, conflicts] = await Promise.all([
    db.$queryRaw<{ id: string; n: number }[]>`
      select p.dispatch_id as id, count(distinct p.claim_id)::int as n from live_passages p
      where p.dispatch_id = any(${ids}::uuid[]) ${seen} group by 1`,
    eyes === 'stranger'
      ? db.$queryRaw<{ id: string; n: number }[]>`
          select dispatch_id as id, conflicts::int as n from public_conflicts_of_dispatches(${ids}::uuid[])`
      : db.$queryRaw<{ id: string; n: number }[]>`
          select p.dispatch_id as id, count(distinct po.conflict_id)::int as n from positions po
          join position_statements ps on ps.position_id = po.id join statements s on s.id = ps.statement_id
          join live_passages p on p.occurrence_id = s.occurrence_id
          where p.dispatch_id = any(${ids}::uuid[]) group by 1`,
  ])
  const [claimsOf, conflictsOf] = [claims, conflicts].map((it) => new Map(it.map(({ id, n }) => [id, n])))
  return rows.map((row) => ({
    ...dispatchBrief(row),
    claims: claimsOf?.get(row.id) ?? 0,
    conflicts: conflictsOf?.get(row.id) ?? 0,
  }))
}

/** Dispatches to choose from, newest first. */
export const dispatchChoices = (db: Db): Promise<{ slug: string; title: string }[]> =>
  db.dispatch.findMany({
    where: { discardedAt: null },
    select: { slug: true, title: true },
    orderBy: { id: 'desc' },
    take: 500,
  })

/** How many passages a reading of a whole text marks. */
export const MARKED = 1_000

/**
 * The latest version of a dispatch with its passages in the order of the text, or null. Of more passages than a page can mark,
 * those from a place on (`from`); or one part of a long text (`part`, from 1), as a text of its own that begins at 0.
 */
export async function dispatchRecord(
  db: Db,
  eyes: SearchEyes,
  slug: string,
  { part = null, from = 0 }: { part?: number | null; from?: number } = {},
): Promise<DispatchRecord | null> {
  const row = await db.dispatch.findUnique({
    where: { slug },
    select: {
      ...dispatchSelect,
      discardedAt: true,
      versions: {
        orderBy: { n: 'desc' },
        take: 1,
        select: { id: true, n: true, text: true, sha256: true, boilerplate: true, retrievedAt: true, length: true },
      },
    },
  })
  const version = row?.versions[0]
  if (!row || !version || row.discardedAt) return null
  const ofDispatch = Prisma.sql`p.dispatch_id = ${row.id}::uuid`
  const first = await firstPassages(db, eyes, Prisma.sql`${ofDispatch} and p.start >= ${from}`, MARKED + 1)
  const parts = part === null ? [] : textParts(version.text, first.total)
  const cut = part === null ? { start: 0, end: version.length } : parts[part - 1]
  if (!cut) return null
  const { ids } =
    parts.length < 2
      ? first
      : await firstPassages(
          db,
          eyes,
          Prisma.sql`${ofDispatch} and p.start >= ${cut.start} and p.start < ${cut.end}`,
          MARKED,
        )
  const marked = ids.slice(0, MARKED)
  const found = await db.occurrence.findMany({
    where: { id: { in: marked }, anchor: { dispatchVersionId: version.id } },
    select: occurrenceSelect,
  })
  const rows = inOrderOf(marked, found)
  const within = <T extends Span>(span: T): T => ({
    ...span,
    start: Math.max(0, span.start - cut.start),
    end: Math.min(cut.end, span.end) - cut.start,
  })
  const occurrences = withSharedBriefs(rows.map(occurrenceView)).map(within)
  const events = new Map<string, EventBrief>()
  const conflicts = new Map<string, ConflictBrief>()
  const sources = new Set<string>()
  for (const occurrence of occurrences) {
    if (occurrence.claim.event) events.set(occurrence.claim.event.ref, occurrence.claim.event)
    for (const conflict of occurrence.conflicts) conflicts.set(conflict.ref, conflict)
    for (const hop of occurrence.chain) sources.add(hop.sourceSlug)
  }
  return {
    ...dispatchBrief(row),
    text: parts.length < 2 ? version.text : new CodePoints(version.text).slice(cut.start, cut.end),
    length: version.length,
    part: { n: part ?? 1, of: Math.max(1, parts.length) },
    total: first.total,
    next: parts.length < 2 && ids.length > MARKED ? (occurrences.at(-1)?.start ?? 0) + 1 : null,
    sha256: hex(version.sha256),
    n: version.n,
    versionId: version.id,
    boilerplate: Boilerplate.parse(version.boilerplate)
      .filter(({ start, end }) => start < cut.end && end > cut.start)
      .map(within),
    retrievedAt: version.retrievedAt.toISOString(),
    occurrences,
    sources: sources.size,
    conflicts: [...conflicts.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    events: [...events.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  }
}

/** The text of one version, with the dispatch it belongs to; null too when that was taken back. */
export const versionText = (db: Db, id: string) =>
  db.dispatchVersion.findUnique({
    where: { id, dispatch: { discardedAt: null } },
    select: {
      id: true,
      text: true,
      language: true,
      dispatch: { select: { id: true, slug: true, publicAt: true, publisherId: true } },
    },
  })

export type NewDispatch = {
  id: string
  versionId: string
  slug: string
  title: string
  url: string | null
  language: string
  publisherId: string | null
  published: VagueDate
  text: string
  sha256: Uint8Array<ArrayBuffer>
  length: number
  boilerplate: readonly Span[]
  retrievedAt: Date
}

export async function insertDispatch(db: Db, proof: Permit<'dispatch:add'>, dispatch: NewDispatch): Promise<void> {
  await db.dispatch.create({
    data: {
      id: dispatch.id,
      slug: dispatch.slug,
      title: dispatch.title,
      url: dispatch.url,
      language: dispatch.language,
      publisherId: dispatch.publisherId,
      ...publishedColumns(dispatch.published),
      createdById: proof.by,
    },
  })
  await db.dispatchVersion.create({
    data: {
      id: dispatch.versionId,
      dispatchId: dispatch.id,
      n: 1,
      text: dispatch.text,
      sha256: dispatch.sha256,
      length: dispatch.length,
      language: dispatch.language,
      boilerplate: dispatch.boilerplate.map(({ start, end }) => ({ start, end })),
      retrievedAt: dispatch.retrievedAt,
    },
  })
}

/** The dispatch whose text has this hash, or null: the same text is not taken in twice by accident. */
export const dispatchBySha256 = (db: Db, sha256: Uint8Array<ArrayBuffer>) =>
  db.dispatchVersion.findFirst({
    where: { sha256, dispatch: { discardedAt: null } },
    select: { id: true, dispatch: { select: { id: true, slug: true } } },
  })

/** Opens a dispatch to the public; returns whether it was closed before. */
export async function openDispatch(
  db: Db,
  _proof: Permit<'dispatch:publish' | 'verdict:publish'>,
  id: string,
  at: Date,
): Promise<boolean> {
  const { count } = await db.dispatch.updateMany({
    where: { id, publicAt: null },
    data: { publicAt: at, version: { increment: 1 } },
  })
  return count === 1
}
