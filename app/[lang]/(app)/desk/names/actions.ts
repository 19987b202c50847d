'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { optionalProse } from '@/lib/domain/input'
import { LinkEntities, linkEntities } from '@/lib/services/link-entities'
import { UnlinkEntities, unlinkEntities } from '@/lib/services/unlink-entities'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

const lang = z.enum(['fr', 'en'])

export const linkEntitiesAction = formAction(
  LinkEntities.extend({ lang, fromId: z.string(), toId: z.string() }),
  async (desk, { lang, ...input }): Promise<null> => {
    const { undo } = await linkEntities(desk, input)
    await offerUndo(undo)
    redirect(`/${lang}/desk/names?done=linked`)
  },
)

export const unlinkEntitiesAction = formAction(
  UnlinkEntities.extend({ lang, reason: optionalProse() }),
  async (desk, { lang, reason, ...input }): Promise<null> => {
    await offerUndo((await unlinkEntities(desk, { ...input, reason: reason ?? '' })).undo)
    redirect(`/${lang}/desk/names?done=ended`)
  },
)
