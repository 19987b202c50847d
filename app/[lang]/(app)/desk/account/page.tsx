import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { authWords } from '@/lib/i18n/auth'
import { deskApiWords } from '@/lib/i18n/desk-api'
import { deskTogetherWords } from '@/lib/i18n/desk-together'
import { loadMailChoice } from '@/lib/services/change-mail-choice'
import { loadAccount } from '@/lib/services/load-account'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Moment } from '../../sign-in/_parts/moment'
import { SignOutButton } from '../../sign-in/_parts/sign-out-button'
import { TourEntry } from '../_parts/tour'
import { ChangePasswordForm, EndSessionForm, PreferencesForm, type Theme } from './account.client'
import { changeMailChoiceAction, changePasswordAction, changePreferencesAction, endSessionAction } from './actions'
import { MailForm } from './mail.client'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: authWords(await languageOfParams(params)).account.title }
}

/** Where I am signed in, my password, my language and keys. */
export default async function AccountPage({ params }: Props) {
  const lang = await languageOfParams(params)
  const mine = await requireSession(lang)
  const { sessions } = await loadAccount(await deskOfRequest())
  const { account: t, role } = authWords(lang)
  const { mail } = deskTogetherWords(lang)
  const kept = (await cookies()).get('recoupe.theme')?.value
  const theme: Theme = kept === 'light' || kept === 'dark' ? kept : 'system'
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p>
        <bdi>{mine.name}</bdi>, {mine.email}, {role[mine.role]}
      </p>
      <SignOutButton lang={lang} />
      <TourEntry lang={lang} />
      <p>
        <a href={`/${lang}/desk/account/tokens`}>{deskApiWords(lang).tokens.link}</a>
      </p>
      <section className="sec" aria-labelledby="sessions">
        <h2 id="sessions">{t.sessions}</h2>
        <p className="dim">{t.sessionsLead}</p>
        <ul className="stack">
          {sessions.map((it) => {
            const agent = it.userAgent ?? t.unknownAgent
            const isThis = it.id === mine.idHash
            return (
              <li key={it.id}>
                <bdi>{agent}</bdi> {isThis && <span className="tag ok">{t.thisOne}</span>}
                <br />
                <span className="dim small">
                  {t.opened} <Moment lang={lang} at={it.createdAt} /> · {t.lastSeen}{' '}
                  <Moment lang={lang} at={it.lastSeenAt} />
                </span>
                {!isThis && <EndSessionForm lang={lang} id={it.id} agent={agent} action={endSessionAction} />}
              </li>
            )
          })}
        </ul>
      </section>
      <section className="sec prose" aria-labelledby="password">
        <h2 id="password">{t.password}</h2>
        <p className="dim">{t.passwordLead}</p>
        <ChangePasswordForm lang={lang} email={mine.email} action={changePasswordAction} />
      </section>
      <section className="sec prose" aria-labelledby="preferences">
        <h2 id="preferences">{t.preferences}</h2>
        <PreferencesForm
          lang={lang}
          locale={mine.locale}
          singleKeys={mine.singleKeys}
          theme={theme}
          action={changePreferencesAction}
        />
      </section>
      <section className="sec prose" id="mail" aria-labelledby="mail-title">
        <h2 id="mail-title">{mail.title}</h2>
        <p className="dim">{mail.lead}</p>
        <MailForm lang={lang} choice={await loadMailChoice(await deskOfRequest())} action={changeMailChoiceAction} />
      </section>
    </main>
  )
}
