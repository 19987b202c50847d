import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { ACCOUNT_BUDGET, forgetTries, limitKey, takeTry } from '@/lib/data/rate-limits'
import { credentialsById } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import type { UserId } from '@/lib/domain/ids'
import type { Passwords } from '@/lib/domain/person'
import type { Confirmed } from '@/lib/domain/protected-identity'

/**
 * Proof, just before an act that cannot be taken back, that the person at the keyboard is the one who signed in (trust.md B19).
 */
export async function confirmPassword(
  { db, actor, now }: Desk<PrismaClient>,
  password: string,
  passwords: Pick<Passwords, 'verify'>,
): Promise<Confirmed> {
  const me = actor && (await credentialsById(db, actor.id))
  if (!me) throw new Fault('not_signed_in', 'confirm password')
  const key = limitKey('password', me.id)
  if (!(await takeTry(db, key, ACCOUNT_BUDGET))) throw new Fault('too_many', 'password')
  if (!(await passwords.verify(me.passwordHash, password)))
    throw invalid({ field: 'password', reason: 'wrong_credentials' })
  await forgetTries(db, key)
  return { by: me.id as UserId, at: now } as Confirmed
}
