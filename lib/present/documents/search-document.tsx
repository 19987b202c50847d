import { Fragment } from 'react'
import type { Found, FoundBy } from '@/lib/domain/found'
import { cursorText, type SearchCursor, type SearchQuery } from '@/lib/domain/search-query'
import { list } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { searchWords } from '@/lib/i18n/search'
import { sheetWords } from '@/lib/i18n/sheets'
import { claimPath, eventPath, eventsPath, searchPath, sourcePath } from '../addresses'
import type { DocumentContext } from '../context'
import { exportLinks } from '../export-links'
import { EarlierForm } from '../parts/earlier-form'
import { Layout, OfMoment } from '../parts/layout'
import { Empty } from '../parts/lists'
import { Own } from '../parts/own-words'
import { Quoted } from '../parts/quoted'
import { ActiveFilters, Facets, WaysToAsk } from '../parts/search-narrowing'
import { ratingWord } from '../parts/verdict-word'
import { voiceOf } from '../parts/voice'
import { documentOf } from '../render'

export type SearchShown = {
  /** As it was typed, so that it can be mended where it stands. */
  typed: string
  query: SearchQuery
  /** Null when nothing was asked or the question was too long. */
  found: Found | null
  /** The address named a page that is none of this question. */
  isWrongPlace: boolean
}

