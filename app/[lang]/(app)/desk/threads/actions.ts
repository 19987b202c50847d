'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { AddNote, addNote } from '@/lib/services/add-note'
import { ChangeNote, changeNote } from '@/lib/services/change-note'
import { SettleNote, settleNote } from '@/lib/services/settle-note'
import { WithdrawNote, withdrawNote } from '@/lib/services/withdraw-note'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

/** A thread stands on many pages, and its count on more: every desk page is made anew, what is being typed stays. */
const seen = () => revalidatePath('/[lang]/desk', 'layout')
/** People picked from the list: none, one or several fields of one name. */
const picked = z
  .union([z.guid(), z.array(z.guid())])
  .optional()
  .transform((ids) => (ids === undefined ? [] : [ids].flat()))

export const addNoteAction = formAction(AddNote.extend({ mentions: picked }), async (desk, input): Promise<null> => {
  await offerUndo((await addNote(desk, input)).undo)
  seen()
  return null
})

export const changeNoteAction = formAction(
  ChangeNote.extend({ mentions: picked }),
  async (desk, input): Promise<null> => {
    await offerUndo((await changeNote(desk, input)).undo)
    seen()
    return null
  },
)

export const settleNoteAction = formAction(SettleNote, async (desk, input): Promise<null> => {
  await offerUndo((await settleNote(desk, input)).undo)
  seen()
  return null
})

export const withdrawNoteAction = formAction(WithdrawNote, async (desk, input): Promise<null> => {
  await offerUndo((await withdrawNote(desk, input)).undo)
  seen()
  return null
})
