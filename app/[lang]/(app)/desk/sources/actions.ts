'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { AddSource, addSource } from '@/lib/services/add-source'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

const Form = AddSource.pick({ name: true, kind: true, affiliation: true, roleWords: true }).extend({
  isNamed: z.literal('on').optional(),
})

export const addSourceAction = formAction(Form, async (desk, { isNamed, ...input }): Promise<null> => {
  await offerUndo((await addSource(desk, { ...input, isNamed: isNamed === 'on' })).undo)
  revalidatePath('/[lang]/desk/sources', 'page')
  return null
})
