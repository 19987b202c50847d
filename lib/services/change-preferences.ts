import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { updateUser } from '@/lib/data/users'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'

export const ChangePreferences = z.object({
  locale: z.enum(['fr', 'en']),
  singleKeys: z
    .stringbool({ truthy: ['true', 'on'], falsy: ['false', 'off', ''] })
    .or(z.boolean())
    .default(false),
})

/** My language, and whether a letter alone is a command (WCAG 2.1.4: it can be switched off). */
export async function changePreferences(
  { db, actor }: Desk<PrismaClient>,
  input: z.output<typeof ChangePreferences>,
): Promise<void> {
  if (!actor) throw new Fault('not_signed_in', 'preferences')
  await updateUser(db, actor.id, input)
}
