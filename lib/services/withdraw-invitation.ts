import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { revokeInvitation } from '@/lib/data/invitations'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'

export const WithdrawInvitation = z.object({ invitationId: z.guid() })

/** Kills a link nobody has used yet. */
export async function withdrawInvitation(
  { db, actor }: Desk<PrismaClient>,
  { invitationId }: z.output<typeof WithdrawInvitation>,
): Promise<void> {
  const { by } = permit(actor, 'people:manage')
  const ended = await transactionAs(db, by, (tx) => revokeInvitation(tx, invitationId))
  if (ended === 0) throw new Fault('not_found', 'invitation')
}
