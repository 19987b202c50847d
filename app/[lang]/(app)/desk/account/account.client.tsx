'use client'
import { ActionForm, type FormAction, PasswordField } from '@/app/_ui/action-form.client'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords } from '@/lib/i18n/auth'

type EndProps = { lang: Language; id: string; agent: string; action: FormAction<null> }

export function EndSessionForm({ lang, id, agent, action }: EndProps) {
  const { account: t } = authWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{}}
      submit={t.end}
      submitName={t.endNamed(agent)}
      submitClass="b"
      className=""
    >
      {() => <input type="hidden" name="sessionId" value={id} />}
    </ActionForm>
  )
}

type PasswordProps = { lang: Language; email: string; action: FormAction<null> }

export function ChangePasswordForm({ lang, email, action }: PasswordProps) {
  const { account: t, invitation, signIn } = authWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{ currentPassword: 'current-password', password: 'new-password' }}
      submit={t.change}
      title={{ too_many: signIn.tooMany }}
    >
      {({ refused }) => (
        <>
          {/* Tells a password manager whose password this is. Not sent: it has no name. */}
          <input type="email" autoComplete="username" defaultValue={email} hidden readOnly />
          <PasswordField
            id="current-password"
            name="currentPassword"
            label={t.current}
            show={signIn.show}
            refused={refused('currentPassword')}
          />
          <PasswordField
            id="new-password"
            name="password"
            isNew
            label={t.next}
            help={invitation.passwordHelp}
            show={signIn.show}
            refused={refused('password')}
          />
        </>
      )}
    </ActionForm>
  )
}

export type Theme = 'system' | 'light' | 'dark'
type PreferencesProps = {
  lang: Language
  locale: Language
  singleKeys: boolean
  theme: Theme
  action: FormAction<null>
}

export function PreferencesForm({ lang, locale, singleKeys, theme, action }: PreferencesProps) {
  const { account: t } = authWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{ locale: 'locale' }} submit={t.save}>
      {() => (
        <>
          <label className="f" htmlFor="locale">
            <span>{t.language}</span>
            <select id="locale" name="locale" defaultValue={locale} key={locale}>
              <option value="fr" lang="fr">
                Français
              </option>
              <option value="en" lang="en">
                English
              </option>
            </select>
          </label>
          <label className="f" htmlFor="theme">
            <span>{t.theme}</span>
            <select id="theme" name="theme" defaultValue={theme} key={theme}>
              <option value="system">{t.themeSystem}</option>
              <option value="light">{t.themeLight}</option>
              <option value="dark">{t.themeDark}</option>
            </select>
          </label>
          <label className="opt" htmlFor="single-keys">
            <input
              id="single-keys"
              type="checkbox"
              name="singleKeys"
              value="true"
              defaultChecked={singleKeys}
              key={String(singleKeys)}
            />
            <span>
              {t.singleKeys} <small>{t.singleKeysHelp}</small>
            </span>
          </label>
        </>
      )}
    </ActionForm>
  )
}
