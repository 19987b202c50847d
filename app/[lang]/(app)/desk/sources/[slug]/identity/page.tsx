import type { Metadata } from 'next'
import { deskIdentityWords } from '@/lib/i18n/desk-identity'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { loadProtectedSource } from '@/lib/services/load-protected-source'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Moment } from '../../../../sign-in/_parts/moment'
import { keepIdentityAction, revealSourceAction } from './actions'
import { KeepForm, RevealForm } from './identity.client'

type Props = { params: Promise<{ lang: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskIdentityWords(await languageOfParams(params)).title }
}

/** Who a protected source is, for source keepers alone; for anybody else there is nothing at this address. */
export default async function IdentityPage({ params }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { slug } = await params
  const source = await orNotFound(loadProtectedSource(await deskOfRequest(), slug))
  const t = deskIdentityWords(lang)
  return (
    <main id="main" className="pane">
      <p className="small">
        <a href={`/${lang}/desk/sources`}>{t.back}</a>
      </p>
      <h1 className="h1">
        <bdi>{source.name}</bdi> {source.isProtected && <span className="tag">{t.protected}</span>}
      </h1>
      <p className="lead">{t.lead}</p>
      <section className="sec prose" aria-labelledby="reveal">
        <h2 id="reveal">{t.reveal}</h2>
        {source.keptAt === null ? (
          <p className="dim">{t.none}</p>
        ) : (
          <>
            <p className="dim">
              {t.kept} <Moment lang={lang} at={new Date(source.keptAt)} />. {t.revealLead}
            </p>
            <RevealForm lang={lang} sourceId={source.id} action={revealSourceAction} />
          </>
        )}
      </section>
      <section className="sec prose" aria-labelledby="write">
        <h2 id="write">{t.write}</h2>
        <p>{t.writeLead}</p>
        {!source.isProtected && <p>{t.aliasWarning}</p>}
        <p className="dim small">{deskUndoWords(lang).none.identity}</p>
        <KeepForm
          key={source.version}
          lang={lang}
          sourceId={source.id}
          version={source.version}
          action={keepIdentityAction}
        />
      </section>
      <section className="sec" aria-labelledby="looks">
        <h2 id="looks">{t.looks}</h2>
        {source.reveals.length === 0 && <p className="dim">{t.noLooks}</p>}
        <ul className="stack">
          {source.reveals.map((it) => (
            <li key={it.id}>
              <bdi>{it.by}</bdi>{' '}
              <span className="dim small">
                <Moment lang={lang} at={new Date(it.at)} />
              </span>
              <p>{it.reason}</p>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
