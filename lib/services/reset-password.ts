import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertInvitation, RESET_MINUTES } from '@/lib/data/invitations'
import { credentialsByEmail } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { isUuid } from '@/lib/domain/ids'
import { permit } from '@/lib/domain/permission'
import { email } from '@/lib/domain/person'
import type { Undo } from '@/lib/domain/undo'

export const ResetPassword = z.object({ email: email() })

/** A link by which a person chooses a new password. The old one works until then, so that nobody is locked out by a mistake. */
export async function resetPassword(
  { db, actor, newId }: Desk<PrismaClient>,
  input: z.output<typeof ResetPassword>,
): Promise<{ token: string; expiresAt: Date; undo: Undo }> {
  const { by } = permit(actor, 'people:manage')
  return transactionAs(db, by, async (tx) => {
    const person = await credentialsByEmail(tx, input.email)
    if (!person) throw new Fault('not_found', 'user', [{ field: 'email', reason: 'unknown_id' }])
    if (person.disabledAt) throw new Fault('conflicting', 'disabled', [{ field: 'email', reason: 'wrong_state' }])
    const id = newId()
    const link = await insertInvitation(tx, {
      id,
      purpose: 'reset',
      email: person.email,
      role: 'reader', // a reset gives no role; the person keeps the one they have
      invitedById: isUuid(by) ? by : null,
      minutes: RESET_MINUTES,
    })
    await appendAudit(tx, by, {
      action: 'person.invited',
      entity: 'invitation',
      id,
      payload: { role: '', purpose: 'reset' },
    })
    return { ...link, undo: { verb: 'withdraw_invitation', invitationId: id } }
  })
}
