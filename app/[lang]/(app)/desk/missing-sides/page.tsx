import type { Metadata } from 'next'
import { FilterSelect } from '@/app/_ui/filter-select'
import { REQUEST_STATES } from '@/lib/domain/missing-side'
import { deskMissingSidesWords } from '@/lib/i18n/desk-missing-sides'
import { number } from '@/lib/i18n/format'
import { loadMissingSides } from '@/lib/services/load-missing-sides'
import { deskOfRequest } from '@/lib/web/desk'
import { languageOfParams } from '@/lib/web/page-language'
import { requireSession } from '@/lib/web/session'
import { Notice } from '../verdicts/_parts/notice.client'
import { Proposed, Requests } from './_parts/missing-sides'

type Props = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: deskMissingSidesWords(await languageOfParams(params)).title }
}

/** The ledger of sides that are spoken about and not heard. The filters live in the address. */
export default async function MissingSidesPage({ params, searchParams }: Props) {
  const lang = await languageOfParams(params)
  await requireSession(lang)
  const asked = await searchParams
  const state = REQUEST_STATES.find((it) => it === asked.state) ?? null
  const dispatch = typeof asked.dispatch === 'string' && asked.dispatch !== '' ? asked.dispatch : null
  const found = await loadMissingSides(await deskOfRequest(), { state, dispatch })
  const { requests, counts, proposed, dispatches, today, mayEdit } = found
  const t = deskMissingSidesWords(lang)
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(dispatch ? { dispatch } : {}) }).toString()
  const back = `/${lang}/desk/missing-sides${query ? `?${query}` : ''}`
  return (
    <main id="main" className="pane">
      <h1 className="h1" id="missing-sides">
        {t.title}
      </h1>
      <p>{t.lead}</p>
      <Notice said={asked.done === 'asked' ? t.done : ''} />
      <form method="get" className="picks" aria-label={t.filters}>
        <FilterSelect
          id="by-state"
          name="state"
          label={t.state}
          any={t.any}
          value={state ?? null}
          choices={REQUEST_STATES.map((it) => ({
            value: it,
            label: `${t.states[it]} (${number(lang, counts.get(it) ?? 0)})`,
          }))}
        />
        <FilterSelect
          id="by-dispatch"
          name="dispatch"
          label={t.dispatch}
          any={t.any}
          value={dispatch ?? null}
          choices={dispatches.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <p className="acts">
          <button type="submit" className="b">
            {t.apply}
          </button>
        </p>
      </form>
      {requests.length === 0 && <p className="dim">{dispatch || state ? t.noneHere : t.none}</p>}
      {requests.length === 0 && !dispatch && !state && (
        <p>
          <a className="b go" href={`/${lang}/desk/dispatches`}>
            {t.toTexts}
          </a>
        </p>
      )}
      <Requests lang={lang} back={back} today={today} mayEdit={mayEdit} requests={requests} />
      {dispatch && (
        <section className="sec" aria-label={t.proposed}>
          <Proposed lang={lang} back={back} mayEdit={mayEdit} proposed={proposed} />
        </section>
      )}
    </main>
  )
}
