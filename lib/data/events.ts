import 'server-only'
import { isOpenConflict } from '@/lib/domain/conflict'
import type { Permit } from '@/lib/domain/permission'
import { PROPERTY_CODES, type PropertyCode } from '@/lib/domain/property'
import type { EventBrief, EventMatrix, EventRecord } from '@/lib/domain/record'
import type { VagueDate } from '@/lib/domain/vague-date'
import { CONFLICT_STATUSES } from '@/lib/domain/vocabulary'
import { conflictBrief, conflictSelect, eventBrief, eventSelect, occurrenceSelect } from './briefs'
import { conflictRecords } from './conflicts'
import type { Db } from './db'
import { entityById } from './entities'
import { placesOfEvent } from './event-places'
import { Prisma } from './generated/client'
import { passageViews } from './occurrence-views'
import { firstPassages, inOrderOf } from './passages'
import { timeColumns } from './rows'
import type { SearchEyes } from './search-plan'
import { withSharedBriefs } from './shared-briefs'

/** Events that are not discarded, by ref; those after one of them, when it is named. */
export async function eventBriefs(db: Db, take = 2_000, after: string | null = null): Promise<EventBrief[]> {
  const last = after === null ? null : await db.event.findUnique({ where: { id: after }, select: { ref: true } })
  if (after !== null && last === null) return []
  const rows = await db.event.findMany({
    where: { discardedAt: null, ...(last && { ref: { gt: last.ref } }) },
    select: eventSelect,
    orderBy: { ref: 'asc' },
    take,
  })
  return rows.map(eventBrief)
}

/** The same, with how many claims and unsettled conflicts each has. */
export async function eventsWithCounts(db: Db): Promise<(EventBrief & { claims: number; open: number })[]> {
  const rows = await db.event.findMany({
    where: { discardedAt: null },
    select: {
      ...eventSelect,
      _count: {
        select: {
          claims: { where: { discardedAt: null } },
          conflicts: { where: { status: { in: CONFLICT_STATUSES.filter(isOpenConflict) } } },
        },
      },
    },
    orderBy: { ref: 'asc' },
    take: 2_000,
  })
  return rows.map((row) => ({ ...eventBrief(row), claims: row._count.claims, open: row._count.conflicts }))
}

/** How many passages the matrix of an event shows, and how many conflicts its page has in full. */
const ROWS = 250
const CONFLICTS = 20

/** The matrix of an event, or null: rows in the order of the text, columns in the order of the closed list. */
export async function eventMatrix(db: Db, eyes: SearchEyes, slug: string): Promise<EventMatrix | null> {
  const row = await db.event.findUnique({
    where: { slug },
    select: {
      ...eventSelect,
      version: true,
      placeId: true,
      publicAt: true,
      discardedAt: true,
      parent: { select: { ...eventSelect, discardedAt: true } },
      parts: { where: { discardedAt: null }, select: eventSelect, orderBy: { ref: 'asc' } },
    },
  })
  if (!row || row.discardedAt) return null
  const about = Prisma.sql`p.occurrence_id in (
    select x.occurrence_id from claims c join live_passages x on x.claim_id = c.id where c.event_id = ${row.id}::uuid
    union select s.occurrence_id from statements s where s.event_id = ${row.id}::uuid)`
  const { ids, total } = await firstPassages(db, eyes, about, ROWS)
  const found = await db.occurrence.findMany({
    where: { id: { in: ids } },
    select: { ...occurrenceSelect, statements: { ...occurrenceSelect.statements, where: { eventId: row.id } } },
  })
  const occurrences = inOrderOf(ids, found)
  const read = await passageViews(db, occurrences)
  const views = withSharedBriefs(read.map(({ occurrence }) => occurrence))
  const rows = read.map(({ occurrence, statements }, i) => ({ occurrence: views[i] ?? occurrence, statements }))
  const spoken = new Set<PropertyCode>(rows.flatMap(({ statements }) => statements.map(({ property }) => property)))
  return {
    ...eventBrief(row),
    version: row.version,
    isPublic: row.publicAt !== null,
    place: row.placeId ? await entityById(db, row.placeId) : null,
    parent: row.parent && !row.parent.discardedAt ? eventBrief(row.parent) : null,
    parts: row.parts.map(eventBrief),
    properties: PROPERTY_CODES.filter((code) => spoken.has(code)),
    rows,
    total,
    conflicts: (
      await db.conflict.findMany({
        where: { eventId: row.id },
        select: conflictSelect,
        orderBy: { ref: 'asc' },
        take: 200,
      })
    ).map(conflictBrief),
  }
}

/** The matrix of an event with its conflicts in full and the places it can be shown at, or null. */
export async function eventRecord(db: Db, eyes: SearchEyes, slug: string): Promise<EventRecord | null> {
  const matrix = await eventMatrix(db, eyes, slug)
  if (!matrix) return null
  const [conflicts, places] = await Promise.all([
    conflictRecords(db, { eventId: matrix.id }, CONFLICTS),
    placesOfEvent(db, matrix.id),
  ])
  return { ...matrix, conflicts, conflictsTotal: matrix.conflicts.length, places }
}

export type NewEvent = {
  id: string
  ref: string
  slug: string
  titleFr: string
  titleEn: string
  date: VagueDate
  placeId: string | null
  parentId: string | null
}
export async function insertEvent(db: Db, proof: Permit<'event:add'>, { date, ...event }: NewEvent): Promise<void> {
  await db.event.create({ data: { ...event, ...timeColumns(date), createdById: proof.by } })
}
export type EventChange = { titleFr: string; titleEn: string; date: VagueDate; placeId: string | null }
/** Changes an event under the version the writer saw; false when somebody saved in between. */
export async function updateEvent(
  db: Db,
  _proof: Permit<'event:edit'>,
  id: string,
  version: number,
  { date, ...change }: EventChange,
): Promise<boolean> {
  const { count } = await db.event.updateMany({
    where: { id, version },
    data: { ...change, ...timeColumns(date), version: version + 1 },
  })
  return count === 1
}
/** What somebody else saved, to lay beside what was typed. */
export async function eventAsSaved(db: Db, id: string) {
  const row = await db.event.findUnique({
    where: { id },
    select: { ...eventSelect, version: true, placeId: true, discardedAt: true },
  })
  return (
    row && { ...eventBrief(row), version: row.version, placeId: row.placeId, isDiscarded: row.discardedAt !== null }
  )
}
export const eventBySlug = (db: Db, slug: string) =>
  db.event.findUnique({ where: { slug, discardedAt: null }, select: { id: true } })
export const eventById = (db: Db, id: string) =>
  db.event.findUnique({ where: { id, discardedAt: null }, select: { id: true, slug: true } })
