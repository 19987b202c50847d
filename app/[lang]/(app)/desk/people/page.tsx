import type { Metadata } from 'next'
import { authWords } from '@/lib/i18n/auth'
import { deskApiWords } from '@/lib/i18n/desk-api'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { loadPeople } from '@/lib/services/load-people'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Moment } from '../../sign-in/_parts/moment'
import * as actions from './actions'
import { BlindForm, FourEyesForm, InviteForm, NewsroomForm, PersonForms, WithdrawForm } from './people.client'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: authWords(await languageOfParams(params)).people.title }
}

/** Who is here, in which role; for administrators. Anyone else finds nothing at this address. */
export default async function PeoplePage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { people, invitations, settings } = await orNotFound(loadPeople(await deskOfRequest()))
  const { people: t, role } = authWords(lang)
  const forPerson = {
    change: actions.changePersonAction,
    disable: actions.disablePersonAction,
    signOutEverywhere: actions.signOutEverywhereAction,
    reset: actions.resetPasswordAction,
  }
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <section className="sec prose" aria-labelledby="invite">
        <h2 id="invite">{t.invite}</h2>
        <p className="dim">{t.inviteLead}</p>
        <InviteForm lang={lang} action={actions.invitePersonAction} />
      </section>
      <section className="sec" aria-labelledby="everyone">
        <h2 id="everyone">{t.everyone}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="grid-wrap" tabIndex={0} aria-labelledby="everyone">
          <table className="queue stacks">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.role}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.lastSeen}</th>
                <th scope="col">{t.manage}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((it) => (
                <tr key={it.id}>
                  <th scope="row">
                    <bdi>{it.name}</bdi>
                    <br />
                    <span className="dim small">{it.email}</span>
                  </th>
                  <td data-head={t.role}>
                    {role[it.role]}
                    {it.isSourceKeeper && <span className="tag">{t.sourceKeeper}</span>}
                  </td>
                  <td data-head={t.state}>
                    {it.disabledAt ? t.disabled : t.active}
                    <br />
                    <span className="dim small">{t.sessions(it.sessions)}</span>
                  </td>
                  <td data-head={t.lastSeen}>{it.lastSeenAt ? <Moment lang={lang} at={it.lastSeenAt} /> : t.never}</td>
                  <td data-head={t.manage}>
                    <PersonForms
                      lang={lang}
                      actions={forPerson}
                      person={{
                        id: it.id,
                        name: it.name,
                        email: it.email,
                        role: it.role,
                        isSourceKeeper: it.isSourceKeeper,
                        isDisabled: it.disabledAt !== null,
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
      <section className="sec" aria-labelledby="pending">
        <h2 id="pending">{t.pending}</h2>
        {invitations.length === 0 ? (
          <p className="dim">{t.pendingNone}</p>
        ) : (
          <ul className="stack">
            {invitations.map((it) => (
              <li key={it.id}>
                <strong>{it.email ?? t.firstAdmin}</strong> (
                {it.purpose === 'reset' ? t.reset : `${t.join}, ${role[it.role]}`}). {t.expires}{' '}
                <Moment lang={lang} at={it.expiresAt} />
                <p className="dim small">{deskUndoWords(lang).none.invitation}</p>
                <WithdrawForm lang={lang} id={it.id} action={actions.withdrawInvitationAction} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="sec prose" aria-labelledby="settings">
        <h2 id="settings">{t.settings}</h2>
        <NewsroomForm lang={lang} newsroom={settings.newsroom} action={actions.changeSettingAction} />
        <FourEyesForm lang={lang} fourEyes={settings.fourEyes} action={actions.changeSettingAction} />
        <BlindForm lang={lang} blindByDefault={settings.blindByDefault} action={actions.changeSettingAction} />
        <p>
          <a href={`/${lang}/desk/webhooks`}>{deskApiWords(lang).webhooks.link}</a>
        </p>
      </section>
    </main>
  )
}
