'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { confirmPassword } from '@/lib/services/confirm-password'
import { KeepIdentity, keepIdentity } from '@/lib/services/keep-identity'
import { RevealSource, revealSource } from '@/lib/services/reveal-source'
import { formAction } from '@/lib/web/action'
import { identitySeal } from '@/lib/web/identity-seal'
import { passwords } from '@/lib/web/password'

const password = z.string()

/** The page is not made again: what is shown once stands in the answer alone. */
export const revealSourceAction = formAction(RevealSource.extend({ password }), async (desk, { password, ...input }) =>
  revealSource(desk, input, await confirmPassword(desk, password, passwords), identitySeal()),
)

export const keepIdentityAction = formAction(
  KeepIdentity.extend({ password }),
  async (desk, { password, ...input }): Promise<null> => {
    await keepIdentity(desk, input, await confirmPassword(desk, password, passwords), identitySeal())
    revalidatePath('/[lang]/desk/sources/[slug]/identity', 'page')
    return null
  },
)
