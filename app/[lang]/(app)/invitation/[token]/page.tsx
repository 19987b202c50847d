import type { Metadata } from 'next'
import { authWords } from '@/lib/i18n/auth'
import { loadInvitation } from '@/lib/services/load-invitation'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { Door } from '../../sign-in/_parts/door'
import { acceptInvitationAction } from './actions'
import { InvitationForm } from './invitation-form.client'

type Props = { params: Promise<{ lang: string; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: authWords(await languageOfParams(params)).invitation.joinTitle }
}

/** Looking at a link does not spend it: mail programs look at links too. */
export default async function InvitationPage({ params }: Props) {
  const lang = await languageOfParams(params)
  const { token } = await params
  const link = await loadInvitation(await deskOfRequest(), token)
  const { invitation: t, role } = authWords(lang)
  const other = lang === 'fr' ? 'en' : 'fr'
  if (!link)
    return (
      <Door lang={lang}>
        <h1 className="h1">{t.deadTitle}</h1>
        <p>{t.dead}</p>
      </Door>
    )
  const isReset = link.purpose === 'reset'
  const isFirst = link.purpose === 'join' && link.email === null
  return (
    <Door lang={lang} otherLanguage={`/${other}/invitation/${encodeURIComponent(token)}`}>
      <h1 className="h1">{isReset ? t.resetTitle : isFirst ? t.firstTitle : t.joinTitle}</h1>
      <p>{isReset ? t.resetLead(link.name ?? '') : isFirst ? t.firstLead : t.joinLead(role[link.role])}</p>
      <InvitationForm lang={lang} token={token} email={link.email} isReset={isReset} action={acceptInvitationAction} />
    </Door>
  )
}
