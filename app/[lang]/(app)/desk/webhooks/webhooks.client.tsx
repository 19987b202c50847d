'use client'
import { ActionForm, Field, type FormAction } from '@/app/_ui/action-form.client'
import type { Language } from '@/lib/domain/vocabulary'
import { WEBHOOK_EVENTS } from '@/lib/domain/webhook'
import { deskApiWords } from '@/lib/i18n/desk-api'

type Made = { secret: string }
type AddProps = { lang: Language; action: FormAction<Made> }

/** A new address and what it is told; then its secret, once. */
export function AddWebhookForm({ lang, action }: AddProps) {
  const { webhooks: t } = deskApiWords(lang)
  return (
    <ActionForm lang={lang} action={action} ids={{ url: 'hook-url', events: 'hook-events' }} submit={t.add}>
      {({ value, typed, refused }) => (
        <>
          <Field
            id="hook-url"
            name="url"
            label={t.url}
            help={t.urlHelp}
            autoComplete="off"
            value={typed('url')}
            refused={refused('url')}
          />
          <fieldset id="hook-events" className="api-choices">
            <legend>{t.events}</legend>
            {WEBHOOK_EVENTS.map((event) => (
              <label key={event} className="opt" htmlFor={`event-${event}`}>
                <input id={`event-${event}`} type="checkbox" name="events" value={event} defaultChecked />
                <span>
                  {t.event[event]} <code>{event}</code>
                </span>
              </label>
            ))}
            {refused('events') && <p className="dim small">{refused('events')}</p>}
          </fieldset>
          {value && <SecretOnce lang={lang} secret={value.secret} />}
        </>
      )}
    </ActionForm>
  )
}

function SecretOnce({ lang, secret }: Made & { lang: Language }) {
  const { webhooks: t } = deskApiWords(lang)
  return (
    <div className="side" role="status">
      <p>
        <strong>{t.secretReady}</strong>
      </p>
      <p>
        <code className="api-word">{secret}</code>
      </p>
      <p className="dim small">{t.secretOnce}</p>
    </div>
  )
}

type HookProps = {
  lang: Language
  webhook: { id: string; url: string; version: number; isOn: boolean }
  change: FormAction<null>
  rotate: FormAction<Made>
}

/** Switches an address off or on, and gives it a new secret. */
export function WebhookForms({ lang, webhook: { id, url, version, isOn }, change, rotate }: HookProps) {
  const { webhooks: t } = deskApiWords(lang)
  const which = (
    <>
      <input type="hidden" name="webhookId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  const switching = isOn ? t.switchOff : t.switchOn
  return (
    <>
      <ActionForm
        lang={lang}
        action={change}
        ids={{}}
        submit={switching}
        submitName={`${switching} ${url}`}
        submitClass="b"
        className="inline"
      >
        {() => (
          <>
            {which}
            <input type="hidden" name="isOn" value={String(!isOn)} />
          </>
        )}
      </ActionForm>
      <ActionForm
        lang={lang}
        action={rotate}
        ids={{}}
        submit={t.rotate}
        submitName={`${t.rotate} ${url}`}
        submitClass="b"
        className="inline"
      >
        {({ value }) => (
          <>
            {which}
            <p className="dim small">{t.rotateHelp}</p>
            {value && <SecretOnce lang={lang} secret={value.secret} />}
          </>
        )}
      </ActionForm>
    </>
  )
}

type AgainProps = { lang: Language; id: string; name: string; action: FormAction<null> }

/** Sends one delivery once more. */
export function SendAgainForm({ lang, id, name, action }: AgainProps) {
  const { webhooks: t } = deskApiWords(lang)
  return (
    <ActionForm
      lang={lang}
      action={action}
      ids={{}}
      submit={t.again}
      submitName={`${t.again} ${name}`}
      submitClass="b"
      className="inline"
      done={t.queued}
    >
      {() => <input type="hidden" name="deliveryId" value={id} />}
    </ActionForm>
  )
}
