import type { Metadata } from 'next'
import { cache } from 'react'
import { HistoryLink } from '@/app/_ui/history-link'
import { confirmationsOf } from '@/lib/domain/coverage'
import { matrixOf } from '@/lib/domain/matrix'
import { deskMatrixWords } from '@/lib/i18n/desk-matrix'
import { eventPath } from '@/lib/present/addresses'
import { OnlyFirst } from '@/lib/present/parts/only-first'
import { Own, ownText } from '@/lib/present/parts/own-words'
import { Scrolling } from '@/lib/present/parts/scrolling'
import { When } from '@/lib/present/parts/when'
import { loadDeskEvent } from '@/lib/services/load-desk-event'
import { asKnown } from '@/lib/web/as-known'
import { orNotFound } from '@/lib/web/or-not-found'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Thread } from '../../threads/_parts/thread'
import { Notice } from '../../verdicts/_parts/notice.client'
import { changeEventAction } from './actions'
import { askedOf, cellOf, matrixHref } from './address'
import { CellEditor } from './cell-editor'
import { CoverageSection } from './coverage-section'
import { EventForm } from './event-form.client'
import { MatrixFilters } from './matrix-filters'
import { MatrixGrid } from './matrix-grid.client'
import { MatrixLegend } from './matrix-legend'
import { MatrixTable } from './matrix-table.client'
import { OriginsSection } from './origins-section'

type Props = {
  params: Promise<{ lang: string; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Loaded once for the title and the page; the open cell is compared by its text. */
const load = cache(async (slug: string, cell: string) =>
  orNotFound(asKnown((desk) => loadDeskEvent(desk, slug, cellOf(cell)))),
)
const cellIn = (raw: Record<string, string | string[] | undefined>): string =>
  typeof raw.cell === 'string' ? raw.cell : ''

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const { record } = await load((await params).slug, cellIn(await searchParams))
  return { title: `${record.ref}, ${ownText(lang, record.titleFr, record.titleEn)}` }
}

const DONE = ['added', 'replaced', 'aside', 'event'] as const

/** One event at work: who says what about it, from how many origins, and where they disagree. */
export default async function EventPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  const { slug } = await params
  const session = await requireSession(lang)
  const raw = await searchParams
  const asked = askedOf(raw)
  const { record, origins, places, editing, may } = await load(slug, cellIn(raw))
  const view = matrixOf(record, asked)
  const { id, ref, titleFr, titleEn, date } = record
  const brief = { id, ref, slug, titleFr, titleEn, date }
  const t = deskMatrixWords(lang)
  const here = matrixHref(lang, slug, asked)
  const just = DONE.find((it) => it === asked.done)
  return (
    <main id="main" className="pane">
      <p className="kicker">
        <a href={`/${lang}/desk/events`}>{t.kicker}</a>
        <span>{record.ref}</span>
      </p>
      <h1 className="h1">
        <Own lang={lang} fr={record.titleFr} en={record.titleEn} />
      </h1>
      <Notice said={just ? t.edit.done[just] : ''} />
      <p className="facts-line">
        <When lang={lang} date={record.date} language={record.rows[0]?.occurrence.dispatch.language ?? null} />
        {record.place && (
          <span className="dim">
            <Own lang={lang} fr={record.place.labelFr} en={record.place.labelEn} />
          </span>
        )}
        <span className="dim">
          {t.passages(record.total)}, {t.origins.figures(origins.outlets, origins.origins.length)}
        </span>
        <a href={`/${lang}/desk/claims?event=${record.id}`}>{t.claims}</a>
        {record.isPublic ? (
          <a href={eventPath(lang, slug)}>{t.publicPage}</a>
        ) : (
          <span className="dim">{t.notPublic}</span>
        )}
        <HistoryLink lang={lang} entity="events" id={record.id} of={record.ref} />
      </p>
      {may.editEvent && (
        <details>
          <summary>{t.event.change}</summary>
          <EventForm
            key={record.version}
            lang={lang}
            action={changeEventAction}
            back={here}
            event={{
              id: record.id,
              version: record.version,
              titleFr: record.titleFr,
              titleEn: record.titleEn,
              date: record.date,
              placeId: record.place?.id ?? null,
            }}
            places={places.map(({ id, labelFr, labelEn }) => ({ id, label: ownText(lang, labelFr, labelEn) }))}
          />
        </details>
      )}
      <OnlyFirst
        lang={lang}
        n={record.rows.length}
        total={record.total}
        href={`/${lang}/desk/claims?event=${record.slug}`}
      />
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
              <MatrixGrid
                lang={lang}
                here={here}
                openCell={editing ? cellIn(raw) : ''}
                mayEdit={may.edit}
                mayMark={may.mark}
                singleKeys={session.singleKeys}
              >
                <Scrolling name={t.region} isTall>
                  <MatrixTable
                    lang={lang}
                    record={{ rows: record.rows, conflicts: record.conflicts }}
                    asked={asked}
                    work={{
                      mayEdit: may.edit,
                      mayMark: may.mark,
                      here,
                      event: brief,
                      open: editing && asked.cell,
                      form: editing && <CellEditor lang={lang} eventId={record.id} here={here} editing={editing} />,
                    }}
                  />
                </Scrolling>
              </MatrixGrid>
            )}
            <form id="mark" method="get" action={`/${lang}/desk/conflicts/new`}>
              <input type="hidden" name="event" value={slug} />
            </form>
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
