import type { DispatchRecord } from '@/lib/domain/record'
import { codePointLength } from '@/lib/domain/text'
import { languageName } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { dispatchPath, eventPath } from '../addresses'
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
  const original = safeAddress(record.url)
  return documentOf(
    <Layout
      ctx={ctx}
      path={dispatchPath(lang, record.slug)}
      title={record.title}
      description={`${t.dispatch.untouched} ${figures}.`}
      ogType="article"
      hasPast
      foot={
        <dl>
          <dt>{t.dispatch.version}</dt>
          <dd>
            {t.dispatch.versionIs(
              record.n,
              t.counts.characters(codePointLength(record.text)),
              languageName(lang, record.language),
            )}
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
      <DispatchText lang={lang} record={record} />
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
