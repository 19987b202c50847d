import { randomUUID } from 'node:crypto'
import { deskDb } from '@/lib/data/db'
import { openSession } from '@/lib/data/sessions'
import { insertUser } from '@/lib/data/users'
import { asId, type UserId } from '@/lib/domain/ids'
import type { Actor, Role } from '@/lib/domain/permission'
import type { Visitor } from '@/lib/services/sign-in'
import { passwords } from '@/lib/web/password'
import { scriptDesk } from '@/lib/web/script-desk'

/** Good enough for the policy; the same for everybody, because hashing is slow on purpose. */
export const PASSWORD = 'onze tortues vertes sous la pluie'
let hash: Promise<string> | undefined

export type Somebody = { id: string; email: string; actor: NonNullable<Actor> }

/** A person of the newsroom who can sign in with PASSWORD. */
export async function somebody(role: Role = 'reviewer'): Promise<Somebody> {
  hash ??= passwords.hash(PASSWORD)
  const id = (await scriptDesk(null)).newId()
  const email = `${randomUUID()}@example.org`
  await insertUser(deskDb(), { id, email, name: 'Awa Traoré', passwordHash: await hash, role, locale: 'fr' })
  return { id, email, actor: { id: asId<UserId>(id), role, isSourceKeeper: false } }
}

/** The desk of somebody, and of a stranger. */
export const deskOf = (it: Somebody | null) => scriptDesk(it?.actor ?? null)
export const aVisitor = (address: string = randomUUID()): Visitor => ({ address, userAgent: 'Firefox', replaces: null })
export const aSession = async (it: Somebody): Promise<string> => {
  const token = await openSession(deskDb(), it.id, 'Firefox')
  if (!token) throw new Error('no session was opened')
  return token
}
