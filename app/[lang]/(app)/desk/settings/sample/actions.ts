'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ChangeSample, changeSample } from '@/lib/services/change-sample'
import { formAction } from '@/lib/web/action'

/** Resets, deletes or brings back the sample, then says so. */
export const changeSampleAction = formAction(
  ChangeSample.extend({ lang: z.enum(['fr', 'en']) }),
  async (desk, { lang, ...input }): Promise<null> => {
    await changeSample(desk, input)
    redirect(`/${lang}/desk/settings/sample?done=${input.act}`)
  },
)
