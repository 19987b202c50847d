import type { Metadata } from 'next'
import { REPORT_KINDS, REPORT_STATES } from '@/lib/domain/report'
import { deskReportsWords } from '@/lib/i18n/desk-reports'
import { day, number } from '@/lib/i18n/format'
import { reportPath } from '@/lib/present/addresses'
import { loadDeskReports } from '@/lib/services/load-desk-reports'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskReportsWords(await languageOfParams(params)).title }
}

/** What readers sent, what waits first. The filters live in the address. */
export default async function ReportsPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = await searchParams
  const state = REPORT_STATES.find((it) => it === asked.state) ?? null
  const kind = REPORT_KINDS.find((it) => it === asked.kind) ?? null
  const { reports, counts } = await loadDeskReports(await deskOfRequest(), { state, kind })
  const t = deskReportsWords(lang)
  const isFiltered = state !== null || kind !== null
  return (
    <main id="main" className="pane">
      <h1 className="h1">{t.title}</h1>
      <p>{t.lead}</p>
      <form method="get" className="picks" aria-label={t.filters}>
        <label className="f" htmlFor="by-state">
          <span>{t.state}</span>
          <select key={state} id="by-state" name="state" defaultValue={state ?? ''}>
            <option value="">{t.any}</option>
            {REPORT_STATES.map((it) => (
              <option key={it} value={it}>
                {t.states[it]} ({number(lang, counts.get(it) ?? 0)})
              </option>
            ))}
          </select>
        </label>
        <label className="f" htmlFor="by-kind">
          <span>{t.kind}</span>
          <select key={kind} id="by-kind" name="kind" defaultValue={kind ?? ''}>
            <option value="">{t.any}</option>
            {REPORT_KINDS.map((it) => (
              <option key={it} value={it}>
                {t.kinds[it]}
              </option>
            ))}
          </select>
        </label>
        <p className="acts">
          <button type="submit" className="b">
            {t.apply}
          </button>
        </p>
      </form>
      {reports.length === 0 && (
        <p className="dim">
          {isFiltered ? t.noneHere : t.none} {!isFiltered && <a href={reportPath(lang)}>{t.toForm}</a>}
        </p>
      )}
      <ul className="stack">
        {reports.map((it) => (
          <li key={it.id}>
            <a href={`/${lang}/desk/reports/${it.ticket}`} className="ref">
              {it.ticket}
            </a>{' '}
            <span className="tag">{t.kinds[it.kind]}</span> <span className="tag">{t.states[it.state]}</span>{' '}
            <span className="dim small">
              {t.receivedOn(day(lang, it.receivedAt.toISOString()))}
              {it.decidedAt && `, ${t.decidedOn(day(lang, it.decidedAt.toISOString()))}`}
            </span>
            <br />
            <bdi lang={it.language === lang ? undefined : it.language}>
              {it.words.length > SHORT ? `${it.words.slice(0, SHORT).toWellFormed()}…` : it.words}
            </bdi>
          </li>
        ))}
      </ul>
    </main>
  )
}

/** As much of a message as tells it from the others. */
const SHORT = 200
