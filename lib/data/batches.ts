import 'server-only'
import type { BatchRow, ClaimsChange, ConflictsChange } from '@/lib/domain/batch'
import type { DeskFilter } from '@/lib/domain/desk-filter'
import type { Permit } from '@/lib/domain/permission'
import { claimsMatching } from './claim-lists'
import { conflictsMatching } from './conflict-lists'
import type { Db } from './db'
import { Prisma } from './generated/client'

type Which = { ids: readonly string[] } | { filter: DeskFilter; me: string }
export type Written = { id: string; version: number }

/** The claims meant, locked in one order so that two batches never wait for each other; with the name of the last hand on each. */
export const lockClaims = (db: Db, which: Which): Promise<BatchRow[]> => db.$queryRaw<BatchRow[]>`
  select c.id, c.ref, c.version, c.updated_at as "updatedAt",
    (select u.name from revisions r join users u on u.id::text = r.actor
      where r.entity = 'claims' and r.entity_id = c.id and r.n = c.version) as by
  from claims c
  where ${'ids' in which ? Prisma.sql`c.id = any(${[...which.ids]}::uuid[]) and c.discarded_at is null` : claimsMatching(which.filter, which.me)}
  order by c.id for update of c`

/** The same for conflicts. */
export const lockConflicts = (db: Db, which: Which): Promise<BatchRow[]> => db.$queryRaw<BatchRow[]>`
  select x.id, x.ref, x.version, x.updated_at as "updatedAt",
    (select u.name from revisions r join users u on u.id::text = r.actor
      where r.entity = 'conflicts' and r.entity_id = x.id and r.n = x.version) as by
  from conflicts x
  where ${'ids' in which ? Prisma.sql`x.id = any(${[...which.ids]}::uuid[])` : conflictsMatching(which.filter, which.me)}
  order by x.id for update of x`

/** Writes one change on many claims; those that are so already stay as they are. */
export function writeClaims(
  db: Db,
  _proof: Permit<'claim:edit'>,
  ids: readonly string[],
  change: ClaimsChange,
): Promise<Written[]> {
  const [set, differs] = claimColumns(change)
  return db.$queryRaw<Written[]>`
    update claims set ${set}, version = version + 1 where id = any(${[...ids]}::uuid[]) and ${differs} returning id, version`
}

function claimColumns(change: ClaimsChange): [set: Prisma.Sql, differs: Prisma.Sql] {
  switch (change.do) {
    case 'state':
      return [
        Prisma.sql`work_state = ${change.workState}::work_state`,
        Prisma.sql`work_state <> ${change.workState}::work_state`,
      ]
    case 'label':
      return [Prisma.sql`labels = labels || ${change.label}::text`, Prisma.sql`not ${change.label} = any(labels)`]
    case 'unlabel':
      return [Prisma.sql`labels = array_remove(labels, ${change.label})`, Prisma.sql`${change.label} = any(labels)`]
    case 'assign':
      return [
        Prisma.sql`assignee_id = ${change.assigneeId}::uuid`,
        Prisma.sql`assignee_id is distinct from ${change.assigneeId}::uuid`,
      ]
    case 'event':
      return [
        Prisma.sql`event_id = ${change.eventId}::uuid`,
        Prisma.sql`event_id is distinct from ${change.eventId}::uuid`,
      ]
  }
}

/** Writes one change on many conflicts; a status only where it may follow the one there is. */
export function writeConflicts(
  db: Db,
  _proof: Permit<'conflict:edit'>,
  ids: readonly string[],
  change: ConflictsChange,
): Promise<Written[]> {
  const [set, differs] =
    change.do === 'assign'
      ? [
          Prisma.sql`assignee_id = ${change.assigneeId}::uuid`,
          Prisma.sql`assignee_id is distinct from ${change.assigneeId}::uuid`,
        ]
      : change.do === 'severity'
        ? [Prisma.sql`severity = ${change.severity}::severity`, Prisma.sql`severity <> ${change.severity}::severity`]
        : [
            Prisma.sql`status = ${change.status}::conflict_status`,
            Prisma.sql`status <> ${change.status}::conflict_status`,
          ]
  return db.$queryRaw<Written[]>`
    update conflicts set ${set}, version = version + 1 where id = any(${[...ids]}::uuid[]) and ${differs} returning id, version`
}

/** The conflicts among these whose status is none of those, by ref. */
export const conflictsNotIn = async (db: Db, ids: readonly string[], statuses: readonly string[]): Promise<string[]> =>
  (
    await db.$queryRaw<{ ref: string }[]>`
      select ref from conflicts where id = any(${[...ids]}::uuid[]) and not status::text = any(${[...statuses]}) order by ref`
  ).map(({ ref }) => ref)

export type NewBatch = {
  id: string
  entity: 'claims' | 'conflicts'
  change: ClaimsChange | ConflictsChange
  written: readonly Written[]
}

/** Keeps what a batch wrote, so that it can be taken back. */
export async function insertBatch(
  db: Db,
  { by }: Permit<'claim:edit'> | Permit<'conflict:edit'>,
  { id, entity, change, written }: NewBatch,
): Promise<void> {
  await db.batch.create({
    data: {
      id,
      userId: by,
      entity,
      change,
      rowIds: written.map((row) => row.id),
      versions: written.map((row) => row.version),
    },
  })
}

export const batchById = (db: Db, id: string) =>
  db.batch.findUnique({
    where: { id },
    select: { id: true, userId: true, entity: true, rowIds: true, versions: true, undoneAt: true },
  })

/**
 * Puts the rows of a batch back to what the revision before it says. Each row is still at the version the batch made, so
 * nothing but the batch is taken back.
 */
export async function putBatchBack(
  db: Db,
  _proof: Permit<'claim:edit'> | Permit<'conflict:edit'>,
  entity: 'claims' | 'conflicts',
  ids: readonly string[],
): Promise<number> {
  return entity === 'claims'
    ? db.$executeRaw`
        update claims c set work_state = (r.content ->> 'work_state')::work_state, assignee_id = (r.content ->> 'assignee_id')::uuid,
          event_id = (r.content ->> 'event_id')::uuid,
          labels = array(select jsonb_array_elements_text(r.content -> 'labels')), version = c.version + 1
        from revisions r where r.entity = 'claims' and r.entity_id = c.id and r.n = c.version - 1 and c.id = any(${[...ids]}::uuid[])`
    : db.$executeRaw`
        update conflicts x set status = (r.content ->> 'status')::conflict_status, severity = (r.content ->> 'severity')::severity,
          assignee_id = (r.content ->> 'assignee_id')::uuid, version = x.version + 1
        from revisions r where r.entity = 'conflicts' and r.entity_id = x.id and r.n = x.version - 1 and x.id = any(${[...ids]}::uuid[])`
}

export async function markBatchUndone(
  db: Db,
  _proof: Permit<'claim:edit'> | Permit<'conflict:edit'>,
  id: string,
  at: Date,
): Promise<void> {
  await db.batch.update({ where: { id }, data: { undoneAt: at }, select: { id: true } })
}
