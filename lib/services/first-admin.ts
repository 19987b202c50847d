import 'server-only'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertInvitation, RESET_MINUTES, revokeInvitations } from '@/lib/data/invitations'
import { hasAdmin, holdFirstAdmin, insertUser } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { email as emailSchema, type Passwords, passwordFault } from '@/lib/domain/person'

export type FirstAdmin =
  | { kind: 'exists' }
  | { kind: 'created'; email: string }
  | { kind: 'link'; token: string; expiresAt: Date }

/** Who signs for what happens before there is anybody. */
const INSTALLER = 'installer'

/**
 * The first administrator: there is one already; or is made from what the operator gave; or will be whoever opens this
 * link first. Called at every start: an earlier unused link dies. No password exists that nobody chose.
 */
export async function firstAdmin(
  { db, newId }: Pick<Desk<PrismaClient>, 'db' | 'now' | 'newId'>,
  given: { email?: string | undefined; password?: string | undefined; locale?: 'fr' | 'en' | undefined },
  passwords: Pick<Passwords, 'hash'>,
): Promise<FirstAdmin> {
  if (await hasAdmin(db)) return { kind: 'exists' }
  const email = given.email ? addressOf(given.email) : null
  const passwordHash = email && given.password ? await hashed(given.password, email, passwords) : null
  return transactionAs(db, INSTALLER, async (tx): Promise<FirstAdmin> => {
    await holdFirstAdmin(tx)
    if (await hasAdmin(tx)) return { kind: 'exists' }
    await revokeInvitations(tx, 'join', null)
    const id = newId()
    if (email && passwordHash) {
      const name = email.slice(0, email.indexOf('@'))
      await insertUser(tx, { id, email, name, passwordHash, role: 'admin', locale: given.locale ?? 'fr' })
      await appendAudit(tx, INSTALLER, { action: 'person.joined', entity: 'user', id, payload: { role: 'admin' } })
      return { kind: 'created', email }
    }
    const link = await insertInvitation(tx, {
      id,
      purpose: 'join',
      email,
      role: 'admin',
      invitedById: null,
      minutes: RESET_MINUTES,
    })
    await appendAudit(tx, INSTALLER, {
      action: 'person.invited',
      entity: 'invitation',
      id,
      payload: { role: 'admin', purpose: 'join' },
    })
    return { kind: 'link', ...link }
  })
}

function addressOf(raw: string): string {
  const parsed = emailSchema().safeParse(raw)
  if (!parsed.success) throw invalid({ field: 'email', reason: 'not_an_email' })
  return parsed.data
}

async function hashed(password: string, email: string, passwords: Pick<Passwords, 'hash'>): Promise<string> {
  const fault = passwordFault(password, [email])
  if (fault) throw invalid(fault)
  return passwords.hash(password)
}
