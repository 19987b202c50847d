'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { changeFilter } from '@/lib/services/change-filter'
import { DeleteFilter, deleteFilter } from '@/lib/services/delete-filter'
import { saveFilter } from '@/lib/services/save-filter'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

const text = z.string().default('')
const Shared = z.strictObject({ name: text, isShared: z.literal('on').optional() })
/** The rail of every page shows the kept filters. */
const seen = () => revalidatePath('/[lang]/desk', 'layout')

export const saveFilterAction = formAction(
  Shared.extend({ list: text, query: text }),
  async (desk, { isShared, list, ...input }): Promise<null> => {
    await offerUndo((await saveFilter(desk, { ...input, list: list as never, isShared: isShared === 'on' })).undo)
    seen()
    return null
  },
)

export const changeFilterAction = formAction(
  Shared.extend({ filterId: text }),
  async (desk, { isShared, ...input }): Promise<null> => {
    await offerUndo((await changeFilter(desk, { ...input, isShared: isShared === 'on' })).undo)
    seen()
    return null
  },
)

export const deleteFilterAction = formAction(DeleteFilter, async (desk, input): Promise<null> => {
  await offerUndo((await deleteFilter(desk, input)).undo)
  seen()
  return null
})
