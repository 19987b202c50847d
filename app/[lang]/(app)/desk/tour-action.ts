'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { MoveTour, moveTour } from '@/lib/services/move-tour'
import { formAction } from '@/lib/web/action'

/** To a step of the tour and its page; put away, back to the page "To do". */
export const tourAction = formAction(
  MoveTour.extend({ lang: z.enum(['fr', 'en']) }),
  async (desk, { lang, to }): Promise<null> => {
    const path = await moveTour(desk, { to })
    // The step stands in the layout, which a redirect alone leaves as it was.
    revalidatePath('/[lang]/desk', 'layout')
    redirect(path === null ? `/${lang}/desk` : `/${lang}/desk/${path}`)
  },
)
