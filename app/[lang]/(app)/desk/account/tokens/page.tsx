import type { Metadata } from 'next'
import { authWords } from '@/lib/i18n/auth'
import { deskApiWords } from '@/lib/i18n/desk-api'
import { loadTokens } from '@/lib/services/load-tokens'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Moment } from '../../../sign-in/_parts/moment'
import { addTokenAction, revokeTokenAction } from './actions'
import { AddTokenForm, RevokeTokenForm } from './tokens.client'

type Props = { params: Promise<{ lang: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskApiWords(await languageOfParams(params)).tokens.title }
}

/** What programs may do in my name, until when, and when they last did. */
export default async function TokensPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { tokens, scopes } = await loadTokens(await deskOfRequest())
  const { tokens: t } = deskApiWords(lang)
  return (
    <main id="main" className="pane">
      <link rel="stylesheet" href="/assets/desk-api.css" precedence="review" />
      <p>
        <a href={`/${lang}/desk/account`}>{authWords(lang).account.title}</a>
      </p>
      <h1 className="h1">{t.title}</h1>
      <p className="dim prose">{t.lead}</p>
      <p>
        <a href="/api/openapi.json">{t.docs}</a>
      </p>
      <section className="sec prose" aria-label={t.make}>
        <AddTokenForm lang={lang} scopes={scopes} action={addTokenAction} />
      </section>
      <section className="sec" aria-labelledby="mine">
        <h2 id="mine">{t.mine}</h2>
        {tokens.length === 0 ? (
          <p className="dim">{t.none}</p>
        ) : (
          <ul className="stack api-lines">
            {tokens.map((it) => (
              <li key={it.id}>
                <bdi>{it.name}</bdi> <code>…{it.tail}</code>{' '}
                {it.scopes.map((scope) => (
                  <span key={scope} className="tag">
                    {t.scope[scope]}
                  </span>
                ))}
                <br />
                <span className="dim small">
                  {t.made} <Moment lang={lang} at={it.createdAt} /> · {it.isExpired ? t.ended : t.ends}{' '}
                  <Moment lang={lang} at={it.expiresAt} /> ·{' '}
                  {it.lastUsedAt ? (
                    <>
                      {t.used} <Moment lang={lang} at={it.lastUsedAt} />
                    </>
                  ) : (
                    t.neverUsed
                  )}
                </span>
                <RevokeTokenForm lang={lang} id={it.id} name={it.name} action={revokeTokenAction} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  )
}
