'use client'
import { useState } from 'react'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import { ROLES, type Role } from '@/lib/domain/permission'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords } from '@/lib/i18n/auth'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { deskVerdictsWords } from '@/lib/i18n/desk-verdicts'
import { moment } from '@/lib/i18n/format'
import type { LinkOnce } from '@/lib/web/invitation-link'

type InviteProps = { lang: Language; action: FormAction<LinkOnce> }

export function InviteForm({ lang, action }: InviteProps) {
  const { people: t } = authWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{ email: 'invite-email', role: 'invite-role' }} submit={t.makeLink}>
      {({ value, typed, refused }) => (
        <>
          <input type="hidden" name="lang" value={lang} />
          <Field
            id="invite-email"
            name="email"
            type="email"
            label={t.email}
            autoComplete="off"
            value={typed('email')}
            refused={refused('email')}
          />
          <RoleChoice id="invite-role" lang={lang} value={(typed('role') as Role | undefined) ?? 'reviewer'} />
          {value && <OneTimeLink lang={lang} {...value} />}
        </>
      )}
    </ActionForm>
  )
}

type RoleProps = { id: string; lang: Language; value: Role }

function RoleChoice({ id, lang, value }: RoleProps) {
  const { people: t, role, roleHelp } = authWords(lang)
  return (
    <label className="f" htmlFor={id}>
      <span>{t.role}</span>
      <select id={id} name="role" defaultValue={value} key={value}>
        {ROLES.map((it) => (
          <option key={it} value={it}>
            {role[it]} – {roleHelp[it]}
          </option>
        ))}
      </select>
    </label>
  )
}

type PersonProps = {
  lang: Language
  person: { id: string; name: string; email: string; role: Role; isSourceKeeper: boolean; isDisabled: boolean }
  actions: {
    change: FormAction<null>
    disable: FormAction<null>
    signOutEverywhere: FormAction<null>
    reset: FormAction<LinkOnce>
  }
}

/** Everything an administrator may do to one person, each its own form. */
export function PersonForms({ lang, person, actions }: PersonProps) {
  const { people: t } = authWords(lang)
  const id = (name: string) => `${name}-${person.id}`
  return (
    <details>
      <summary aria-label={t.manageNamed(person.name)}>{t.manage}</summary>
      <div className="stack">
        <ActionForm lang={lang} action={actions.change} ids={{ role: id('role') }} submit={t.save} submitClass="b">
          {() => (
            <>
              <input type="hidden" name="userId" value={person.id} />
              <RoleChoice id={id('role')} lang={lang} value={person.role} />
              <label className="opt" htmlFor={id('keeper')}>
                <input
                  id={id('keeper')}
                  type="checkbox"
                  name="isSourceKeeper"
                  value="true"
                  defaultChecked={person.isSourceKeeper}
                  key={String(person.isSourceKeeper)}
                />
                <span>
                  {t.sourceKeeper} <small>{t.sourceKeeperHelp}</small>
                </span>
              </label>
            </>
          )}
        </ActionForm>
        <ActionForm
          lang={lang}
          action={actions.signOutEverywhere}
          ids={{}}
          submit={t.signOutEverywhere}
          submitClass="b"
        >
          {() => (
            <>
              <p className="dim small">{deskUndoWords(lang).none.sessions}</p>
              <input type="hidden" name="userId" value={person.id} />
            </>
          )}
        </ActionForm>
        {!person.isDisabled && (
          <ActionForm lang={lang} action={actions.reset} ids={{}} submit={t.resetLink} submitClass="b">
            {({ value }) => (
              <>
                <input type="hidden" name="lang" value={lang} />
                <input type="hidden" name="email" value={person.email} />
                {value && <OneTimeLink lang={lang} {...value} />}
              </>
            )}
          </ActionForm>
        )}
        <ActionForm
          lang={lang}
          action={actions.disable}
          ids={{}}
          submit={person.isDisabled ? t.enable : t.disable}
          submitClass="b"
        >
          {() => (
            <>
              <input type="hidden" name="userId" value={person.id} />
              <input type="hidden" name="isDisabled" value={String(!person.isDisabled)} />
              {!person.isDisabled && <p className="dim small">{t.disableHelp}</p>}
            </>
          )}
        </ActionForm>
      </div>
    </details>
  )
}

