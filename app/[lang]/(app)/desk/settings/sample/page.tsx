import type { Metadata } from 'next'
import { deskTourWords } from '@/lib/i18n/desk-tour'
import { loadSamplePage } from '@/lib/services/load-sample-page'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { TourEntry } from '../../_parts/tour'
import { changeSampleAction } from './actions'
import { SampleForm } from './sample-form.client'

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<{ done?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskTourWords(await languageOfParams(params)).sample.title }
}

/** What the sample holds; put it back to what was loaded, take it away, bring it back. For administrators. */
export default async function SamplePage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { state, title, counts } = await orNotFound(loadSamplePage(await deskOfRequest()))
  const { done } = await searchParams
  const { sample: t } = deskTourWords(lang)
  const said = done === 'reset' || done === 'delete' || done === 'restore' ? t.done[done] : null
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p role="status" className={said ? 'notice side' : 'vh'}>
        {said}
      </p>
      {counts === null || title === null ? (
        <p className="empty">
          {t.absent} <code>npx recoupe seed</code>
        </p>
      ) : (
        <>
          <p>
            {state === 'deleted' ? t.isDeleted : t.isThere} <cite>{title}</cite>
          </p>
          <ul className="dashes">
            <li>{t.holds(counts.claims, counts.events, counts.conflicts)}</li>
            <li>{t.published(counts.published)}</li>
          </ul>
          <TourEntry lang={lang} />
          <section className="sec prose" aria-labelledby="reset">
            <h2 id="reset">{t.reset}</h2>
            <p>{t.resetWhat}</p>
            <ul className="dashes">
              <li>{t.changed(counts.changed)}</li>
              <li>{t.added(counts.added)}</li>
              {counts.kept > 0 && <li>{t.kept(counts.kept)}</li>}
            </ul>
            <SampleForm lang={lang} act="reset" title={title} action={changeSampleAction} />
          </section>
          {state === 'deleted' ? (
            <section className="sec prose" aria-labelledby="restore">
              <h2 id="restore">{t.restore}</h2>
              <p>{t.restoreWhat}</p>
              <SampleForm lang={lang} act="restore" title={title} action={changeSampleAction} />
            </section>
          ) : (
            <section className="sec prose" aria-labelledby="delete">
              <h2 id="delete">{t.delete}</h2>
              <p>{t.deleteWhat}</p>
              <SampleForm lang={lang} act="delete" title={title} action={changeSampleAction} />
            </section>
          )}
        </>
      )}
    </main>
  )
}
