import { originOf } from '@/lib/domain/chain'
import { opposedClaims } from '@/lib/domain/opposed'
import { RATINGS } from '@/lib/domain/rating'
import type { ClaimRecord, HopView, OccurrenceView } from '@/lib/domain/record'
import { machineDate } from '@/lib/i18n/format'
import { claimPath, correctionsPath, methodologyPath, methodVersionPath } from './addresses'
import { claimId, contextOf, type OpposedReview, relationsOf, reviewId } from './conflict-terms'
import type { DocumentContext } from './context'
import { safeAddress } from './parts/evidence-item'
import { ownText } from './parts/own-words'
import { ratingWord } from './parts/verdict-word'

type Json = Record<string, unknown>
/** Absent rather than null or empty: readers of ClaimReview take an empty value for a fact. */
const known = (data: Json): Json =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([, v]) => v !== null && v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0),
    ),
  )
/** schema.org wants one value bare and several as an array. */
const oneOrMore = <T>(items: readonly T[]): T | readonly T[] | undefined => (items.length > 1 ? items : items[0])

const PERSONS: readonly string[] = ['person', 'anonymous_person']

/** Who makes the claim; nobody when the text gives no source. Never us. */
function claimant(hop: HopView | undefined): Json | null {
  if (!hop || hop.role === 'unattributed' || hop.kind === 'unspecified') return null
  return known({
    '@type': PERSONS.includes(hop.kind) ? 'Person' : 'Organization',
    name: hop.sourceName,
    affiliation: hop.affiliation && !hop.isProtected ? { '@type': 'Organization', name: hop.affiliation } : null,
  })
}

const appearance = ({ dispatch }: OccurrenceView): Json =>
  known({
    '@type': 'NewsArticle',
    headline: dispatch.title,
    url: safeAddress(dispatch.url),
    inLanguage: dispatch.language,
    datePublished: machineDate(dispatch.published),
    publisher: dispatch.publisher ? { '@type': 'NewsMediaOrganization', name: dispatch.publisher } : null,
  })

/** Each value once, by what it is known by. */
const distinct = <T>(items: readonly T[], by: (item: T) => string): T[] =>
  [...new Map(items.map((item) => [by(item), item] as const).reverse()).values()].reverse()

/**
 * The verdict as a schema.org ClaimReview: what the page shows, word for word. Null while there is nothing to review: no
 * verdict, or one that was withdrawn. A rating off the truth axis carries its word and no number.
 */
export function claimReviewOf(record: ClaimRecord, { lang, baseUrl, newsroom }: DocumentContext): Json | null {
  const [latest] = record.versions
  if (!latest || latest.isWithdrawal || record.verdict?.state === 'withdrawn') return null
  const url = baseUrl + claimPath(lang, record.slug)
  const { axis } = RATINGS[latest.rating]
  const [first] = record.occurrences
  const origins = distinct(
    record.occurrences.flatMap(({ chain }) => originOf(chain) ?? []),
    ({ sourceSlug }) => sourceSlug,
  )
  const opposed = opposedClaims(record.conflicts, record.id).map(
    ({ claim, isContradiction }): OpposedReview => ({
      slug: claim.slug,
      isContradiction,
      isReviewed: claim.verdict !== null && !claim.verdict.isWithdrawal && claim.verdict.state !== 'withdrawn',
    }),
  )
  const relations = relationsOf(lang, baseUrl, opposed)
  const dispatches = distinct(record.occurrences, ({ dispatch }) => dispatch.id)
  return known({
    '@context': contextOf(lang, baseUrl),
    '@type': 'ClaimReview',
    '@id': reviewId(lang, baseUrl, record.slug),
    url,
    inLanguage: lang,
    datePublished: record.versions.at(-1)?.publishedAt,
    dateModified: record.versions.length > 1 ? latest.publishedAt : null,
    author: {
      '@type': 'NewsMediaOrganization',
      '@id': `${baseUrl}/#organisation`,
      name: newsroom,
      url: `${baseUrl}/`,
      correctionsPolicy: baseUrl + correctionsPath(lang),
      verificationFactCheckingPolicy: baseUrl + methodologyPath(lang),
    },
    // The method this very review was made under; the author's is the one of today.
    publishingPrinciples: baseUrl + methodVersionPath(lang, latest.methodologyVersion),
    claimReviewed: ownText(lang, record.statementFr, record.statementEn),
    reviewRating: known({
      '@type': 'Rating',
      alternateName: ratingWord(lang, latest.rating),
      ratingExplanation: ownText(lang, latest.summaryFr, latest.summaryEn),
      ...(axis === null ? {} : { ratingValue: axis, worstRating: 1, bestRating: 5 }),
    }),
    itemReviewed: known({
      '@type': 'Claim',
      '@id': claimId(baseUrl, record.slug),
      text: first?.exact,
      inLanguage: first?.dispatch.language,
      author: oneOrMore(origins.flatMap((hop) => claimant(hop) ?? [])),
      datePublished: first ? machineDate(first.date) : null,
      firstAppearance: first ? appearance(first) : null,
      appearance: oneOrMore(dispatches.map(appearance)),
      ...relations.ofClaim,
    }),
    ...relations.ofReview,
    isBasedOn: oneOrMore(record.evidence.flatMap((evidence) => safeAddress(evidence.url) ?? [])),
    correction: oneOrMore(
      record.versions.flatMap(({ correction }) =>
        correction
          ? [
              known({
                '@type': 'CorrectionComment',
                text: ownText(lang, correction.whatWasWrongFr, correction.whatWasWrongEn),
                datePublished: correction.at,
              }),
            ]
          : [],
      ),
    ),
  })
}
