import 'server-only'
import { Fault, invalid } from '@/lib/domain/fault'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor, Role } from '@/lib/domain/permission'
import { type Db, refusedBy } from './db'

/** One line of the list of people. Seen by administrators only. */
export type PersonLine = {
  id: string
  name: string
  email: string
  role: Role
  isSourceKeeper: boolean
  disabledAt: Date | null
  createdAt: Date
  lastSeenAt: Date | null
  sessions: number
}

/** What signing in needs to know of a person; never leaves the server. */
export type Credentials = {
  id: string
  name: string
  email: string
  passwordHash: string | null
  disabledAt: Date | null
  locale: string
}
const credentialColumns = {
  id: true,
  name: true,
  email: true,
  passwordHash: true,
  disabledAt: true,
  locale: true,
} as const

export const credentialsByEmail = (db: Db, email: string): Promise<Credentials | null> =>
  db.user.findUnique({ where: { email }, select: credentialColumns })
export const credentialsById = (db: Db, id: string): Promise<Credentials | null> =>
  db.user.findUnique({ where: { id }, select: credentialColumns })

/** What an administrator may change of a person, as it is. */
export const personById = (db: Db, id: string): Promise<{ role: Role; isSourceKeeper: boolean } | null> =>
  db.user.findUnique({ where: { id }, select: { role: true, isSourceKeeper: true } })

/** Who acts, while their account is open: what a worker asks before it does in their name what they asked for. */
export const actorById = async (db: Db, id: string): Promise<Actor> => {
  const person = await db.user.findUnique({
    where: { id, disabledAt: null },
    select: { role: true, isSourceKeeper: true },
  })
  return person && { ...person, id: asId<UserId>(id) }
}
/** The same by e-mail, for the command line. */
export const actorByEmail = async (db: Db, email: string): Promise<Actor> => {
  const person = await db.user.findUnique({ where: { email, disabledAt: null }, select: { id: true } })
  return person && actorById(db, person.id)
}
/** The only administrator whose account is open, or null when there are several or none. */
export const onlyAdmin = async (db: Db): Promise<Actor> => {
  const admins = await db.user.findMany({ where: { role: 'admin', disabledAt: null }, select: { id: true }, take: 2 })
  return admins.length === 1 && admins[0] ? actorById(db, admins[0].id) : null
}

/** Everyone who ever had an account, by name; nobody is ever removed. */
export const people = (db: Db): Promise<PersonLine[]> =>
  db.$queryRaw<PersonLine[]>`
    select u.id, u.name, u.email, u.role::text as role, u.is_source_keeper as "isSourceKeeper", u.disabled_at as "disabledAt",
      u.created_at as "createdAt", max(s.last_seen_at) as "lastSeenAt",
      (count(*) filter (where s.revoked_at is null and s.absolute_expires_at > clock_timestamp()
        and s.last_seen_at > clock_timestamp() - interval '30 minutes' and s.security_epoch = u.security_epoch))::int as sessions
    from users u left join sessions s on s.user_id = u.id
    group by u.id
    order by u.disabled_at is not null, u.name, u.id`

/** Who work can be given to: everyone whose account is open, by name. No e-mail. */
export const assignablePeople = (db: Db): Promise<{ id: string; name: string }[]> =>
  db.user.findMany({
    where: { disabledAt: null, passwordHash: { not: null }, role: { not: 'reader' } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })

/** Whether work can be given to this person: a reader's account only reads, a closed one does nothing. */
export const mayBeAssigned = async (db: Db, id: string): Promise<boolean> =>
  (await db.user.count({ where: { id, disabledAt: null, role: { not: 'reader' } } })) === 1

export type NewPerson = { id: string; email: string; name: string; passwordHash: string; role: Role; locale: string }

/** A new person; an e-mail that is taken is a fault of the field. */
export async function insertUser(db: Db, person: NewPerson): Promise<void> {
  try {
    await db.user.create({ data: person, select: { id: true } })
  } catch (error) {
    if (refusedBy(error)?.includes('email')) throw invalid({ field: 'email', reason: 'already_taken' })
    throw error
  }
}

export type PersonChange = {
  role?: Role
  isSourceKeeper?: boolean
  locale?: string
  singleKeys?: boolean
  passwordHash?: string
}

/** Changes a person. The last administrator stays one: the database refuses, and says so as `conflicting`. */
export async function updateUser(db: Db, id: string, change: PersonChange): Promise<void> {
  if (change.role !== undefined && change.role !== 'admin') await lastAdminStays(db, id, 'role')
  await db.user.update({ where: { id }, data: change, select: { id: true } })
}

/** Closes or opens an account, by the database's clock. False when it already was so. */
export async function setDisabled(db: Db, id: string, isDisabled: boolean): Promise<boolean> {
  if (isDisabled) await lastAdminStays(db, id, 'isDisabled')
  const changed = await db.$executeRaw`
    update users set disabled_at = case when ${isDisabled} then clock_timestamp() end
    where id = ${id}::uuid and (disabled_at is not null) <> ${isDisabled}`
  return changed === 1
}

/** Is there an administrator who can sign in? */
export const hasAdmin = async (db: Db): Promise<boolean> =>
  (await db.user.count({ where: { role: 'admin', disabledAt: null } })) > 0

/** Two machines that start at once make one first administrator: the second waits here until the first has committed. */
export async function holdFirstAdmin(db: Db): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('recoupe.first_admin'))`
}

/**
 * Refuses to take the last administrator away, with the field that asked for it. Waits for whoever else is at it; the
 * database would refuse as well (trigger an_admin_remains), but its adapter does not tell us which rule spoke.
 */
async function lastAdminStays(db: Db, id: string, field: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext('recoupe.last_admin'))`
  const others = await db.user.count({ where: { role: 'admin', disabledAt: null, id: { not: id } } })
  if (others > 0) return
  const isAdmin = (await db.user.count({ where: { id, role: 'admin', disabledAt: null } })) > 0
  if (isAdmin) throw new Fault('conflicting', 'the last administrator stays', [{ field, reason: 'last_admin' }])
}

/** Somebody who signs work and cannot sign in: no password. Returns who it is; the same address is the same person. */
export async function signerByEmail(
  db: Db,
  signer: { id: string; email: string; name: string; role: Role; locale: string },
): Promise<{ id: string; role: Role }> {
  await db.user.createMany({ data: [signer], skipDuplicates: true })
  return db.user.findUniqueOrThrow({ where: { email: signer.email }, select: { id: true, role: true } })
}
