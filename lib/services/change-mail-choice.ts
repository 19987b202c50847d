import 'server-only'
import { z } from 'zod'
import type { PrismaClient } from '@/lib/data/generated/client'
import { mailChoiceOf, updateMailChoice } from '@/lib/data/mail-queue'
import type { Desk } from '@/lib/domain/desk'
import { oneOf } from '@/lib/domain/input'
import { DIGESTS, type MailChoice } from '@/lib/domain/mail-choice'
import { permit } from '@/lib/domain/permission'

export const ChangeMailChoice = z.object({
  digest: oneOf(DIGESTS),
  mailsDirect: z
    .stringbool({ truthy: ['true', 'on'], falsy: ['false', 'off', ''] })
    .or(z.boolean())
    .default(false),
})

/** How often what is new comes to me by e-mail. */
export async function changeMailChoice(
  { db, actor }: Desk<PrismaClient>,
  input: z.output<typeof ChangeMailChoice>,
): Promise<void> {
  const { by } = permit(actor, 'desk:read')
  await updateMailChoice(db, by, input)
}

/** What I chose. */
export async function loadMailChoice({ db, actor }: Desk<PrismaClient>): Promise<MailChoice> {
  const { by } = permit(actor, 'desk:read')
  return mailChoiceOf(db, by)
}
