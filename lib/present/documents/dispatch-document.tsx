import type { DispatchRecord } from '@/lib/domain/record'
import { languageName } from '@/lib/i18n/format'
import { longListsWords } from '@/lib/i18n/long-lists'
import { publicWords } from '@/lib/i18n/public'
import { dispatchPartPath, eventPath } from '../addresses'
import type { DocumentContext } from '../context'
import { DispatchText } from '../parts/dispatch-text'
import { hostOf, safeAddress } from '../parts/evidence-item'
import { Layout } from '../parts/layout'
import { MarksLegend } from '../parts/marks-legend'
import { Own } from '../parts/own-words'
import { ReportLink } from '../parts/report-link'
import { Moment, When } from '../parts/when'
import { documentOf } from '../render'

/** The whole dispatch: its text untouched, every claim marked and numbered, its sources in the margin. */
export function dispatchDocument(record: DispatchRecord, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const figures = [
    t.counts.claims(new Set(record.occurrences.map(({ claim }) => claim.id)).size),
    t.counts.sources(record.sources),
    t.counts.conflicts(record.conflicts.length),
  ].join(', ')
  const { part } = record
  const original = safeAddress(record.url)
  return documentOf(
    <Layout
      ctx={ctx}
      path={dispatchPartPath(lang, record.slug, part.n)}
      title={record.title}
      description={`${t.dispatch.untouched} ${figures}.`}
      ogType="article"
      hasPast={part.n === 1}
      foot={
        <dl>
          <dt>{t.dispatch.version}</dt>
          <dd>
            {t.dispatch.versionIs(record.n, t.counts.characters(record.length), languageName(lang, record.language))}
          </dd>
          <dt>{t.dispatch.hash}</dt>
          <dd className="mono">sha256 {record.sha256}</dd>
          <dt>{t.dispatch.retrieved}</dt>
          <dd>
            <Moment lang={lang} iso={record.retrievedAt} />
          </dd>
          {original && (
            <>
              <dt>{t.dispatch.original}</dt>
              <dd>
                <a href={original} rel="external noopener">
                  {hostOf(original)}
                </a>
              </dd>
            </>
          )}
        </dl>
      }
    >
      <p className="kicker">
        <span>{t.dispatch.kicker}</span>
        {record.publisher && <span>{record.publisher}</span>}
        <When lang={lang} date={record.published} language={record.language} />
      </p>
      <p className="dim small intro">
        {t.dispatch.untouched} {figures}.
      </p>
      {record.occurrences.length === 0 ? <p className="dim">{t.dispatch.unread}</p> : <MarksLegend lang={lang} />}
      {part.of > 1 && <Parts record={record} ctx={ctx} />}
      <DispatchText lang={lang} record={record} />
      {part.of > 1 && <Parts record={record} ctx={ctx} />}
      {record.events.length > 0 && (
        <section className="sec">
          <h2>{t.dispatch.events}</h2>
          <ul className="links">
            {record.events.map((event) => (
              <li key={event.id}>
                <a href={eventPath(lang, event.slug)}>
                  <Own lang={lang} fr={event.titleFr} en={event.titleEn} />
                </a>{' '}
                <span className="dim small">
                  <When lang={lang} date={event.date} language={record.language} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReportLink lang={lang} about={{ kind: 'dispatch', slug: record.slug }} />
    </Layout>,
  )
}

/** Which part of a long text this is, and the way to those beside it. */
function Parts({
  record: { slug, part, occurrences, total },
  ctx: { lang, at },
}: {
  record: DispatchRecord
  ctx: DocumentContext
}) {
  const t = longListsWords(lang)
  return (
    <nav className="no-print" aria-label={t.part(part.n, part.of)}>
      <p className="dim">
        {t.part(part.n, part.of)}. {t.partWhy} {t.shown(occurrences.length, total)}
      </p>
      {at === undefined && (
        <p className="actions">
          {part.n > 1 && (
            <a className="b" rel="prev" href={dispatchPartPath(lang, slug, part.n - 1)}>
              {t.previous}
            </a>
          )}{' '}
          {part.n < part.of && (
            <a className="b" rel="next" href={dispatchPartPath(lang, slug, part.n + 1)}>
              {t.next}
            </a>
          )}
        </p>
      )}
    </nav>
  )
}
