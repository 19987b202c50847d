import 'server-only'
import { type Scope, TOKEN_PREFIX } from '@/lib/domain/api-token'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/permission'
import type { Db } from './db'
import { hashOf, newSecret } from './sessions'

/** 256 random bits behind the prefix; anything else never reaches the database. */
const TOKEN = new RegExp(`^${TOKEN_PREFIX}[A-Za-z0-9_-]{43}$`)
/** Last use is written at most once a minute: reading must not cost a write. */
const SEEN_SECONDS = 60

/** A token in force, and whose it is, as the database sees them now. */
export type LiveToken = { id: string; userId: UserId; role: Role; scopes: Scope[]; now: Date }
export type TokenLine = {
  id: string
  name: string
  tail: string
  scopes: Scope[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  isExpired: boolean
}

/** Makes a token of that person and returns it; it exists nowhere else. */
export async function insertToken(
  db: Db,
  it: { id: string; userId: string; name: string; scopes: readonly Scope[]; days: number },
): Promise<{ token: string; expiresAt: Date }> {
  const token = TOKEN_PREFIX + newSecret()
  const rows = await db.$queryRaw<{ expiresAt: Date }[]>`
    insert into api_tokens (id, user_id, name, hash, tail, scopes, security_epoch, created_at, expires_at)
    select ${it.id}::uuid, u.id, ${it.name}, ${hashOf(token)}, ${token.slice(-4)}, ${[...it.scopes]}, u.security_epoch, t.now, t.now + make_interval(days => ${it.days}::int)
    from users u, (select clock_timestamp() as now) t where u.id = ${it.userId}::uuid and u.disabled_at is null
    returning expires_at as "expiresAt"`
  if (!rows[0]) throw new Error('no token was made')
  return { token, expiresAt: rows[0].expiresAt }
}

/** The token behind these letters, or null: unknown, revoked, expired, or its owner is disabled or signed out everywhere. */
export async function liveToken(db: Db, token: string): Promise<LiveToken | null> {
  if (!TOKEN.test(token)) return null
  const rows = await db.$queryRaw<(Omit<LiveToken, 'userId'> & { userId: string })[]>`
    with live as (
      select k.id, k.user_id as "userId", u.role::text as role, k.scopes, t.now
      from api_tokens k join users u on u.id = k.user_id, (select clock_timestamp() as now) t
      where k.hash = ${hashOf(token)} and k.revoked_at is null and k.expires_at > t.now
        and u.disabled_at is null and u.security_epoch = k.security_epoch
    ), seen as (
      update api_tokens k set last_used_at = live.now from live
      where k.id = live.id and (k.last_used_at is null or k.last_used_at < live.now - make_interval(secs => ${SEEN_SECONDS}::double precision))
    )
    select * from live`
  const row = rows[0]
  return row ? { ...row, userId: asId<UserId>(row.userId) } : null
}

/** The tokens of a person that open something or did until they expired, newest first. */
export const tokensOf = (db: Db, userId: string): Promise<TokenLine[]> =>
  db.$queryRaw<TokenLine[]>`
    select k.id, k.name, k.tail, k.scopes, k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt",
      k.expires_at <= clock_timestamp() as "isExpired"
    from api_tokens k join users u on u.id = k.user_id and u.security_epoch = k.security_epoch
    where k.user_id = ${userId}::uuid and k.revoked_at is null order by k.created_at desc, k.id limit 200`

/** Ends a token of that person; false when it is nobody's or somebody else's, or ended already. */
export const endToken = async (db: Db, userId: string, id: string): Promise<boolean> =>
  (await db.$executeRaw`
    update api_tokens set revoked_at = clock_timestamp() where id = ${id}::uuid and user_id = ${userId}::uuid and revoked_at is null`) ===
  1
