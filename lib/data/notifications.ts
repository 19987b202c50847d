import 'server-only'
import type { NoteTarget, NoteTargetKind } from '@/lib/domain/note'
import type { News, NewsCursor, NotificationKind } from '@/lib/domain/notification'
import type { Db } from './db'
import { placeKey, placesOf } from './note-targets'

type Row = {
  id: bigint
  kind: NotificationKind
  targetKind: NoteTargetKind
  targetId: string
  who: string | null
  note: string | null
  at: Date
  isSeen: boolean
}
const targetOf = (row: Row): NoteTarget => ({ kind: row.targetKind, id: row.targetId })

/** What a person was told, unread first, then latest first. Told of something that is gone, they are not shown it. */
export async function newsOf(
  db: Db,
  userId: string,
  take: number,
  after: NewsCursor | null = null,
): Promise<{ news: News[]; next: NewsCursor | null }> {
  const rows = await db.$queryRaw<Row[]>`
    select n.id, n.kind, n.target_kind as "targetKind", n.target_id as "targetId", u.name as who, n.params->>'note' as note,
      n.created_at as at, n.seen_at is not null as "isSeen"
    from notifications n left join users u on u.id = n.actor_id
    where n.user_id = ${userId}::uuid
      and (${after === null}::boolean or (n.seen_at is not null, -n.id) > (${after?.isSeen ?? false}::boolean, -(${BigInt(after?.id ?? 0)}::bigint)))
    order by n.seen_at is not null, n.id desc
    limit ${take + 1}`
  const last = rows.length > take ? rows[take - 1] : undefined
  return {
    news: await withPlaces(db, rows.slice(0, take)),
    next: last ? { isSeen: last.isSeen, id: String(last.id) } : null,
  }
}

async function withPlaces(db: Db, rows: readonly Row[]): Promise<News[]> {
  const places = await placesOf(db, rows.map(targetOf))
  return rows.flatMap((row) => {
    const place = places.get(placeKey(targetOf(row)))
    const { kind, who, note, isSeen } = row
    return place ? [{ id: String(row.id), kind, who, note, place, at: row.at.toISOString(), isSeen }] : []
  })
}

/** The most one letter lists. */
const IN_A_LETTER = 100

/** What somebody has not seen and was not mailed, oldest first. */
export async function unmailedNews(db: Db, userId: string): Promise<News[]> {
  const rows = await db.$queryRaw<Row[]>`
    select n.id, n.kind, n.target_kind as "targetKind", n.target_id as "targetId", u.name as who, n.params->>'note' as note,
      n.created_at as at, false as "isSeen"
    from notifications n left join users u on u.id = n.actor_id
    where n.user_id = ${userId}::uuid and n.seen_at is null and n.mailed_at is null
    order by n.id limit ${IN_A_LETTER}`
  return withPlaces(db, rows)
}

/** How much is unread. */
export const unreadCount = (db: Db, userId: string): Promise<number> =>
  db.notification.count({ where: { userId, seenAt: null } })

/** Marks one line as read, or every line up to the newest that was shown: what came since stays unread. */
export const markSeen = (db: Db, userId: string, which: { id: string } | { upTo: string }): Promise<number> =>
  'id' in which
    ? db.$executeRaw`
        update notifications set seen_at = clock_timestamp()
        where user_id = ${userId}::uuid and seen_at is null and id = ${BigInt(which.id)}`
    : db.$executeRaw`
        update notifications set seen_at = clock_timestamp()
        where user_id = ${userId}::uuid and seen_at is null and id <= ${BigInt(which.upTo)}`

/** The newest line of that person, read or not. */
export async function newestId(db: Db, userId: string): Promise<string | null> {
  const row = await db.notification.findFirst({ where: { userId }, orderBy: { id: 'desc' }, select: { id: true } })
  return row ? String(row.id) : null
}
