import { Fragment } from 'react'
import type { Found } from '@/lib/domain/found'
import { list } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { sheetWords } from '@/lib/i18n/sheets'
import { claimPath, eventPath, eventsPath, searchPath, sourcePath } from '../addresses'
import type { DocumentContext } from '../context'
import { exportLinks } from '../export-links'
import { EarlierForm } from '../parts/earlier-form'
import { Layout, OfMoment } from '../parts/layout'
import { Empty } from '../parts/lists'
import { Own } from '../parts/own-words'
import { Quoted } from '../parts/quoted'
import { ratingWord } from '../parts/verdict-word'
import { voiceOf } from '../parts/voice'
import { documentOf } from '../render'

/** The search page: the question, and what was found for it. `found` is null when nothing was asked or the question was too long. */
export function searchDocument(q: string, found: Found | null, isTooLong: boolean, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = publicWords(lang)
  const present = `${searchPath(lang)}${q === '' ? '' : `?${new URLSearchParams({ q })}`}`
  const isEmpty = found !== null && found.claims.length + found.sources.length + found.events.length === 0
  return documentOf(
    <Layout
      ctx={ctx}
      path={null}
      title={q === '' ? t.search.title : `${q} – ${t.search.title}`}
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
            defaultValue={q}
            placeholder={t.home.placeholder}
            aria-describedby={isTooLong ? 'too-long' : undefined}
          />
          <button className="b b-p" type="submit">
            {t.home.go}
          </button>
        </form>
      </search>
      {isTooLong && (
        <p id="too-long" role="alert">
          {t.search.tooLong}
        </p>
      )}
      {found !== null && found.variants.length > 0 && (
        <p className="meta">{t.search.variants(list(lang, found.variants))}</p>
      )}
      {isEmpty && (
        <>
          <p>{t.search.none(q)}</p>
          <Empty text={t.search.noneDo} action={t.nav.events} href={eventsPath(lang)} />
        </>
      )}
      {found !== null && <Results found={found} ctx={ctx} />}
      {found !== null && found.claims.length > 0 && ctx.at === undefined && (
        <p className="no-print actions">
          {sheetWords(lang).these.claims}
          {exportLinks(lang, 'claims', { q }).map(([href, word]) => (
            <Fragment key={href}>
              {' '}
              <a className="b" href={href}>
                {word}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      {q !== '' && !isTooLong && <EarlierForm lang={lang} path={searchPath(lang)} kept={{ q }} />}
    </Layout>,
  )
}

function Results({ found, ctx: { lang } }: { found: Found; ctx: DocumentContext }) {
  const t = publicWords(lang)
  return (
    <>
      {found.claims.length > 0 && (
        <section className="sec">
          <h2>{t.search.claims}</h2>
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
                    {(foundBy === 'form' || foundBy === 'likeness') && (
                      <span className="tag">{t.search.byVariant}</span>
                    )}
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
