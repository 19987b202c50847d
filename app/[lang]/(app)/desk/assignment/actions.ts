'use server'
import { revalidatePath } from 'next/cache'
import { Assign, assign } from '@/lib/services/assign'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

/** Takes, gives or gives back; the page is made anew with the version that follows. */
export const assignAction = formAction(Assign, async (desk, input): Promise<null> => {
  await offerUndo((await assign(desk, input)).undo)
  revalidatePath('/[lang]/desk', 'layout')
  return null
})
