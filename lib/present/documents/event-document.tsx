import { countOrigins } from '@/lib/domain/chain'
import { isOpenConflict } from '@/lib/domain/conflict'
import { PROPERTIES } from '@/lib/domain/property'
import type { EventRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { sheetWords } from '@/lib/i18n/sheets'
import { eventPath, searchFor } from '../addresses'
import type { DocumentContext } from '../context'
import { ConflictBlock } from '../parts/conflict-block'
import { Icon } from '../parts/icons'
import { Layout } from '../parts/layout'
import { Locator } from '../parts/locator'
import { Matrix } from '../parts/matrix'
import { OnlyFirst } from '../parts/only-first'
import { Own, ownText } from '../parts/own-words'
import { PositionsByProperty } from '../parts/positions-by-property'
import { quotedIn } from '../parts/quoted'
import { Timeline } from '../parts/timeline'
import { When } from '../parts/when'
import { documentOf } from '../render'

/** What the states of a cell look like, each with its icon and its word. */
function CellLegend({ lang }: { lang: Language }) {
  const t = publicWords(lang).event
  return (
    <ul className="legend">
      <li>
        <span className="c-no key">
          <Icon name="neq" />
        </span>{' '}
        {t.legendDiffers}
      </li>
      <li>
        <span className="c-no ten key">
          <Icon name="neq" />
        </span>{' '}
        {t.legendTension}
      </li>
      <li>
        <Icon name="general" /> {t.legendGeneral}
      </li>
      <li>
        <Icon name="ok" /> {t.legendSettled}
      </li>
      <li>
        <b>—</b> {t.legendSilent}
      </li>
    </ul>
  )
}

/** When and where, and under which names. */
function Facts({ lang, record }: { lang: Language; record: EventRecord }) {
  const t = publicWords(lang)
  const language = record.rows[0]?.occurrence.dispatch.language ?? null
  return (
    <ul className="legend facts">
      <li>
        <Icon name="clock" /> <When lang={lang} date={record.date} language={language} />
      </li>
      {record.place && (
        <li>
          <Icon name="place" />{' '}
          <span>
            <Own lang={lang} fr={record.place.labelFr} en={record.place.labelEn} />
            {record.place.names.length > 1 && (
              <span className="dim">
                {t.colon}
                {record.place.names.map(({ form, language: own, times }, i) => (
                  <span key={form}>
                    {i > 0 && ', '}
                    <span className="serif" {...quotedIn(own)}>
                      {form}
                    </span>{' '}
                    {t.event.written(t.counts.times(times))}
                  </span>
                ))}
              </span>
            )}
          </span>
        </li>
      )}
      {record.parts.length > 0 && (
        <li>
          {t.event.parts}
          {t.colon}
          {record.parts.map((part) => (
            <a key={part.id} href={eventPath(lang, part.slug)}>
              <Own lang={lang} fr={part.titleFr} en={part.titleEn} />
            </a>
          ))}
        </li>
      )}
    </ul>
  )
}

/** One event: who says what, where they disagree, and where they are silent. */
export function eventDocument(record: EventRecord, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const title = ownText(lang, record.titleFr, record.titleEn)
  const { outlets, origins } = countOrigins(record.rows.map(({ occurrence }) => occurrence.chain))
  const open = record.conflicts.filter(({ status }) => isOpenConflict(status))
  const debated = [...new Set(open.map(({ property }) => PROPERTIES[property][lang]))]
  const figures = `${t.counts.passages(record.total)}, ${t.origins(outlets, origins)}`
  const lead = t.event.lead(figures, debated)
  return documentOf(
    <Layout
      ctx={ctx}
      path={eventPath(lang, record.slug)}
      title={title}
      description={lead}
      section="events"
      ogType="article"
      hasPast
    >
      <p className="kicker">
        <span>{t.event.kicker(record.ref)}</span>
        {record.parent && (
          <a href={eventPath(lang, record.parent.slug)}>
            <Own lang={lang} fr={record.parent.titleFr} en={record.parent.titleEn} />
          </a>
        )}
      </p>
      <h1 className="h1">{title}</h1>
      <p className="lead">{lead}</p>
      <Facts lang={lang} record={record} />
      <OnlyFirst
        lang={lang}
        n={record.rows.length}
        total={record.total}
        href={searchFor(lang, `event:${record.slug}`)}
      />
      {record.rows.length === 0 ? (
        <p className="dim">{t.event.none}</p>
      ) : (
        <>
          {record.conflicts.length > 0 && (
            <section aria-labelledby="h-positions">
              <h2 id="h-positions" className="vh">
                {t.event.byProperty}
              </h2>
              <PositionsByProperty lang={lang} record={record} />
            </section>
          )}
          <section aria-labelledby="h-matrix">
            <h2 id="h-matrix" className="vh">
              {t.event.matrix}
            </h2>
            <Matrix lang={lang} record={record} />
            <CellLegend lang={lang} />
          </section>
        </>
      )}
      <section className="sec" id="conflicts">
        <h2>{t.event.conflicts}</h2>
        {record.conflicts.length === 0 && <p className="dim">{t.event.noConflicts}</p>}
        <OnlyFirst lang={lang} n={record.conflicts.length} total={record.conflictsTotal} href={null} />
        {record.conflicts.map((conflict) => (
          <ConflictBlock key={conflict.id} lang={lang} conflict={conflict} />
        ))}
      </section>
      <Timeline lang={lang} record={record} />
      <Locator lang={lang} places={record.places} />
      <p className="no-print actions">
        <a className="b" href="/export/claims.csv">
          {t.claim.csv}
        </a>{' '}
        <a className="b" href={`/export/claims.csv?profile=excel&lang=${lang}`}>
          {t.claim.excel}
        </a>{' '}
        <a className="b" href={`/export/claims.xlsx?lang=${lang}`}>
          {sheetWords(lang).xlsx}
        </a>{' '}
        <a className="b" href="/export/conflicts.csv">
          {t.claim.csv}, {t.nav.conflicts.toLocaleLowerCase(lang)}
        </a>{' '}
        <a className="b" href={`/export/conflicts.xlsx?lang=${lang}`}>
          {sheetWords(lang).xlsx}, {t.nav.conflicts.toLocaleLowerCase(lang)}
        </a>
      </p>
    </Layout>,
  )
}
