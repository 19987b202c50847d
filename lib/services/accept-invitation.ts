import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type OpenInvitation, openInvitation, takeInvitation } from '@/lib/data/invitations'
import { endSessionsOf, openSession } from '@/lib/data/sessions'
import { credentialsByEmail, insertUser, updateUser } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault, type FieldFault, invalid } from '@/lib/domain/fault'
import { email, type Passwords, passwordFault, personName } from '@/lib/domain/person'

export const AcceptInvitation = z.object({
  token: z.string().max(100),
  name: personName(),
  email: email().optional(),
  password: z.string(),
  locale: z.enum(['fr', 'en']),
})

/**
 * The holder of a link joins, or chooses a new password, and is signed in. The link is spent in the same transaction:
 * a refused form leaves it whole, two clicks at once make one account.
 */
export async function acceptInvitation(
  { db, newId }: Omit<Desk<PrismaClient>, 'actor'>,
  input: z.output<typeof AcceptInvitation>,
  userAgent: string | null,
  passwords: Pick<Passwords, 'hash'>,
): Promise<{ token: string; userId: string }> {
  const link = await openInvitation(db, input.token)
  if (!link) throw expired()
  const person = link.purpose === 'reset' && link.email ? await credentialsByEmail(db, link.email) : null
  if (link.purpose === 'reset' && (!person || person.disabledAt)) throw expired()

  const address = link.email ?? input.email
  const name = person?.name ?? input.name
  const faults: (FieldFault | null)[] = [
    address ? null : { field: 'email', reason: 'required' },
    name ? null : { field: 'name', reason: 'required' },
    passwordFault(input.password, [address ?? '', name ?? '']),
  ]
  if (!address || !name || faults.some((it) => it !== null)) throw invalid(...faults.filter((it) => it !== null))

  const passwordHash = await passwords.hash(input.password) // outside the transaction: it takes 30 ms of a core
  const userId = person?.id ?? newId()
  return transactionAs(db, userId, async (tx) => {
    if (!(await takeInvitation(tx, input.token))) throw expired()
    if (person) await updateUser(tx, userId, { passwordHash })
    else await insertUser(tx, { id: userId, email: address, name, passwordHash, role: link.role, locale: input.locale })
    if (person) await endSessionsOf(tx, userId)
    const token = await openSession(tx, userId, userAgent)
    if (!token) throw expired()
    await appendAudit(tx, userId, eventOf(link, userId))
    return { token, userId }
  })
}

const eventOf = (link: OpenInvitation, id: string) =>
  link.purpose === 'reset'
    ? ({ action: 'person.password_changed', entity: 'user', id, payload: {} } as const)
    : ({ action: 'person.joined', entity: 'user', id, payload: { role: link.role } } as const)

const expired = () => new Fault('conflicting', 'link', [{ field: 'token', reason: 'link_expired' }])
