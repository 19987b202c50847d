import type { Metadata } from 'next'
import { FilterSelect } from '@/app/_ui/filter-select'
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
        <FilterSelect
          id="by-state"
          name="state"
          label={t.state}
          any={t.any}
          value={state}
          choices={REPORT_STATES.map((it) => ({
            value: it,
            label: `${t.states[it]} (${number(lang, counts.get(it) ?? 0)})`,
          }))}
        />
        <FilterSelect
          id="by-kind"
          name="kind"
          label={t.kind}
          any={t.any}
          value={kind}
          choices={REPORT_KINDS.map((it) => ({ value: it, label: t.kinds[it] }))}
        />
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
