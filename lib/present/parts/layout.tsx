import { Fragment, type ReactNode } from 'react'
import type { Language } from '@/lib/domain/vocabulary'
import { earlierWords } from '@/lib/i18n/earlier'
import { moment, number } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { statisticsWords } from '@/lib/i18n/statistics'
import {
  claimsPath,
  conflictsPath,
  correctionsPath,
  eventsPath,
  homePath,
  inOtherLanguage,
  methodologyPath,
  otherLanguage,
  searchPath,
  signInPath,
  statisticsPath,
} from '../addresses'
import type { DocumentContext } from '../context'
import { FEED_NAMES, feedPath } from '../feed'
import { EarlierForm } from './earlier-form'
import { Icon, Logo } from './icons'

export type Section = 'verdicts' | 'events' | 'conflicts' | 'corrections' | 'method' | 'search'
export type TypedIn = { form: string; to: string }
type Frame = {
  ctx: DocumentContext
  /** Path of this page without host: what canonical and hreflang are made of. Null for a page that has no address of its own. */
  path: string | null
  title: string
  description: string
  section?: Section | undefined
  /** The form whose words the change of language takes along, and the address that answers it in the other language. */
  typedIn?: TypedIn | undefined
  ogType?: 'article' | 'website'
  /** Path of a picture of 1200 × 630 for those who share the page; its words are the title. */
  picture?: string
  /** What else the head links to. */
  links?: ReactNode
  /** Whether it can be asked for as of a moment; the form for it stands at its end. */
  hasPast?: boolean
  foot?: ReactNode
  children: ReactNode
}

/** The frame of every public page: head, masthead, main and foot. No script, nothing fetched but one stylesheet. */
export function Layout({
  ctx,
  path,
  title,
  description,
  section,
  typedIn,
  ogType = 'website',
  picture,
  links,
  hasPast = false,
  foot,
  children,
}: Frame) {
  const { lang, baseUrl } = ctx
  const t = publicWords(lang)
  const here = path === null ? null : baseUrl + path
  const there = path === null ? homePath(otherLanguage(lang)) : inOtherLanguage(path, lang)
  return (
    <html lang={lang} dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: this is a document of its own, not a page of the app */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} | ${ctx.newsroom}`}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={ctx.stylesheet} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {FEED_NAMES.map((name) => (
          <link
            key={name}
            rel="alternate"
            type="application/atom+xml"
            title={name === 'verdicts' ? t.nav.verdicts : t.corrections.title}
            href={feedPath(lang, name, 'atom')}
          />
        ))}
        {(here === null || ctx.at !== undefined) && <meta name="robots" content="noindex" />}
        {here !== null && (
          <>
            <link rel="canonical" href={here} />
            <link rel="alternate" hrefLang={lang} href={here} />
            <link rel="alternate" hrefLang={otherLanguage(lang)} href={baseUrl + there} />
            <link rel="alternate" hrefLang="x-default" href={baseUrl + (lang === 'en' ? path : there)} />
            <meta property="og:type" content={ogType} />
            <meta property="og:site_name" content={ctx.newsroom} />
            <meta property="og:title" content={title} />
            <meta property="og:description" content={description} />
            <meta property="og:url" content={here} />
            <meta property="og:locale" content={lang === 'fr' ? 'fr_FR' : 'en_GB'} />
            <meta property="og:locale:alternate" content={lang === 'fr' ? 'en_GB' : 'fr_FR'} />
            {picture ? (
              <>
                <meta property="og:image" content={baseUrl + picture} />
                <meta property="og:image:type" content="image/png" />
                <meta property="og:image:width" content="1200" />
                <meta property="og:image:height" content="630" />
                <meta property="og:image:alt" content={title} />
                <meta name="twitter:card" content="summary_large_image" />
              </>
            ) : (
              <meta name="twitter:card" content="summary" />
            )}
            {links}
          </>
        )}
      </head>
      <body>
        <a className="skip" href="#main">
          {t.skip}
        </a>
        <Masthead
          ctx={ctx}
          section={section}
          there={ctx.at === undefined ? there : `${there}?at=${ctx.at}`}
          typedIn={typedIn}
        />
        <main id="main" className="wrap page">
          {ctx.at !== undefined && path !== null && <OfMoment lang={lang} at={ctx.at} present={path} />}
          {children}
          {hasPast && path !== null && <EarlierForm lang={lang} path={path} />}
        </main>
        <footer className="foot">
          <div className="wrap">
            {foot}
            <p>
              {ctx.checkpoint && (
                <>
                  {t.foot.proof} {t.foot.checkpoint(number(lang, ctx.checkpoint.entries))}
                  {t.colon}
                  <a className="mono" href="/transparency/checkpoint">
                    {ctx.checkpoint.root.slice(0, 16)}…
                  </a>
                  .{' '}
                </>
              )}
              {t.foot.noScript} <a href={statisticsPath(lang)}>{statisticsWords(lang).title}</a>{' '}
              <a href={signInPath(lang)}>{t.foot.desk}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}

/** Says that this is not the page of today, and leads there. */
export const OfMoment = ({ lang, at, present }: { lang: Language; at: string; present: string }) => (
  <p className="banner" role="note">
    <span>
      <b>{earlierWords(lang).shown(moment(lang, at))}</b> <a href={present}>{earlierWords(lang).present}</a>.
    </span>
  </p>
)

function Masthead({
  ctx: { lang, newsroom },
  section,
  there,
  typedIn,
}: {
  ctx: DocumentContext
  section?: Section | undefined
  there: string
  typedIn?: TypedIn | undefined
}) {
  const t = publicWords(lang)
  const items: readonly [Section, string, ReactNode][] = [
    ['verdicts', claimsPath(lang), t.nav.verdicts],
    ['events', eventsPath(lang), t.nav.events],
    ['conflicts', conflictsPath(lang), t.nav.conflicts],
    ['corrections', correctionsPath(lang), t.nav.corrections],
    ['method', methodologyPath(lang), t.nav.method],
    ['search', searchPath(lang), <SearchSign key="search" name={t.nav.search} />],
  ]
  const other = otherLanguage(lang)
  return (
    <header className="mast">
      <div className="wrap">
        <a className="logo" href={homePath(lang)}>
          <Logo />
          {newsroom}
        </a>
        <nav aria-label={t.main}>
          {items.map(([key, href, name]) => (
            <Fragment key={key}>
              <a href={href} aria-current={key === section ? 'page' : undefined}>
                {name}
              </a>{' '}
            </Fragment>
          ))}
        </nav>
        {typedIn ? (
          <>
            {/* The first button of a form is the one the Enter key presses (HTML, "implicit submission"): sending, as without us. */}
            <button className="vh" type="submit" form={typedIn.form} tabIndex={-1} aria-hidden="true" />
            <button
              className="lang"
              type="submit"
              form={typedIn.form}
              formAction={typedIn.to}
              formNoValidate
              name="unsent"
              value="yes"
              lang={other}
            >
              {t.otherLanguage}
            </button>
          </>
        ) : (
          <a className="lang" href={there} lang={other} hrefLang={other}>
            {t.otherLanguage}
          </a>
        )}
      </div>
    </header>
  )
}

const SearchSign = ({ name }: { name: string }) => (
  <>
    <Icon name="search" />
    <span className="vh">{name}</span>
  </>
)
