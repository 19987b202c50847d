'use server'
import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { ChangeMailChoice, changeMailChoice } from '@/lib/services/change-mail-choice'
import { ChangePassword, changePassword } from '@/lib/services/change-password'
import { ChangePreferences, changePreferences } from '@/lib/services/change-preferences'
import { EndSession, endSession } from '@/lib/services/end-session'
import { formAction } from '@/lib/web/action'
import { passwords } from '@/lib/web/password'
import { sessionOfRequest } from '@/lib/web/session'

const seen = () => revalidatePath('/[lang]/desk/account', 'page')

export const endSessionAction = formAction(EndSession, async (desk, input): Promise<null> => {
  await endSession(desk, input)
  seen()
  return null
})

export const changePasswordAction = formAction(ChangePassword, async (desk, input): Promise<null> => {
  const mine = await sessionOfRequest()
  await changePassword(desk, input, mine?.idHash ?? null, passwords)
  seen()
  return null
})

const Preferences = ChangePreferences.extend({ theme: z.enum(['system', 'light', 'dark']).default('system') })

export const changePreferencesAction = formAction(Preferences, async (desk, { theme, ...input }): Promise<null> => {
  await changePreferences(desk, input)
  const jar = await cookies()
  // The theme belongs to the screen, not to the person: a cookie, nothing secret in it.
  if (theme === 'system') jar.delete('recoupe.theme')
  else jar.set('recoupe.theme', theme, { sameSite: 'lax', path: '/', maxAge: 31_536_000, httpOnly: true })
  seen()
  return null
})

export const changeMailChoiceAction = formAction(ChangeMailChoice, async (desk, input): Promise<null> => {
  await changeMailChoice(desk, input)
  seen()
  return null
})
