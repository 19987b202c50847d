'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AcceptInvitation, acceptInvitation } from '@/lib/services/accept-invitation'
import { formAction } from '@/lib/web/action'
import { passwords } from '@/lib/web/password'
import { keepSession } from '@/lib/web/session'

/** Joins, or chooses a new password, and opens the desk. */
export const acceptInvitationAction = formAction(
  AcceptInvitation,
  async (desk, input): Promise<null> => {
    const { token } = await acceptInvitation(desk, input, (await headers()).get('user-agent'), passwords)
    await keepSession(token)
    redirect(`/${input.locale}/desk`)
  },
  { open: 'anyone' },
)
