'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { ChangePerson, changePerson } from '@/lib/services/change-person'
import { ChangeSetting, changeSetting } from '@/lib/services/change-setting'
import { DisablePerson, disablePerson } from '@/lib/services/disable-person'
import { InvitePerson, invitePerson } from '@/lib/services/invite-person'
import { ResetPassword, resetPassword } from '@/lib/services/reset-password'
import { SignOutEverywhere, signOutEverywhere } from '@/lib/services/sign-out-everywhere'
import { WithdrawInvitation, withdrawInvitation } from '@/lib/services/withdraw-invitation'
import { formAction } from '@/lib/web/action'
import { invitationLink, type LinkOnce } from '@/lib/web/invitation-link'
import { offerUndo } from '@/lib/web/undo-offer'

const lang = z.enum(['fr', 'en'])
const seen = () => revalidatePath('/[lang]/desk/people', 'page')

export const invitePersonAction = formAction(InvitePerson.extend({ lang }), async (desk, input): Promise<LinkOnce> => {
  const made = await invitePerson(desk, { email: input.email, role: input.role })
  await offerUndo(made.undo)
  const link = invitationLink(input.lang, made)
  seen()
  return link
})

export const resetPasswordAction = formAction(
  ResetPassword.extend({ lang }),
  async (desk, input): Promise<LinkOnce> => {
    const made = await resetPassword(desk, { email: input.email })
    await offerUndo(made.undo)
    const link = invitationLink(input.lang, made)
    seen()
    return link
  },
)

export const changePersonAction = formAction(ChangePerson, async (desk, input): Promise<null> => {
  await offerUndo((await changePerson(desk, input)).undo)
  seen()
  return null
})

export const disablePersonAction = formAction(DisablePerson, async (desk, input): Promise<null> => {
  await offerUndo((await disablePerson(desk, input)).undo)
  seen()
  return null
})

export const signOutEverywhereAction = formAction(SignOutEverywhere, async (desk, input): Promise<null> => {
  await signOutEverywhere(desk, input)
  seen()
  return null
})

export const withdrawInvitationAction = formAction(WithdrawInvitation, async (desk, input): Promise<null> => {
  await withdrawInvitation(desk, input)
  seen()
  return null
})

export const changeSettingAction = formAction(ChangeSetting, async (desk, input): Promise<null> => {
  await offerUndo((await changeSetting(desk, input)).undo)
  seen()
  return null
})
