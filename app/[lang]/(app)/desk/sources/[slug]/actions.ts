'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { AddAssessment, addAssessment } from '@/lib/services/add-assessment'
import { formAction } from '@/lib/web/action'
import { safeNext } from '@/lib/web/safe-next'

export const addAssessmentAction = formAction(
  AddAssessment.extend({ back: z.string() }),
  async (desk, { back, ...input }): Promise<null> => {
    await addAssessment(desk, input)
    redirect(`${safeNext(back, '/')}?done=assessed`)
  },
)
