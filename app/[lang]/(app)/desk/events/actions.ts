'use server'
import { revalidatePath } from 'next/cache'
import { AddEvent, addEvent } from '@/lib/services/add-event'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

export const addEventAction = formAction(
  AddEvent.pick({ titleFr: true, titleEn: true }),
  async (desk, input): Promise<null> => {
    await offerUndo((await addEvent(desk, input)).undo)
    revalidatePath('/[lang]/desk/events', 'page')
    return null
  },
)
