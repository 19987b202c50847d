'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { Fault } from '@/lib/domain/fault'
import { Undo } from '@/lib/domain/undo'
import { isLanguage } from '@/lib/domain/vocabulary'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { formAction } from '@/lib/web/action'
import { takeBack } from '@/lib/web/take-back'
import { withdrawUndo } from '@/lib/web/undo-offer'

/** Takes the last action back. One action for all of them: what it may do is a closed list, checked by the verb it runs. */
export const undoAction = formAction(
  z.strictObject({ lang: z.string(), undo: z.string().max(4_000) }),
  async (desk, { lang, undo }): Promise<null> => {
    const language = isLanguage(lang) ? lang : 'fr'
    const asked = undoOf(undo)
    await takeBack(desk, asked, deskUndoWords(language).reason)
    await withdrawUndo()
    // Its page is the one this was pressed on, and is there no more.
    if (asked.verb === 'discard_dispatch') redirect(`/${language}/desk/dispatches?done=undone`)
    return null
  },
)

function undoOf(raw: string): Undo {
  try {
    const read = Undo.safeParse(JSON.parse(raw))
    if (read.success) return read.data
  } catch {
    // Falls through to the same refusal: what was sent is no undo.
  }
  throw new Fault('invalid', 'no undo', [{ field: 'undo', reason: 'not_a_choice' }])
}
