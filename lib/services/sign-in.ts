import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { ACCOUNT_BUDGET, ADDRESS_BUDGET, forgetTries, giveBackTry, limitKey, takeTry } from '@/lib/data/rate-limits'
import { endSessionOf, openSession } from '@/lib/data/sessions'
import { credentialsByEmail } from '@/lib/data/users'
import { Fault } from '@/lib/domain/fault'
import { email, type Passwords } from '@/lib/domain/person'

/** What a stranger types to become somebody. The e-mail is folded, not checked: "no such address" would be an answer. */
export const SignIn = z.object({
  email: z.string().max(1_000),
  password: z.string().max(10_000),
  next: z.string().max(10_000).optional(),
})

/** Where the attempt comes from: the address it is counted under, the browser's own name, the session it replaces. */
export type Visitor = { address: string; userAgent: string | null; replaces: string | null }

/**
 * Opens a session for whoever knows the password. An unknown e-mail, a wrong password and a closed account are one
 * answer, after the same work. Every try is counted before it is made; the session is always a new one.
 */
export async function signIn(
  { db }: { db: PrismaClient },
  input: { email: string; password: string },
  visitor: Visitor,
  passwords: Pick<Passwords, 'verify'>,
): Promise<{ token: string; userId: string; locale: string }> {
  const address = email().safeParse(input.email).data ?? ''
  const byAccount = limitKey('sign-in:account', address)
  const byAddress = limitKey('sign-in:address', visitor.address)
  const mayTry = [await takeTry(db, byAddress, ADDRESS_BUDGET), await takeTry(db, byAccount, ACCOUNT_BUDGET)]
  if (mayTry.includes(false)) throw new Fault('too_many', 'sign-in')

  const person = address ? await credentialsByEmail(db, address) : null
  const isRight = await passwords.verify(person?.passwordHash ?? null, input.password)
  const token = person && isRight ? await openSession(db, person.id, visitor.userAgent) : null
  if (!person || !token)
    throw new Fault('not_signed_in', 'wrong credentials', [{ field: 'password', reason: 'wrong_credentials' }])

  if (visitor.replaces) await endSessionOf(db, visitor.replaces)
  await forgetTries(db, byAccount)
  await giveBackTry(db, byAddress)
  return { token, userId: person.id, locale: person.locale }
}
