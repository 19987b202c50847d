'use client'
import { ActionForm, type FormAction, PasswordField } from '@/app/_ui/action-form.client'
import { TextBox } from '@/app/_ui/text-box.client'
import type { Language } from '@/lib/domain/vocabulary'
import { authWords } from '@/lib/i18n/auth'
import { deskIdentityWords } from '@/lib/i18n/desk-identity'

type Text = {
  id: string
  name: string
  label: string
  help: string
  value?: string | undefined
  refused?: string | undefined
  rows: number
}

function TextField({ id, name, label, help, value, refused, rows }: Text) {
  return (
    <label className="f" htmlFor={id}>
      <span>{label}</span>
      <small id={`${id}-help`}>{help}</small>
      {refused && (
        <small id={`${id}-refused`}>
          <strong>{refused}</strong>
        </small>
      )}
      <TextBox
        id={id}
        name={name}
        rows={rows}
        required
        defaultValue={value}
        autoComplete="off"
        aria-invalid={refused ? true : undefined}
        aria-describedby={`${id}-help${refused ? ` ${id}-refused` : ''}`}
      />
    </label>
  )
}

type RevealProps = { lang: Language; sourceId: string; action: FormAction<{ identity: string }> }

/** One look: the answer is shown here and kept nowhere. */
export function RevealForm({ lang, sourceId, action }: RevealProps) {
  const t = deskIdentityWords(lang)
  const { signIn } = authWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{ reason: 'reveal-reason', password: 'reveal-password' }}
      submit={t.show}
      title={{ too_many: signIn.tooMany }}
      done={t.shown}
    >
      {({ value, typed, refused }) => (
        <>
          <input type="hidden" name="sourceId" value={sourceId} />
          <TextField
            id="reveal-reason"
            name="reason"
            label={t.reason}
            help={t.reasonHelp}
            rows={2}
            value={typed('reason')}
            refused={refused('reason')}
          />
          <PasswordField
            id="reveal-password"
            name="password"
            label={t.password}
            show={signIn.show}
            refused={refused('password')}
          />
          {value && (
            <section className="side" aria-label={t.identity}>
              <strong>{t.identity}</strong>
              {value.identity.split('\n').map((line, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change, some of them alike
                <p key={i} dir="auto">
                  {line}
                </p>
              ))}
            </section>
          )}
        </>
      )}
    </ActionForm>
  )
}

type KeepProps = { lang: Language; sourceId: string; version: number; action: FormAction<null> }

export function KeepForm({ lang, sourceId, version, action }: KeepProps) {
  const t = deskIdentityWords(lang)
  const { signIn } = authWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{ identity: 'identity', password: 'keep-password' }}
      submit={t.save}
      title={{ too_many: signIn.tooMany }}
      done={t.saved}
    >
      {({ typed, refused }) => (
        <>
          <input type="hidden" name="sourceId" value={sourceId} />
          <input type="hidden" name="version" value={version} />
          <TextField
            id="identity"
            name="identity"
            label={t.identity}
            help={t.identityHelp}
            rows={4}
            value={typed('identity')}
            refused={refused('identity')}
          />
          <PasswordField
            id="keep-password"
            name="password"
            label={t.password}
            show={signIn.show}
            refused={refused('password')}
          />
        </>
      )}
    </ActionForm>
  )
}