/** The search page: the question, what of it was not understood, what was found, and what would narrow it. */
export function searchDocument({ typed, query, found, isWrongPlace }: SearchShown, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const s = searchWords(lang)
  const address = (more: Record<string, string>) =>
    `${searchPath(lang)}?${new URLSearchParams({ ...more, ...(ctx.at === undefined ? {} : { at: ctx.at }) })}`
  const at = (q: string) => (q === '' && ctx.at === undefined ? searchPath(lang) : address(q === '' ? {} : { q }))
  const present = `${searchPath(lang)}${typed === '' ? '' : `?${new URLSearchParams({ q: typed })}`}`
  const isEmpty = found !== null && found.claims.length + found.sources.length + found.events.length === 0
  return documentOf(
    <Layout
      ctx={ctx}
      path={null}
      title={typed === '' ? t.search.title : `${typed} – ${t.search.title}`}
      description={t.search.why}
      section="search"
    >
      {ctx.at !== undefined && <OfMoment lang={lang} at={ctx.at} present={present} />}
      <h1 className="h1">{t.search.title}</h1>
      <p className="lead">{t.search.why}</p>
      <search>
        <form className="search" action={searchPath(lang)}>
          <label className="vh" htmlFor="q">
            {t.home.search}
          </label>
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={typed}
            placeholder={t.home.placeholder}
            aria-describedby={query.isTooLong ? 'too-long' : undefined}
          />
          {ctx.at !== undefined && <input type="hidden" name="at" value={ctx.at} />}
          <button className="b b-p" type="submit">
            {t.home.go}
          </button>
        </form>
      </search>
      {query.isTooLong && (
        <p id="too-long" role="alert">
          {t.search.tooLong}
        </p>
      )}
      <Remarks query={query} found={found} isWrongPlace={isWrongPlace} ctx={ctx} />
      <ActiveFilters lang={lang} query={query} at={at} />
      {found !== null && found.variants.length > 0 && (
        <p className="meta">{t.search.variants(list(lang, found.variants))}</p>
      )}
      {isEmpty && (
        <>
          <p>{t.search.none(typed)}</p>
          <Empty text={t.search.noneDo} action={t.nav.events} href={eventsPath(lang)} />
        </>
      )}
      {found !== null && found.claims.length > 0 && <Facets lang={lang} query={query} found={found} at={at} />}
      {found !== null && <Results found={found} ctx={ctx} />}
      {found !== null && <Pages query={query} found={found} address={address} label={s} />}
      {found !== null && found.claims.length > 0 && ctx.at === undefined && (
        <p className="no-print actions">
          {sheetWords(lang).these.claims}
          {exportLinks(lang, 'claims', { q: query.text }).map(([href, word]) => (
            <Fragment key={href}>
              {' '}
              <a className="b" href={href}>
                {word}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      <WaysToAsk lang={lang} at={at} isOpen={typed === ''} />
      {found !== null && <EarlierForm lang={lang} path={searchPath(lang)} kept={{ q: typed }} />}
    </Layout>,
  )
}

type RemarksProps = Pick<SearchShown, 'query' | 'found' | 'isWrongPlace'> & { ctx: DocumentContext }

/** What was not understood, in words; the rest was searched all the same. */
function Remarks({ query, found, isWrongPlace, ctx: { lang } }: RemarksProps) {
  const s = searchWords(lang)
  const said = [
    ...(isWrongPlace ? [s.wrongPlace] : []),
    ...query.notUnderstood.slice(0, 5).map(({ text, why }) => s.notUnderstood(text, why)),
    ...(found?.unknown ?? []).map(({ key, value }) => s.unknown(key, value)),
  ]
  if (said.length === 0) return null
  return (
    <div role="status">
      <ul className="remarks">
        {[...new Set(said)].map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </div>
  )
}

type PagesProps = {
  query: SearchQuery
  found: Found
  address: (more: Record<string, string>) => string
  label: { pages: string; previous: string; next: string }
}

function Pages({ query, found: { previous, next }, address, label }: PagesProps) {
  if (previous === null && next === null) return null
  const page = (way: 'after' | 'back', row: SearchCursor) => address({ q: query.text, [way]: cursorText(query, row) })
  return (
    <nav className="actions no-print" aria-label={label.pages}>
      {previous && (
        <a className="b" rel="prev" href={page('back', previous)}>
          {label.previous}
        </a>
      )}
      {next && (
        <a className="b" rel="next" href={page('after', next)}>
          {label.next}
        </a>
      )}
    </nav>
  )
}

function Results({ found, ctx: { lang } }: { found: Found; ctx: DocumentContext }) {
  const t = publicWords(lang)
  const s = searchWords(lang)
  const why: Partial<Record<FoundBy, string>> = { form: t.search.byVariant, likeness: s.alike }
  return (
    <>
      {found.claims.length > 0 && (
        <section className="sec">
          <h2>{t.search.claims}</h2>
          <p className="dim">
            {found.isMore ? `${s.manyResults(found.total)}. ${s.newestFirst}` : s.results(found.total)}
          </p>
          <ol className="vl">
            {found.claims.map(({ claim, occurrence, foundBy }) => (
              <li key={claim.id}>
                <span className="mono">{claim.ref}</span>
                <div>
                  <h3>
                    <a href={claimPath(lang, claim.slug)}>
                      <Own lang={lang} fr={claim.statementFr} en={claim.statementEn} />
                    </a>
                  </h3>
                  {occurrence && (
                    <p className="q">
                      <Quoted lang={lang} language={occurrence.dispatch.language}>
                        {occurrence.exact}
                      </Quoted>
                    </p>
                  )}
                  <p className="meta">
                    {why[foundBy] && <span className="tag">{why[foundBy]}</span>}
                    {occurrence && <span>{voiceOf(occurrence.chain)}</span>}
                    <span>{claim.verdict ? ratingWord(lang, claim.verdict.rating) : t.claim.none}</span>
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      {found.events.length > 0 && (
        <section className="sec">
          <h2>{t.search.events}</h2>
          <ul>
            {found.events.map(({ slug, titleFr, titleEn }) => (
              <li key={slug}>
                <a href={eventPath(lang, slug)}>{lang === 'fr' ? titleFr : titleEn}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.sources.length > 0 && (
        <section className="sec">
          <h2>{t.search.sources}</h2>
          <ul>
            {found.sources.map(({ slug, name }) => (
              <li key={slug}>
                <a href={sourcePath(lang, slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
