import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { revokeInvitations } from '@/lib/data/invitations'
import { endSessionsOf } from '@/lib/data/sessions'
import { credentialsById, setDisabled } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const DisablePerson = z.object({
  userId: z.guid(),
  isDisabled: z
    .enum(['true', 'false'])
    .transform((it) => it === 'true')
    .or(z.boolean()),
})

/** Closes an account, or opens it again. Closing ends its sessions and its links at once; what the person wrote keeps their name. */
export async function disablePerson(
  { db, actor }: Desk<PrismaClient>,
  { userId, isDisabled }: z.output<typeof DisablePerson>,
): Promise<{ undo: Undo | null }> {
  const { by } = permit(actor, 'people:manage')
  return transactionAs(db, by, async (tx) => {
    const person = await credentialsById(tx, userId)
    if (!person) throw new Fault('not_found', 'user')
    if (!(await setDisabled(tx, userId, isDisabled))) return { undo: null }
    await endSessionsOf(tx, userId)
    await revokeInvitations(tx, 'reset', person.email)
    const action = isDisabled ? 'person.disabled' : 'person.enabled'
    await appendAudit(tx, by, { action, entity: 'user', id: userId, payload: {} })
    return { undo: { verb: isDisabled ? 'enable_person' : 'disable_person', userId } }
  })
}