type WithdrawProps = { lang: Language; id: string; action: FormAction<null> }

export function WithdrawForm({ lang, id, action }: WithdrawProps) {
  const { people: t } = authWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{}} submit={t.withdraw} submitClass="b" className="">
      {() => <input type="hidden" name="invitationId" value={id} />}
    </ActionForm>
  )
}

type SettingProps = { lang: Language; fourEyes: boolean; action: FormAction<null> }

export function FourEyesForm({ lang, fourEyes, action }: SettingProps) {
  const { people: t } = authWords(lang)
  const choices: [boolean, string][] = [
    [true, t.fourEyesOn],
    [false, t.fourEyesOff],
  ]
  return (
    <ActionForm lang={lang} action={action} ids={{ fourEyes: 'four-eyes-true' }} submit={t.save} submitClass="b">
      {() => (
        <fieldset key={String(fourEyes)}>
          <legend>
            <strong>{t.fourEyes}</strong> <small className="dim">{t.fourEyesHelp}</small>
          </legend>
          {choices.map(([value, label]) => (
            <label key={label} className="opt" htmlFor={`four-eyes-${value}`}>
              <input
                id={`four-eyes-${value}`}
                type="radio"
                name="fourEyes"
                value={String(value)}
                defaultChecked={fourEyes === value}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
    </ActionForm>
  )
}

type NewsroomProps = { lang: Language; newsroom: string; action: FormAction<null> }

/** What the newsroom calls itself: in titles, feeds and the data search engines read. */
export function NewsroomForm({ lang, newsroom, action }: NewsroomProps) {
  const { people: t } = authWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{ newsroom: 'newsroom' }} submit={t.save} submitClass="b">
      {({ typed, refused }) => (
        <Field
          id="newsroom"
          name="newsroom"
          label={t.newsroom}
          help={t.newsroomHelp}
          value={typed('newsroom') ?? newsroom}
          refused={refused('newsroom')}
        />
      )}
    </ActionForm>
  )
}

type BlindProps = { lang: Language; blindByDefault: boolean; action: FormAction<null> }

export function BlindForm({ lang, blindByDefault, action }: BlindProps) {
  const { settings: t } = deskVerdictsWords(lang)
  const choices: [boolean, string][] = [
    [false, t.blindOff],
    [true, t.blindOn],
  ]
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{ blindByDefault: 'blind-true' }}
      submit={authWords(lang).people.save}
      submitClass="b"
    >
      {() => (
        <fieldset key={String(blindByDefault)}>
          <legend>
            <strong>{t.blind}</strong> <small className="dim">{t.blindHelp}</small>
          </legend>
          {choices.map(([value, label]) => (
            <label key={label} className="opt" htmlFor={`blind-${value}`}>
              <input
                id={`blind-${value}`}
                type="radio"
                name="blindByDefault"
                value={String(value)}
                defaultChecked={blindByDefault === value}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
    </ActionForm>
  )
}

function OneTimeLink({ lang, link, expiresAt }: LinkOnce & { lang: Language }) {
  const { people: t } = authWords(lang)
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="side" role="status">
      <p>
        <strong>{t.linkReady}</strong>
      </p>
      <p className="cite">{link}</p>
      <p className="dim small">
        {t.linkExpires(moment(lang, expiresAt))} {t.linkOnce}
      </p>
      <p>
        <button
          type="button"
          className="b"
          onClick={() => {
            // Refused without https or without permission: the link stays selectable above.
            navigator.clipboard?.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }}
        >
          {t.copy}
        </button>{' '}
        {isCopied && <span>{t.copied}</span>}
      </p>
    </div>
  )
}
