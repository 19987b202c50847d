import type { ClaimRecord } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { earlierWords } from '@/lib/i18n/earlier'
import { moment } from '@/lib/i18n/format'
import { publicWords } from '@/lib/i18n/public'
import { claimPath } from '../addresses'
import type { DocumentContext } from '../context'
import { EarlierForm } from '../parts/earlier-form'
import { Layout } from '../parts/layout'
import { Own, ownText } from '../parts/own-words'
import { documentOf, markupOf } from '../render'

export type NothingThen = { is: 'none'; at: string } | { is: 'future' | 'unread' | 'no_version' }

/** Says why there is no earlier page to show, with a way to ask again and a way back to the present. */
export function earlierDocument(record: ClaimRecord, nothing: NothingThen, ctx: DocumentContext): string {
  const { lang } = ctx
  const t = earlierWords(lang)
  const first = record.versions.at(-1)
  const why =
    nothing.is === 'none'
      ? `${t.none(moment(lang, nothing.at))} ${first ? t.since(moment(lang, first.publishedAt)) : t.never}`
      : { future: t.future, unread: t.unread, no_version: t.noVersion }[nothing.is]
  return documentOf(
    <Layout ctx={ctx} path={null} title={t.title} description={why} section="verdicts">
      <p className="kicker">
        <a href={claimPath(lang, record.slug)}>
          {ownText(lang, record.statementFr, record.statementEn) ? (
            <Own lang={lang} fr={record.statementFr} en={record.statementEn} />
          ) : (
            record.ref
          )}
        </a>
      </p>
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{why}</p>
      <EarlierForm lang={lang} path={claimPath(lang, record.slug)} />
      <p>
        <a href={claimPath(lang, record.slug)}>{t.present}</a>
      </p>
    </Layout>,
  )
}

/** Why there is no page of a moment to show at an address that has one now. */
export type NoPage = { is: 'none'; at: string } | { is: 'future' | 'unread' }

/** The same for any other page: why, a way to ask again, and the way to the present. */
export function noPageDocument(
  nothing: NoPage,
  { path, kept = {} }: { path: string; kept?: Readonly<Record<string, string>> },
  ctx: DocumentContext,
): string {
  const { lang } = ctx
  const t = earlierWords(lang)
  const why = nothing.is === 'none' ? t.none(moment(lang, nothing.at)) : t[nothing.is]
  return documentOf(
    <Layout ctx={ctx} path={null} title={t.title} description={why}>
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{why}</p>
      <EarlierForm lang={lang} path={path} kept={kept} />
      <p>
        <a href={Object.keys(kept).length === 0 ? path : `${path}?${new URLSearchParams(kept)}`}>{t.present}</a>
      </p>
    </Layout>,
  )
}

type Notice = {
  lang: Language
  slug: string
  n: number
  at: string
  /** A verdict withdrawn after that moment: the page below claims it still. */
  withdrawnSince: { at: string; whatWasWrongFr: string | null; whatWasWrongEn: string | null } | null
}

/**
 * A published page with a notice above it: which version it is, for which moment, whether it was withdrawn since and why, and
 * the way to the present. Only the notice is new.
 */
export function withBanner(html: string, { lang, slug, n, at, withdrawnSince: gone }: Notice): string {
  const t = earlierWords(lang)
  const version = publicWords(lang).claim.version(n).toLocaleLowerCase(lang)
  const notice = markupOf(
    <p className="banner" role="note">
      <span>
        <b>{t.banner(version, moment(lang, at))}</b>{' '}
        {gone && (
          <>
            <b>{t.withdrawnSince(moment(lang, gone.at))}</b> {publicWords(lang).claim.withdrawnWhy}{' '}
            <Own lang={lang} fr={gone.whatWasWrongFr} en={gone.whatWasWrongEn} />{' '}
          </>
        )}
        <a href={claimPath(lang, slug)}>{t.present}</a>. <a href={`${claimPath(lang, slug)}?version=${n}`}>{t.exact}</a>
        .
      </span>
    </p>,
  )
  return html.replace(/<main\b[^>]*>/, (main) => main + notice)
}
