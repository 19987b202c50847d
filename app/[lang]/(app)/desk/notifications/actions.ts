'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { MarkNotifications, markNotifications } from '@/lib/services/mark-notifications'
import { formAction } from '@/lib/web/action'
import { safeNext } from '@/lib/web/safe-next'

const [One, All] = MarkNotifications.options

/** Marks a line as read; with a way, goes there too. */
export const markOneAction = formAction(
  One.extend({ to: z.string().optional() }),
  async (desk, input): Promise<null> => {
    const { to, ...which } = input
    await markNotifications(desk, which)
    revalidatePath('/[lang]/desk', 'layout')
    if (to) redirect(safeNext(to, '/fr/desk'))
    return null
  },
)

export const markAllAction = formAction(All, async (desk, input): Promise<null> => {
  await markNotifications(desk, input)
  revalidatePath('/[lang]/desk', 'layout')
  return null
})
