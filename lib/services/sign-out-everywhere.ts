import 'server-only'
import { z } from 'zod'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { endSessionsOf } from '@/lib/data/sessions'
import { credentialsById } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { permit } from '@/lib/domain/permission'

export const SignOutEverywhere = z.object({ userId: z.guid() })

/** Ends every session of a person at once: a laptop was lost, or somebody left in anger. */
export async function signOutEverywhere(
  { db, actor }: Desk<PrismaClient>,
  { userId }: z.output<typeof SignOutEverywhere>,
): Promise<void> {
  const { by } = permit(actor, 'people:manage')
  if (!(await credentialsById(db, userId))) throw new Fault('not_found', 'user')
  await transactionAs(db, by, (tx) => endSessionsOf(tx, userId))
}
