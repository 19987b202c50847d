'use client'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import { type Scope, TOKEN_DAYS } from '@/lib/domain/api-token'
import type { Language } from '@/lib/domain/vocabulary'
import { deskApiWords } from '@/lib/i18n/desk-api'

type AddProps = { lang: Language; scopes: readonly Scope[]; action: FormAction<{ token: string }> }

/** A new token: its name, what it may do, for how long; then the token, once. */
export function AddTokenForm({ lang, scopes, action }: AddProps) {
  const { tokens: t } = deskApiWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{ name: 'token-name', scopes: 'token-scopes' }} submit={t.make}>
      {({ value, typed, refused }) => (
        <>
          <Field
            id="token-name"
            name="name"
            label={t.name}
            help={t.nameHelp}
            autoComplete="off"
            value={typed('name')}
            refused={refused('name')}
          />
          <fieldset id="token-scopes" className="api-choices">
            <legend>{t.scopes}</legend>
            {scopes.map((scope) => (
              <label key={scope} className="opt" htmlFor={`scope-${scope}`}>
                <input
                  id={`scope-${scope}`}
                  type="checkbox"
                  name="scopes"
                  value={scope}
                  defaultChecked={scope === 'read'}
                />
                <span>
                  {t.scope[scope]} <code>{scope}</code>
                </span>
              </label>
            ))}
            {refused('scopes') && <p className="dim small">{refused('scopes')}</p>}
          </fieldset>
          <label className="f" htmlFor="token-days">
            <span>{t.days}</span>
            <select id="token-days" name="days" defaultValue={typed('days') ?? '90'}>
              {TOKEN_DAYS.map((days) => (
                <option key={days} value={days}>
                  {t.dayChoice(days)}
                </option>
              ))}
            </select>
          </label>
          {value && (
            <div className="side" role="status">
              <p>
                <strong>{t.ready}</strong>
              </p>
              <p>
                <code className="api-word">{value.token}</code>
              </p>
              <p className="dim small">
                {t.once} {t.use} <code>Authorization: Bearer …</code>
              </p>
            </div>
          )}
        </>
      )}
    </ActionForm>
  )
}

type RevokeProps = { lang: Language; id: string; name: string; action: FormAction<null> }

/** Ends one token. */
export function RevokeTokenForm({ lang, id, name, action }: RevokeProps) {
  const { tokens: t } = deskApiWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{}}
      submit={t.revoke}
      submitName={t.revokeNamed(name)}
      submitClass="b"
      className="inline"
      done={t.revoked}
    >
      {() => <input type="hidden" name="tokenId" value={id} />}
    </ActionForm>
  )
}
