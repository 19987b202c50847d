import { RATINGS, type RatingCode } from '@/lib/domain/rating'
import type { CorrectionSeverity, Language, VerdictState } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { words } from '@/lib/i18n/words'
import { claimPath, claimsPath, correctionsPath } from './addresses'
import type { DocumentContext } from './context'
import { type OwnWords, ownText, ownWords } from './parts/own-words'
import { beforeOrAfter, ratingWord } from './parts/verdict-word'

export const FEED_NAMES = ['verdicts', 'corrections'] as const
export type FeedName = (typeof FEED_NAMES)[number]
export const feedPath = (lang: Language, name: FeedName, format: 'atom' | 'json'): string =>
  `/feeds/${lang}/${name}.${format}`
/** The entries of a JSON feed older than one: a path, because the front that answers from memory reads no query. */
export const olderPath = (lang: Language, name: FeedName, before: string): string =>
  `/feeds/${lang}/${name}/before/${before}`

type FeedClaim = { ref: string; slug: string; statementFr: string | null; statementEn: string | null }
/** A verdict as a feed announces it: its words now, and when it first and last changed. */
export type FeedVerdict = {
  id: string
  claim: FeedClaim
  state: VerdictState
  n: number
  isWithdrawal: boolean
  rating: RatingCode
  summaryFr: string | null
  summaryEn: string | null
  firstPublishedAt: string
  publishedAt: string
}
export type FeedCorrection = {
  id: string
  claim: FeedClaim
  severity: CorrectionSeverity
  whatWasWrongFr: string | null
  whatWasWrongEn: string | null
  before: string
  after: string
  at: string
}

/** One news item, before it is written in a format. Times are ISO strings with zone. */
export type FeedEntry = {
  id: string
  url: string
  title: string
  /** In another language than the feed when nobody wrote it in this one. */
  summary: OwnWords | null
  published: string
  updated: string
  /** What a program wants to know without reading: the extension of JSON Feed. */
  facts: Record<string, unknown>
}
export type Feed = {
  id: string
  name: FeedName
  lang: Language
  title: string
  description: string
  author: string
  home: string
  baseUrl: string
  updated: string
  /** The WebSub hub that tells subscribers of changes, when there is one. */
  hub?: string | undefined
  /** Where the older entries are. */
  next?: string | undefined
  entries: readonly FeedEntry[]
}

/** What an empty feed says of its age: Atom wants a date, and nothing has happened yet. */
const NEVER = '1970-01-01T00:00:00Z'

/**
 * Entries are known by the id of the row, the same in both languages, whatever the host or the slug. The feed itself has no
 * row: RFC 4151 makes its id from the host's name and a fixed date, so that two newsrooms never share one.
 */
const entryId = (id: string): string => `urn:uuid:${id}`
const feedId = (baseUrl: string, lang: Language, name: FeedName): string =>
  `tag:${new URL(baseUrl).hostname.replace(/[^a-z0-9.-]/gi, '')},2026:feeds/${lang}/${name}`

const capital = (lang: Language, text: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)

const latestOf = (entries: readonly FeedEntry[]): string =>
  entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? NEVER

/** The verdicts that changed last. A withdrawn one stays, and says that it was withdrawn. */
export function verdictFeed(verdicts: readonly FeedVerdict[], { lang, baseUrl, newsroom }: DocumentContext): Feed {
  const t = publicWords(lang)
  const entries = verdicts.map((verdict): FeedEntry => {
    const { claim } = verdict
    const isWithdrawn = verdict.isWithdrawal || verdict.state === 'withdrawn'
    const word = isWithdrawn ? t.claim.withdrawnTitle : ratingWord(lang, verdict.rating)
    return {
      id: entryId(verdict.id),
      url: baseUrl + claimPath(lang, claim.slug),
      title: t.claim.describedAs(ownText(lang, claim.statementFr, claim.statementEn), word),
      summary: ownWords(lang, verdict.summaryFr, verdict.summaryEn),
      published: verdict.firstPublishedAt,
      updated: verdict.publishedAt,
      facts: {
        claim_id: claim.ref,
        verdict: isWithdrawn ? null : verdict.rating,
        verdict_label: word,
        rating_value: isWithdrawn ? null : RATINGS[verdict.rating].axis,
        version: verdict.n,
        is_withdrawn: isWithdrawn,
        needs_rereview: verdict.state === 'needs_rereview',
      },
    }
  })
  return {
    id: feedId(baseUrl, lang, 'verdicts'),
    name: 'verdicts',
    lang,
    title: `${t.nav.verdicts} | ${newsroom}`,
    description: t.home.title,
    author: newsroom,
    home: baseUrl + claimsPath(lang),
    baseUrl,
    updated: latestOf(entries),
    entries,
  }
}

/** The corrections, each with what was wrong, what it said before and what it says now. */
export function correctionFeed(
  corrections: readonly FeedCorrection[],
  { lang, baseUrl, newsroom }: DocumentContext,
): Feed {
  const t = publicWords(lang)
  const entries = corrections.map((it): FeedEntry => {
    const before = beforeOrAfter(lang, it.before)
    const after = beforeOrAfter(lang, it.after)
    const wrong = ownWords(lang, it.whatWasWrongFr, it.whatWasWrongEn)
    const change = `${t.claim.was}${t.colon}${before}\n${t.claim.now}${t.colon}${after}`
    return {
      id: entryId(it.id),
      url: `${baseUrl}${claimPath(lang, it.claim.slug)}#corrections`,
      title: t.claim.describedAs(
        ownText(lang, it.claim.statementFr, it.claim.statementEn),
        capital(lang, words(lang).correctionSeverity[it.severity]),
      ),
      summary: wrong ? { text: `${wrong.text}\n${change}`, lang: wrong.lang } : { text: change, lang },
      published: it.at,
      updated: it.at,
      facts: { claim_id: it.claim.ref, severity: it.severity, before, after },
    }
  })
  return {
    id: feedId(baseUrl, lang, 'corrections'),
    name: 'corrections',
    lang,
    title: `${t.corrections.title} | ${newsroom}`,
    description: t.corrections.why,
    author: newsroom,
    home: baseUrl + correctionsPath(lang),
    baseUrl,
    updated: latestOf(entries),
    entries,
  }
}
