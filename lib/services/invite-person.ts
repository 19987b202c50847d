import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertInvitation, JOIN_MINUTES } from '@/lib/data/invitations'
import { credentialsByEmail } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { isUuid } from '@/lib/domain/ids'
import { permit, ROLES } from '@/lib/domain/permission'
import { email } from '@/lib/domain/person'
import type { Undo } from '@/lib/domain/undo'

export const InvitePerson = z.object({ email: email(), role: z.enum(ROLES) })

/** A link by which one person may join, in one role. Shown once to whoever invites; a newer one kills the older. */
export async function invitePerson(
  { db, actor, newId }: Desk<PrismaClient>,
  input: z.output<typeof InvitePerson>,
): Promise<{ token: string; expiresAt: Date; undo: Undo }> {
  const { by } = permit(actor, 'people:manage')
  return transactionAs(db, by, async (tx) => {
    if (await credentialsByEmail(tx, input.email)) throw invalid({ field: 'email', reason: 'already_taken' })
    const id = newId()
    const invitedById = isUuid(by) ? by : null // the operator at the terminal is nobody in the table
    const link = await insertInvitation(tx, { id, purpose: 'join', ...input, invitedById, minutes: JOIN_MINUTES })
    await appendAudit(tx, by, {
      action: 'person.invited',
      entity: 'invitation',
      id,
      payload: { role: input.role, purpose: 'join' },
    })
    return { ...link, undo: { verb: 'withdraw_invitation', invitationId: id } }
  })
}
