'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { CancelJob, cancelJob } from '@/lib/services/cancel-job'
import { QueueJob, queueJob } from '@/lib/services/queue-job'
import { formAction } from '@/lib/web/action'
import { offerUndo } from '@/lib/web/undo-offer'

const here = { lang: z.enum(['fr', 'en']) }

export const queueJobAction = formAction(QueueJob.extend(here), async (desk, { lang, ...input }): Promise<null> => {
  await offerUndo((await queueJob(desk, input)).undo)
  redirect(`/${lang}/desk/jobs?done=queued`)
})

export const cancelJobAction = formAction(CancelJob.extend(here), async (desk, { lang, ...input }): Promise<null> => {
  await offerUndo((await cancelJob(desk, input)).undo)
  redirect(`/${lang}/desk/jobs`)
})
