import 'server-only'
import type { Role } from '@/lib/domain/permission'
import type { Db } from './db'
import { hashOf, newSecret } from './sessions'

export type Purpose = 'join' | 'reset'
/** A link that is still good. */
export type OpenInvitation = {
  id: string
  purpose: Purpose
  email: string | null
  role: Role
  invitedById: string | null
  expiresAt: Date
}
/** A link as an administrator sees it in the list: never its token. */
export type InvitationLine = {
  id: string
  purpose: Purpose
  email: string | null
  role: Role
  createdAt: Date
  expiresAt: Date
}

/**
 * A link that chooses a password is good for half an hour (trust.md B17): whoever asked for it is waiting for it. The
 * first administrator's is printed anew at every start, so half an hour is enough there too.
 */
export const RESET_MINUTES = 30
/**
 * An invitation to join is good for three days: it opens an account that holds nothing yet, it is sent by hand to a
 * person who may be in the field or away for the weekend, and the list shows it as pending, to be revoked at once.
 */
export const JOIN_MINUTES = 72 * 60

const TOKEN = /^[A-Za-z0-9_-]{43}$/

export type NewInvitation = {
  id: string
  purpose: Purpose
  email: string | null
  role: Role
  invitedById: string | null
  minutes: number
}

/** A new link and its token, which is stored nowhere. Every earlier link of that kind for that person is dead from now on. */
export async function insertInvitation(db: Db, it: NewInvitation): Promise<{ token: string; expiresAt: Date }> {
  await revokeInvitations(db, it.purpose, it.email)
  const token = newSecret()
  const [row] = await db.$queryRaw<{ expiresAt: Date }[]>`
    insert into invitations (id, purpose, email, role, token_hash, invited_by_id, created_at, expires_at)
    select ${it.id}::uuid, ${it.purpose}::invitation_purpose, ${it.email}, ${it.role}::role, ${hashOf(token)}, ${it.invitedById}::uuid,
      t.now, t.now + make_interval(mins => ${it.minutes}::int)
    from (select clock_timestamp() as now) t
    returning expires_at as "expiresAt"`
  if (!row) throw new Error('an invitation was not written')
  return { token, expiresAt: row.expiresAt }
}

/** Ends every unused link of that kind for that e-mail; `null` is the first administrator's. */
export const revokeInvitations = (db: Db, purpose: Purpose, email: string | null): Promise<number> =>
  db.$executeRaw`
    update invitations set revoked_at = clock_timestamp()
    where purpose = ${purpose}::invitation_purpose and email is not distinct from ${email}::text and used_at is null and revoked_at is null`

/** Ends one unused link by its id. */
export const revokeInvitation = (db: Db, id: string): Promise<number> =>
  db.$executeRaw`
    update invitations set revoked_at = clock_timestamp() where id = ${id}::uuid and used_at is null and revoked_at is null`

/** The link behind a token, or null: unknown, used, revoked or past its time are one and the same to a stranger. */
export async function openInvitation(db: Db, token: string): Promise<OpenInvitation | null> {
  if (!TOKEN.test(token)) return null
  const rows = await db.$queryRaw<OpenInvitation[]>`
    select id, purpose::text as purpose, email, role::text as role, invited_by_id as "invitedById", expires_at as "expiresAt"
    from invitations
    where token_hash = ${hashOf(token)} and used_at is null and revoked_at is null and expires_at > clock_timestamp()`
  return rows[0] ?? null
}

/** Takes a link: of two people who click at once, one gets it. */
export async function takeInvitation(db: Db, token: string): Promise<OpenInvitation | null> {
  if (!TOKEN.test(token)) return null
  const rows = await db.$queryRaw<OpenInvitation[]>`
    update invitations set used_at = clock_timestamp()
    where token_hash = ${hashOf(token)} and used_at is null and revoked_at is null and expires_at > clock_timestamp()
    returning id, purpose::text as purpose, email, role::text as role, invited_by_id as "invitedById", expires_at as "expiresAt"`
  return rows[0] ?? null
}

/** Links that wait for somebody, newest first. */
export const pendingInvitations = (db: Db): Promise<InvitationLine[]> =>
  db.$queryRaw<InvitationLine[]>`
    select id, purpose::text as purpose, email, role::text as role, created_at as "createdAt", expires_at as "expiresAt"
    from invitations where used_at is null and revoked_at is null and expires_at > clock_timestamp()
    order by created_at desc, id limit 200`
