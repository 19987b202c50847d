import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { endSessionsOf } from '@/lib/data/sessions'
import { personById, updateUser } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit, ROLES } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const ChangePerson = z.object({
  userId: z.guid(),
  role: z.enum(ROLES),
  isSourceKeeper: z
    .stringbool({ truthy: ['true', 'on'], falsy: ['false', 'off', ''] })
    .or(z.boolean())
    .default(false),
})

type Rights = Pick<z.output<typeof ChangePerson>, 'role' | 'isSourceKeeper'>

/**
 * Gives a person another role, or the keys to protected sources. Their sessions end: nobody works on with old rights. With
 * `seen`, refused when their rights are no longer those.
 */
export async function changePerson(
  { db, actor }: Desk<PrismaClient>,
  { userId, role, isSourceKeeper }: z.output<typeof ChangePerson>,
  seen?: Rights,
): Promise<{ undo: Undo | null }> {
  const { by } = permit(actor, 'people:manage')
  return transactionAs(db, by, async (tx) => {
    const before = await personById(tx, userId)
    if (!before) throw new Fault('not_found', 'user')
    if (seen && !haveSame(seen, before))
      throw new Fault('stale', 'user', [], { entity: 'user', id: userId, version: 1, theirs: before })
    const rights: Rights = { role, isSourceKeeper }
    if (haveSame(before, rights)) return { undo: null }
    await updateUser(tx, userId, { role, isSourceKeeper })
    await endSessionsOf(tx, userId)
    await appendAudit(tx, by, {
      action: 'person.changed',
      entity: 'user',
      id: userId,
      payload: { role, isSourceKeeper },
    })
    return { undo: { verb: 'change_person', userId, ...before, made: rights } }
  })
}

const haveSame = (a: Rights, b: Rights): boolean => a.role === b.role && a.isSourceKeeper === b.isSourceKeeper
