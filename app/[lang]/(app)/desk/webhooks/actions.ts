'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { AddWebhook, ChangeWebhook, RotateSecret, SendAgain, WEBHOOK_EVENTS } from '@/lib/domain/webhook'
import { addWebhook } from '@/lib/services/add-webhook'
import { changeWebhook } from '@/lib/services/change-webhook'
import { rotateSecret } from '@/lib/services/rotate-secret'
import { sendAgain } from '@/lib/services/send-again'
import { formAction } from '@/lib/web/action'
import { mayBeTold } from '@/lib/web/outgoing'
import { secretOf } from '@/lib/web/webhook-message'

const seen = () => revalidatePath('/[lang]/desk/webhooks', 'page')

/** Boxes that were ticked: none, one or several. */
const Form = AddWebhook.extend({
  events: z
    .union([z.enum(WEBHOOK_EVENTS), z.array(z.enum(WEBHOOK_EVENTS))])
    .default([])
    .transform((it) => [it].flat()),
})

export const addWebhookAction = formAction(Form, async (desk, input) => {
  const { secret } = await addWebhook(desk, input, { mayBeTold, secretOf })
  seen()
  return { secret }
})

export const changeWebhookAction = formAction(
  ChangeWebhook.extend({ isOn: z.stringbool() }),
  async (desk, input): Promise<null> => {
    await changeWebhook(desk, input)
    seen()
    return null
  },
)

export const rotateSecretAction = formAction(RotateSecret, async (desk, input) => {
  const made = await rotateSecret(desk, input, secretOf)
  seen()
  return made
})

export const sendAgainAction = formAction(SendAgain, async (desk, input): Promise<null> => {
  await sendAgain(desk, input)
  seen()
  return null
})
