'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { DecideReport, decideReport } from '@/lib/services/decide-report'
import { EraseContact, eraseContact } from '@/lib/services/erase-contact'
import { LinkReport, linkReport } from '@/lib/services/link-report'
import { TakeUpReport, takeUpReport } from '@/lib/services/take-up-report'
import { formAction } from '@/lib/web/action'
import { safeNext } from '@/lib/web/safe-next'

const here = { back: z.string() }
const done = (back: string): never => redirect(`${safeNext(back, '/')}?done=yes`)

export const takeUpReportAction = formAction(
  TakeUpReport.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    await takeUpReport(desk, input)
    return done(back)
  },
)

export const decideReportAction = formAction(
  DecideReport.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    await decideReport(desk, input)
    return done(back)
  },
)

export const linkReportAction = formAction(LinkReport.extend(here), async (desk, { back, ...input }): Promise<null> => {
  await linkReport(desk, input)
  return done(back)
})

export const eraseContactAction = formAction(
  EraseContact.extend(here),
  async (desk, { back, ...input }): Promise<null> => {
    await eraseContact(desk, input)
    return done(back)
  },
)
