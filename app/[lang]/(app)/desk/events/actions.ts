'use server'
import { revalidatePath } from 'next/cache'
import { AddEvent, addEvent } from '@/lib/services/add-event'
import { formAction } from '@/lib/web/action'

export const addEventAction = formAction(
  AddEvent.pick({ titleFr: true, titleEn: true }),
  async (desk, input): Promise<null> => {
    await addEvent(desk, input)
    revalidatePath('/[lang]/desk/events', 'page')
    return null
  },
)
