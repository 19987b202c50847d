'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { RestoreRevision, restoreRevision } from '@/lib/services/restore-revision'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

/** Puts a former state back, then shows the history with the version that was made. */
export const restoreRevisionAction = formAction(
  RestoreRevision.extend({ lang: z.enum(['fr', 'en']) }),
  async (desk, { lang, ...input }): Promise<null> => {
    const { undo } = await restoreRevision(desk, input)
    await offerUndo(undo)
    redirect(`/${lang}/desk/history/${input.entity}/${input.id}?done=restored`)
  },
)
