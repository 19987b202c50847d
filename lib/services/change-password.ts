import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { ACCOUNT_BUDGET, forgetTries, limitKey, takeTry } from '@/lib/data/rate-limits'
import { endSessionsOf } from '@/lib/data/sessions'
import { credentialsById, updateUser } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { type Passwords, passwordFault } from '@/lib/domain/person'

export const ChangePassword = z.object({ currentPassword: z.string(), password: z.string() })

/** I choose a new password; I prove I know the old one. Every session but the one I do it in ends. */
export async function changePassword(
  { db, actor }: Desk<PrismaClient>,
  input: z.output<typeof ChangePassword>,
  keepSession: string | null,
  passwords: Passwords,
): Promise<void> {
  const me = actor && (await credentialsById(db, actor.id))
  if (!me) throw new Fault('not_signed_in', 'change password')
  const fault = passwordFault(input.password, [me.email, me.name])
  if (fault) throw invalid(fault)
  const key = limitKey('password', me.id)
  if (!(await takeTry(db, key, ACCOUNT_BUDGET))) throw new Fault('too_many', 'password')
  if (!(await passwords.verify(me.passwordHash, input.currentPassword)))
    throw invalid({ field: 'currentPassword', reason: 'wrong_credentials' })
  const passwordHash = await passwords.hash(input.password)
  await transactionAs(db, me.id, async (tx) => {
    await updateUser(tx, me.id, { passwordHash })
    await endSessionsOf(tx, me.id, keepSession)
    await forgetTries(tx, key)
    await appendAudit(tx, me.id, { action: 'person.password_changed', entity: 'user', id: me.id, payload: {} })
  })
}
