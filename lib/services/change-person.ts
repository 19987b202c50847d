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

export const ChangePerson = z.object({
  userId: z.guid(),
  role: z.enum(ROLES),
  isSourceKeeper: z
    .stringbool({ truthy: ['true', 'on'], falsy: ['false', 'off', ''] })
    .or(z.boolean())
    .default(false),
})

/** Gives a person another role, or the keys to protected sources. Their sessions end: nobody works on with old rights. */
export async function changePerson(
  { db, actor }: Desk<PrismaClient>,
  { userId, role, isSourceKeeper }: z.output<typeof ChangePerson>,
): Promise<void> {
  const { by } = permit(actor, 'people:manage')
  await transactionAs(db, by, async (tx) => {
    const before = await personById(tx, userId)
    if (!before) throw new Fault('not_found', 'user')
    if (before.role === role && before.isSourceKeeper === isSourceKeeper) return
    await updateUser(tx, userId, { role, isSourceKeeper })
    await endSessionsOf(tx, userId)
    await appendAudit(tx, by, {
      action: 'person.changed',
      entity: 'user',
      id: userId,
      payload: { role, isSourceKeeper },
    })
  })
}
