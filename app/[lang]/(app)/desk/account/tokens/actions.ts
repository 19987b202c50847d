'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { AddToken, RevokeToken, SCOPES } from '@/lib/domain/api-token'
import { addToken } from '@/lib/services/add-token'
import { revokeToken } from '@/lib/services/revoke-token'
import { formAction } from '@/lib/web/action'

const seen = () => revalidatePath('/[lang]/desk/account/tokens', 'page')

/** Boxes that were ticked: none, one or several. */
const Form = AddToken.extend({
  scopes: z
    .union([z.enum(SCOPES), z.array(z.enum(SCOPES))])
    .default([])
    .transform((it) => [it].flat()),
})

export const addTokenAction = formAction(Form, async (desk, input) => {
  const { token } = await addToken(desk, input)
  seen()
  return { token }
})

export const revokeTokenAction = formAction(RevokeToken, async (desk, input): Promise<null> => {
  await revokeToken(desk, input)
  seen()
  return null
})
