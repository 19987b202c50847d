import type { Metadata } from 'next'
import { deskApiWords } from '@/lib/i18n/desk-api'
import { moment } from '@/lib/i18n/format'
import { loadWebhooks } from '@/lib/services/load-webhooks'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Moment } from '../../sign-in/_parts/moment'
import * as actions from './actions'
import { AddWebhookForm, SendAgainForm, WebhookForms } from './webhooks.client'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskApiWords(await languageOfParams(params)).webhooks.title }
}

/** Which machines are told what is published, and how that went; for administrators. */
export default async function WebhooksPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { webhooks, deliveries } = await orNotFound(loadWebhooks(await deskOfRequest()))
  const { webhooks: t } = deskApiWords(lang)
  return (
    <main id="main" className="pane">
      <link rel="stylesheet" href="/assets/desk-api.css" precedence="review" />
      <h1 className="h1">{t.title}</h1>
      <p className="dim prose">{t.lead}</p>
      <section className="sec prose" aria-label={t.add}>
        <AddWebhookForm lang={lang} action={actions.addWebhookAction} />
      </section>
      <section className="sec" aria-labelledby="addresses">
        <h2 id="addresses">{t.addresses}</h2>
        {webhooks.length === 0 ? (
          <p className="dim">{t.none}</p>
        ) : (
          <ul className="stack api-lines">
            {webhooks.map((it) => (
              <li key={it.id}>
                <code className="api-word">{it.url}</code>{' '}
                <span className={it.isOn ? 'tag ok' : 'tag'}>{it.isOn ? t.on : it.isGone ? t.gone : t.off}</span>
                <br />
                <span className="dim small">{it.events.map((event) => t.event[event]).join(', ')}</span>
                <WebhookForms
                  lang={lang}
                  webhook={it}
                  change={actions.changeWebhookAction}
                  rotate={actions.rotateSecretAction}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="sec" aria-labelledby="deliveries">
        <h2 id="deliveries">{t.deliveries}</h2>
        {deliveries.length === 0 ? (
          <p className="dim">{t.noDeliveries}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section className="grid-wrap" tabIndex={0} aria-labelledby="deliveries">
            <table className="queue stacks">
              <thead>
                <tr>
                  <th scope="col">{t.at}</th>
                  <th scope="col">{t.what}</th>
                  <th scope="col">{t.url}</th>
                  <th scope="col">{t.state}</th>
                  <th scope="col">{t.answer}</th>
                </tr>
              </thead>
              <tbody>
                {deliveries.map((it) => (
                  <tr key={it.id}>
                    <td data-head={t.at}>
                      <Moment lang={lang} at={it.createdAt} />
                    </td>
                    <th scope="row">{t.event[it.event]}</th>
                    <td data-head={t.url}>
                      <code className="api-word">{it.url}</code>
                    </td>
                    <td data-head={t.state}>
                      {t.states[it.state]}{' '}
                      <span className="dim small">
                        · {t.tries} {it.tries}
                      </span>
                      {it.nextAt && it.tries > 0 && (
                        <p className="dim small">{t.next(moment(lang, it.nextAt.toISOString()))}</p>
                      )}
                      {it.state !== 'waiting' && (
                        <SendAgainForm
                          lang={lang}
                          id={it.id}
                          name={t.event[it.event]}
                          action={actions.sendAgainAction}
                        />
                      )}
                    </td>
                    <td data-head={t.answer}>{it.answer ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
    </main>
  )
}
