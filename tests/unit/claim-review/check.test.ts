import { describe, expect, test } from 'vitest'
import { CHECK_RULES, type CheckRule, checkClaimReview } from '@/lib/domain/claim-review-check'
import { checkWords } from '@/lib/i18n/check'

/** Shaped like the example of Google's page on fact check markup, with our own words. */
const GOOD = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  datePublished: '2013-01-12',
  url: 'https://checker.example.org/kona',
  claimReviewed: 'Ansar Dine holds Kona almost entirely',
  author: { '@type': 'Organization', name: 'Checkers', url: 'https://checker.example.org/' },
  reviewRating: { '@type': 'Rating', ratingValue: 3, bestRating: 5, worstRating: 1, alternateName: 'Half true' },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Abdou Dardar' },
    datePublished: '2013-01-10',
    appearance: { '@type': 'NewsArticle', url: 'https://news.example.org/a' },
  },
}
// biome-ignore lint/suspicious/noExplicitAny: a document that is taken apart on purpose
type Loose = Record<string, any>
type Edit = (it: Loose) => void
const rulesOf = (it: unknown): CheckRule[] =>
  checkClaimReview(typeof it === 'string' ? it : JSON.stringify(it)).findings.map(({ check }) => check)
const edited = (edit: Edit) => {
  const it = structuredClone(GOOD) as Loose
  edit(it)
  return it
}

test('a review that says everything has nothing against it', () => {
  expect(checkClaimReview(JSON.stringify(GOOD))).toEqual({ reviews: 1, findings: [] })
})

describe('finds', () => {
  const cases: [CheckRule, Edit][] = [
    ['claim_missing', (it) => delete it.claimReviewed],
    ['rating_missing', (it) => delete it.reviewRating],
    ['url_missing', (it) => delete it.url],
    ['words_missing', (it) => delete it.reviewRating.alternateName],
    ['url_not_absolute', (it) => Object.assign(it, { url: '/kona' })],
    ['url_not_https', (it) => Object.assign(it, { url: 'http://checker.example.org/kona' })],
    ['words_in_name', (it) => Object.assign(it, { reviewRating: { name: 'Half true' } })],
    ['value_not_a_number', (it) => Object.assign(it.reviewRating, { ratingValue: 'three' })],
    ['value_not_whole', (it) => Object.assign(it.reviewRating, { ratingValue: '2,5' })],
    ['worst_below_one', (it) => Object.assign(it.reviewRating, { worstRating: -1 })],
    ['best_not_above_worst', (it) => Object.assign(it.reviewRating, { bestRating: 1, worstRating: 5 })],
    ['value_out_of_range', (it) => Object.assign(it.reviewRating, { ratingValue: 6 })],
    ['scale_missing', (it) => delete it.reviewRating.bestRating],
    ['claim_long', (it) => Object.assign(it, { claimReviewed: 'é'.repeat(76) })],
    ['claim_has_rating', (it) => Object.assign(it, { claimReviewed: 'Half true: Kona fell' })],
    ['reviewer_missing', (it) => delete it.author],
    ['reviewer_unnamed', (it) => Object.assign(it, { author: { '@type': 'Organization' } })],
    ['item_missing', (it) => delete it.itemReviewed],
    ['claimant_unnamed', (it) => Object.assign(it.itemReviewed, { author: { '@type': 'Person' } })],
    ['claimant_is_reviewer', (it) => Object.assign(it.itemReviewed.author, { name: 'Checkers' })],
    ['appearance_missing', (it) => delete it.itemReviewed.appearance],
    ['date_missing', (it) => delete it.datePublished],
    ['date_not_read', (it) => Object.assign(it, { datePublished: '12 January 2013' })],
    ['claim_after_review', (it) => Object.assign(it.itemReviewed, { datePublished: '2106-11-08' })],
    ['null_value', (it) => Object.assign(it.itemReviewed, { author: null })],
    ['context', (it) => Object.assign(it, { '@context': 'https://example.org' })],
  ]
  test.each(cases)('%s, and nothing else', (rule, edit) => {
    expect(rulesOf(edited(edit))).toEqual([rule])
  })
  test('every other rule: no JSON, no review, several, too deep', () => {
    expect(rulesOf('{"@type": "ClaimReview",}')).toEqual(['not_json'])
    expect(rulesOf({ '@type': 'NewsArticle' })).toEqual(['no_review'])
    expect(rulesOf([GOOD, GOOD])).toEqual(['several_reviews'])
    expect(rulesOf(`${'['.repeat(100)}${']'.repeat(100)}`)).toEqual(['too_deep'])
    const seen = new Set([...cases.map(([rule]) => rule), 'not_json', 'no_review', 'several_reviews', 'too_deep'])
    expect([...seen].sort()).toEqual(Object.keys(CHECK_RULES).sort())
  })
})

test('a review is found in a page, in a graph and in a feed, and the place is said', () => {
  const page = `<html><script type="application/ld+json">${JSON.stringify(edited((it) => delete it.url))}</script></html>`
  expect(checkClaimReview(page)).toEqual({
    reviews: 1,
    findings: [{ check: 'url_missing', path: '/url', found: null }],
  })
  const feed = {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    dataFeedElement: [{ item: [edited((it) => delete it.url)] }],
  }
  expect(checkClaimReview(JSON.stringify(feed)).findings).toEqual([
    { check: 'url_missing', path: '/dataFeedElement/0/item/0/url', found: null },
  ])
})

test('every rule has a sentence in both languages', () => {
  for (const lang of ['fr', 'en'] as const)
    for (const rule of Object.keys(CHECK_RULES) as CheckRule[]) expect(checkWords(lang).rules[rule]).toMatch(/[.?]$/)
  for (const sentence of Object.values(checkWords('fr').rules))
    expect(sentence.replaceAll('https:', '')).not.toMatch(/[^\u00a0\u202f][:;?!»]|«[^\u00a0\u202f]/)
})
