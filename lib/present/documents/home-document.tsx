import { FRONT_PAGE, type HomeRecord } from '@/lib/domain/home'
import { RATING_CODES } from '@/lib/domain/rating'
import type { Language } from '@/lib/domain/vocabulary'
import { number } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { sheetWords } from '@/lib/i18n/sheets'
import {
  claimsPath,
  conflictsPath,
  correctionsPath,
  dispatchesPath,
  homePath,
  methodologyPath,
  searchPath,
  signInPath,
} from '../addresses'
import type { DocumentContext } from '../context'
import { ConflictBlock } from '../parts/conflict-block'
import { Layout } from '../parts/layout'
import { CorrectionList, DispatchList, Empty, EventList, VerdictList } from '../parts/lists'
import { VerdictWord } from '../parts/verdict-word'
import { documentOf } from '../render'

function SearchForm({ lang }: { lang: Language }) {
  const t = publicWords(lang).home
  return (
    <search>
      <form className="search" action={searchPath(lang)}>
        <label className="vh" htmlFor="q">
          {t.search}
        </label>
        <input id="q" type="search" name="q" placeholder={t.placeholder} />
        <button type="submit" className="b go">
          {t.go}
        </button>
      </form>
    </search>
  )
}

function Side({ lang, record }: { lang: Language; record: HomeRecord }) {
  const t = publicWords(lang)
  const { counts } = record
  const figures: [number, string][] = [
    [counts.dispatches, t.counts.dispatches(counts.dispatches)],
    [counts.claims, t.counts.claims(counts.claims)],
    [counts.sources, t.counts.sources(counts.sources)],
    [counts.conflicts, t.counts.conflicts(counts.conflicts)],
    [counts.verdicts, t.counts.verdicts(counts.verdicts)],
  ]
  return (
    <aside className="side-col" aria-label={t.home.counts}>
      <section className="first">
        <h2>{t.home.counts}</h2>
        {figures.map(([n, text]) => (
          <p className="fact" key={text}>
            <b>{number(lang, n)}</b>
            <span>{text.replace(/^\S+\s/, '')}</span>
          </p>
        ))}
      </section>
      <section>
        <h2>{t.home.corrections}</h2>
        {record.corrections.length === 0 ? (
          <p className="dim">{t.home.noCorrections}</p>
        ) : (
          <>
            <CorrectionList lang={lang} corrections={record.corrections.slice(0, FRONT_PAGE)} />
            <p className="after">
              <a href={correctionsPath(lang)}>{t.home.allCorrections}</a>,{' '}
              <a href={`/feeds/${lang}/corrections.atom`}>Atom</a>, <a href={`/feeds/${lang}/corrections.json`}>JSON</a>
            </p>
          </>
        )}
      </section>
      <section>
        <h2>{t.home.read}</h2>
        <ul className="scale">
          {RATING_CODES.map((code) => (
            <li key={code}>
              <VerdictWord lang={lang} rating={code} />
            </li>
          ))}
        </ul>
        <p className="after">
          <a href={methodologyPath(lang)}>{t.home.definitions}</a>
        </p>
      </section>
      {record.events.length > 0 && (
        <section>
          <h2>{t.home.events}</h2>
          <EventList lang={lang} events={record.events.slice(0, FRONT_PAGE)} />
        </section>
      )}
      <section>
        <h2>{t.home.take}</h2>
        <p>
          <a href="/export/claims.csv">{t.claim.csv}</a>,{' '}
          <a href={`/export/claims.csv?profile=excel&lang=${lang}`}>{t.claim.excel}</a>,{' '}
          <a href={`/export/claims.xlsx?lang=${lang}`}>{sheetWords(lang).xlsx}</a>,{' '}
          <a href="/export/claimreview.json">ClaimReview</a>, <a href="/export/annotations.jsonld">W3C</a>
        </p>
      </section>
    </aside>
  )
}

/** The front page: what this is, the latest verdicts, what is still in dispute, the dispatches, the corrections. */
export function homeDocument(record: HomeRecord, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const isEmpty = record.verdicts.length === 0 && record.dispatches.length === 0
  return documentOf(
    <Layout ctx={ctx} path={homePath(lang)} title={t.home.title} description={t.home.what} hasPast>
      <h1 className="h1 front">{t.home.title}</h1>
      <p className="lead">{t.home.what}</p>
      <SearchForm lang={lang} />
      <div className="cols">
        <div>
          {isEmpty ? (
            <Empty text={t.home.noDispatches} action={t.home.noDispatchesDo} href={signInPath(lang)} />
          ) : (
            <section className="sec" id="verdicts">
              <h2>{t.home.latest}</h2>
              {record.verdicts.length === 0 ? (
                <Empty
                  text={`${t.home.noVerdicts} ${t.home.noVerdictsDo}`}
                  action={t.home.allDispatches}
                  href={dispatchesPath(lang)}
                />
              ) : (
                <>
                  <VerdictList lang={lang} verdicts={record.verdicts.slice(0, FRONT_PAGE)} />
                  <p className="after">
                    <a className="b" href={claimsPath(lang)}>
                      {t.home.all}
                    </a>
                  </p>
                </>
              )}
            </section>
          )}
          {record.openConflicts.length > 0 && (
            <section className="sec" id="conflicts">
              <h2>{t.home.open}</h2>
              <p className="dim">{t.home.openWhy}</p>
              {record.openConflicts.slice(0, FRONT_PAGE).map((conflict) => (
                <ConflictBlock key={conflict.id} lang={lang} conflict={conflict} />
              ))}
              <p className="after">
                <a className="b" href={conflictsPath(lang)}>
                  {t.home.allConflicts}
                </a>
              </p>
            </section>
          )}
          {record.dispatches.length > 0 && (
            <section className="sec" id="dispatches">
              <h2>{t.home.dispatches}</h2>
              <DispatchList lang={lang} dispatches={record.dispatches.slice(0, FRONT_PAGE)} />
              <p className="after">
                <a href={dispatchesPath(lang)}>{t.home.allDispatches}</a>
              </p>
            </section>
          )}
        </div>
        <Side lang={lang} record={record} />
      </div>
    </Layout>,
  )
}
