import type { HomeRecord } from '@/lib/domain/home'
import { ENOUGH_SETTLED, type ReportWaits } from '@/lib/domain/report'
import { publicWords } from '@/lib/i18n/public'
import { reportWordsIn } from '@/lib/i18n/report'
import { claimsPath, correctionsPath, reportPath } from '../addresses'
import type { DocumentContext } from '../context'
import { Layout } from '../parts/layout'
import { CorrectionList, Empty } from '../parts/lists'
import { documentOf } from '../render'

/** Every correction, latest first, and how to report the next one. */
export function correctionsDocument(
  corrections: HomeRecord['corrections'],
  waits: ReportWaits,
  ctx: DocumentContext,
): string {
  const { lang } = ctx
  const t = publicWords(lang).corrections
  const r = reportWordsIn(lang)
  return documentOf(
    <Layout ctx={ctx} path={correctionsPath(lang)} title={t.title} description={t.why} section="corrections" hasPast>
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.why}</p>
      <div className="list">
        {corrections.length === 0 ? (
          <Empty text={t.none} action={t.noneDo} href={claimsPath(lang)} />
        ) : (
          <CorrectionList lang={lang} corrections={corrections} />
        )}
      </div>
      <section className="sec" id="report">
        <h2>{t.report}</h2>
        <div className="prose">
          <p>{t.reportHow}</p>
          <p>{t.reportNext}</p>
          <p className="acts">
            <a className="b" href={reportPath(lang)}>
              {r.reportHere}
            </a>{' '}
            <a className="b" href={`${reportPath(lang)}?kind=claim`}>
              {r.submit}
            </a>
          </p>
          {waits.medianDays !== null && waits.settled >= ENOUGH_SETTLED && (
            <p>{r.waits(waits.settled, Math.max(1, Math.ceil(waits.medianDays)))}</p>
          )}
        </div>
      </section>
      <section className="sec no-print">
        <h2>{t.feeds}</h2>
        <p>
          <a href={`/feeds/${lang}/corrections.atom`}>Atom</a>,{' '}
          <a href={`/feeds/${lang}/corrections.json`}>JSON Feed</a>
        </p>
      </section>
    </Layout>,
  )
}
