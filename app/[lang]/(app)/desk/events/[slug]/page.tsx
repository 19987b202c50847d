import type { Metadata } from 'next'
import { confirmationsOf } from '@/lib/domain/coverage'
import { matrixOf } from '@/lib/domain/matrix'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { eventPath } from '@/lib/present/addresses'
import { Own, ownText } from '@/lib/present/parts/own-words'
import { Scrolling } from '@/lib/present/parts/scrolling'
import { When } from '@/lib/present/parts/when'
import { loadDeskEvent } from '@/lib/services/load-desk-event'
import { deskOfRequest } from '@/lib/web/desk'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Thread } from '../../threads/_parts/thread'
import { askedOf } from './address'
import { CoverageSection } from './coverage-section'
import { MatrixFilters } from './matrix-filters'
import { MatrixLegend, MatrixTable } from './matrix-table'
import { OriginsSection } from './origins-section'

type Props = {
  params: Promise<{ lang: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { record } = await orNotFound(loadDeskEvent(await deskOfRequest(), (await params).slug))
  return { title: `${record.ref}, ${ownText(lang, record.titleFr, record.titleEn)}` }
}

/** One event at work: who says what about it, from how many origins, and where they disagree. */
export default async function EventPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const { slug } = await params
  await requireSession(lang)
  const { record, origins } = await orNotFound(loadDeskEvent(await deskOfRequest(), slug))
  const asked = askedOf(await searchParams)
  const view = matrixOf(record, asked)
  const t = deskMatrixWords(lang)
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/events`}>{t.kicker}</a>
        <span>{record.ref}</span>
      </p>
      <h1 className="h1">
        <Own lang={lang} fr={record.titleFr} en={record.titleEn} />
      </h1>
      <p className="facts-line">
        <When lang={lang} date={record.date} language={record.rows[0]?.occurrence.dispatch.language ?? null} />
        {record.place && (
          <span className="dim">
            <Own lang={lang} fr={record.place.labelFr} en={record.place.labelEn} />
          </span>
        )}
        <span className="dim">
          {t.passages(record.rows.length)}, {t.origins.figures(origins.outlets, origins.origins.length)}
        </span>
        <a href={`/${lang}/desk/claims?event=${record.id}`}>{t.claims}</a>
        {record.isPublic ? (
          <a href={eventPath(lang, slug)}>{t.publicPage}</a>
        ) : (
          <span className="dim">{t.notPublic}</span>
        )}
      </p>
      {record.rows.length === 0 ? (
        <p>
          {t.none} <a href={`/${lang}/desk/dispatches`}>{t.toDispatches}</a>
        </p>
      ) : (
        <>
          <section aria-labelledby="matrix">
            <h2 id="matrix" className="vh">
              {t.matrix}
            </h2>
            <MatrixFilters lang={lang} record={record} origins={origins.origins} asked={asked} hidden={view.hidden} />
            {view.rows.length === 0 ? (
              <p>{t.noneFound}</p>
            ) : (
              <Scrolling name={t.region} isTall>
                <MatrixTable lang={lang} record={record} view={view} />
              </Scrolling>
            )}
            <MatrixLegend lang={lang} />
          </section>
          <OriginsSection lang={lang} slug={slug} origins={origins} asked={asked} />
          <CoverageSection lang={lang} confirmations={confirmationsOf(record.rows)} />
        </>
      )}
      <Thread lang={lang} target={{ kind: 'event', id: record.id }} />
    </main>
  )
}
