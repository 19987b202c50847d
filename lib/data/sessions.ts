import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/permission'
import type { Db } from './db'

/** 256 bits: nobody guesses a session. */
const TOKEN_BYTES = 32
/** What a token of ours looks like; anything else never reaches the database. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/
/** A session ends half an hour after it was last used (trust.md B11). */
export const IDLE_MINUTES = 30
/** A session ends twelve hours after it began, used or not. */
export const ABSOLUTE_HOURS = 12
/** Last use is written at most once a minute: reading a page must not cost a write. */
const SEEN_SECONDS = 60
/** Enough of a browser's name to recognise it in a list. */
const AGENT_LENGTH = 300

/** A session in force, and whose it is, as the database sees them now. */
export type LiveSession = {
  idHash: string
  userId: UserId
  name: string
  email: string
  role: Role
  isSourceKeeper: boolean
  locale: 'fr' | 'en'
  singleKeys: boolean
  createdAt: Date
  lastSeenAt: Date
  absoluteExpiresAt: Date
  now: Date
}

/** One line of "my sessions". `id` is the hash: it opens nothing. */
export type SessionLine = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string | null }

/** Only the hash of a secret is stored: a stolen table opens no session. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
export const newSecret = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** What time it is: the database says, never this machine. */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  if (!row) throw new Error('the database has no clock')
  return row.now
}

/** Opens a session of that person and returns its token, which exists nowhere else; null if the person is gone or disabled. */
export async function openSession(db: Db, userId: string, userAgent: string | null): Promise<string | null> {
  const token = newSecret()
  const opened = await db.$executeRaw`
    insert into sessions (id_hash, user_id, security_epoch, user_agent, created_at, last_seen_at, absolute_expires_at)
    select ${hashOf(token)}, u.id, u.security_epoch, ${userAgent?.slice(0, AGENT_LENGTH) ?? null}, t.now, t.now, t.now + make_interval(hours => ${ABSOLUTE_HOURS}::int)
    from users u, (select clock_timestamp() as now) t
    where u.id = ${userId}::uuid and u.disabled_at is null`
  return opened === 1 ? token : null
}

/**
 * The session behind a token, or null: revoked, idle, too old, disabled or older than the person's security epoch.
 * Marks it as seen in the same statement; a session revoked meanwhile is not touched, so it cannot come back to life.
 */
export async function liveSession(db: Db, token: string): Promise<LiveSession | null> {
  if (!TOKEN.test(token)) return null
  const idHash = hashOf(token)
  const rows = await db.$queryRaw<(Omit<LiveSession, 'idHash' | 'userId'> & { userId: string })[]>`
    with live as (
      select s.user_id as "userId", u.name, u.email, u.role::text as role, u.is_source_keeper as "isSourceKeeper", u.locale,
        u.single_keys as "singleKeys", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.absolute_expires_at as "absoluteExpiresAt", t.now
      from sessions s join users u on u.id = s.user_id, (select clock_timestamp() as now) t
      where s.id_hash = ${idHash} and s.revoked_at is null and s.absolute_expires_at > t.now
        and s.last_seen_at > t.now - make_interval(mins => ${IDLE_MINUTES}::int)
        and u.disabled_at is null and u.security_epoch = s.security_epoch
    ), seen as (
      update sessions set last_seen_at = live.now from live
      where id_hash = ${idHash} and revoked_at is null and last_seen_at < live.now - make_interval(secs => ${SEEN_SECONDS}::double precision)
    )
    select * from live`
  const row = rows[0]
  return row ? { ...row, userId: asId<UserId>(row.userId), idHash: idHash.toString('hex') } : null
}

/** Ends one session by its token. Ending it twice is no fault. */
export const endSessionOf = (db: Db, token: string): Promise<number> =>
  db.$executeRaw`update sessions set revoked_at = clock_timestamp() where id_hash = ${hashOf(token)} and revoked_at is null`

/** Ends one session in the list of that person; false when it is nobody's or somebody else's. */
export async function endListedSession(db: Db, userId: string, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(id)) return false
  const ended = await db.$executeRaw`
    update sessions set revoked_at = clock_timestamp() where id_hash = decode(${id}, 'hex') and user_id = ${userId}::uuid and revoked_at is null`
  return ended === 1
}

/** Ends every session of a person; a request in flight finds its epoch out of date. `keep` is the one that may stay. */
export async function endSessionsOf(db: Db, userId: string, keep: string | null = null): Promise<void> {
  await db.$executeRaw`update users set security_epoch = security_epoch + 1 where id = ${userId}::uuid`
  await db.$executeRaw`
    update sessions set revoked_at = clock_timestamp()
    where user_id = ${userId}::uuid and revoked_at is null and encode(id_hash, 'hex') is distinct from ${keep}`
  if (keep !== null)
    await db.$executeRaw`
      update sessions s set security_epoch = u.security_epoch from users u
      where u.id = s.user_id and s.user_id = ${userId}::uuid and s.revoked_at is null and encode(s.id_hash, 'hex') = ${keep}`
}

/** The sessions of a person that are in force, last used first. */
export const sessionsOf = (db: Db, userId: string): Promise<SessionLine[]> =>
  db.$queryRaw<SessionLine[]>`
    select encode(s.id_hash, 'hex') as id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.user_agent as "userAgent"
    from sessions s join users u on u.id = s.user_id
    where s.user_id = ${userId}::uuid and s.revoked_at is null and s.absolute_expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - make_interval(mins => ${IDLE_MINUTES}::int) and s.security_epoch = u.security_epoch
    order by s.last_seen_at desc, s.created_at desc
    limit 100`

/**
 * Whose session this is, without marking it as seen: a page left open is nobody at work, and must not keep a session alive.
 * Null as soon as it may not be used any more.
 */
export async function standingSession(
  db: Db,
  token: string,
): Promise<{ idHash: string; userId: string; name: string } | null> {
  if (!TOKEN.test(token)) return null
  const idHash = hashOf(token)
  const rows = await db.$queryRaw<{ userId: string; name: string }[]>`
    select s.user_id as "userId", u.name from sessions s join users u on u.id = s.user_id
    where s.id_hash = ${idHash} and s.revoked_at is null and s.absolute_expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - make_interval(mins => ${IDLE_MINUTES}::int)
      and u.disabled_at is null and u.security_epoch = s.security_epoch`
  return rows[0] ? { ...rows[0], idHash: idHash.toString('hex') } : null
}
