import type { Metadata } from 'next'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { deskUndoWords } from '@/lib/i18n/desk-undo'
import { dispatchPath } from '@/lib/present/addresses'
import { quotedIn } from '@/lib/present/parts/quoted'
import { loadDeskVerdictReading } from '@/lib/services/load-desk-verdict-reading'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Notice } from '../_parts/notice.client'
import { publishReadingAction } from '../actions'
import { PublishReadingForm } from './publish-reading-form.client'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskReviewWords(await languageOfParams(params)).reading.title }
}

/** What publishing a whole reading opens, then the button. */
export default async function PublishReadingPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { dispatch: slug, done } = await searchParams
  const { reading: t, done: said } = deskReviewWords(lang)
  if (typeof slug !== 'string' || slug === '')
    return (
      <main id="main" className="pane">
        <h1 className="h1">{t.title}</h1>
        <p>{t.none}</p>
        <p>
          <a className="b go" href={`/${lang}/desk/dispatches`}>
            {t.toDispatches}
          </a>
        </p>
      </main>
    )
  const { dispatch, mayPublish, ...it } = await orNotFound(loadDeskVerdictReading(await deskOfRequest(), slug))
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/dispatches/${dispatch.slug}`} {...quotedIn(dispatch.language)}>
          {dispatch.title}
        </a>
      </p>
      <h1 className="h1">{t.title}</h1>
      <Notice said={done === 'reading' ? said.reading : ''} />
      <p>{dispatch.isPublic ? t.already : t.lead}</p>
      {dispatch.isPublic && (
        <p>
          <a href={dispatchPath(lang, dispatch.slug)}>{t.see}</a>
        </p>
      )}
      <section className="sec prose" aria-labelledby="becomes">
        <h2 id="becomes">{t.becomes}</h2>
        <ul>
          <li>{t.text}</li>
          <li>
            {t.claims(it.claims)}
            {it.newClaims > 0 && `, ${t.newClaims(it.newClaims)}`}
          </li>
          <li>{t.conflicts(it.conflicts)}</li>
        </ul>
        {it.keptInside > 0 && <p className="dim">{t.keptInside(it.keptInside)}</p>}
        <h3>{t.sources}</h3>
        <ul>
          {it.sources.map(({ name, isProtected }) => (
            <li key={name}>
              <bdi>{name}</bdi>
              {isProtected && <span className="dim"> ({t.isProtected})</span>}
            </li>
          ))}
        </ul>
      </section>
      {mayPublish ? (
        <>
          <p className="dim small">{deskUndoWords(lang).none.reading}</p>
          <PublishReadingForm lang={lang} slug={dispatch.slug} dispatchId={dispatch.id} action={publishReadingAction} />
        </>
      ) : (
        <p className="dim">{t.mayNot}</p>
      )}
    </main>
  )
}
