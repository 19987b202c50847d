'use server'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { SignIn, signIn } from '@/lib/services/sign-in'
import { formAction } from '@/lib/web/action'
import { passwords } from '@/lib/web/password'
import { safeNext } from '@/lib/web/safe-next'
import { keepSession } from '@/lib/web/session'
import { visitorOf } from '@/lib/web/visitor'

const SignInForm = SignIn.extend({ lang: z.enum(['fr', 'en']) })

/** Opens a session and goes where the reader wanted to go, if that is ours. */
export const signInAction = formAction(
  SignInForm,
  async (desk, { email, password, next, lang }): Promise<null> => {
    const jar = await cookies()
    const visitor = visitorOf(await headers(), (name) => jar.get(name)?.value)
    const { token } = await signIn(desk, { email, password }, visitor, passwords)
    await keepSession(token)
    redirect(safeNext(next, `/${lang}/desk`))
  },
  { open: 'anyone' },
)
