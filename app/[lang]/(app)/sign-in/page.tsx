import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { authWords } from '@/lib/i18n/auth'
import { languageOfParams } from '@/lib/web/page-language'
import { sessionOfRequest } from '@/lib/web/session'
import { wayBack } from '@/lib/web/way-back'
import { Door } from './_parts/door'
import { signInAction } from './actions'
import { SignInForm } from './sign-in-form.client'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: authWords(await languageOfParams(params)).signIn.title }
}

/** The door of the desk. */
export default async function SignInPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const asked = await searchParams
  const next = wayBack(asked, `/${lang}/desk`)
  if (await sessionOfRequest()) redirect(next)
  const { signIn } = authWords(lang)
  const other = lang === 'fr' ? 'en' : 'fr'
  return (
    <Door lang={lang} otherLanguage={`/${other}/sign-in?next=${encodeURIComponent(next)}`}>
      <h1 className="h1">{signIn.title}</h1>
      <p>{asked.next === undefined ? signIn.lead : signIn.mustSignIn}</p>
      <SignInForm lang={lang} next={next} action={signInAction} />
      <p className="dim small">{signIn.forgotten}</p>
    </Door>
  )
}
