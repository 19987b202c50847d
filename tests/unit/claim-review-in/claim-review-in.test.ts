import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ReviewIn, readClaimReview, recordsOf } from '@/lib/domain/claim-review-in'
import { plainText } from '@/lib/domain/plain-text'

const record = (more: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checker.example.org/c/1',
  claimReviewed: 'La ville de Kona est tenue par Ansar Dine',
  author: { '@type': 'Organization', name: 'Desk', url: 'https://checker.example.org/' },
  reviewRating: { '@type': 'Rating', ratingValue: 3, worstRating: 1, bestRating: 5, alternateName: 'Contesté' },
  itemReviewed: { '@type': 'Claim', author: { name: 'Porte-parole' }, appearance: 'https://news.example.org/a' },
  ...more,
})
const read = (doc: unknown): ReviewIn => {
  const it = readClaimReview(doc)
  if (!it.ok) throw new Error(`refused: ${it.reason}`)
  return it.review
}
const refusal = (doc: unknown) => {
  const it = readClaimReview(doc)
  return it.ok ? null : it.reason
}

test('what is missing stays missing: no rating, publisher, language or date is made up', () => {
  const { claimReviewed, url } = record()
  expect(read({ '@type': 'ClaimReview', claimReviewed, url })).toMatchObject({
    ...{ ratingWords: null, score: null, publisherName: null, publisherUrl: null, language: null, datePublished: null },
    warnings: ['no_claim_described', 'no_publisher', 'no_rating'],
  })
})

test('strings stand for things, and lists for one', () => {
  const odd = record({ author: 'Desk', reviewRating: 'Faux', url: ['https://checker.example.org/c/9'] })
  expect(read(odd)).toMatchObject({
    publisherName: 'Desk',
    ratingWords: 'Faux',
    url: 'https://checker.example.org/c/9',
  })
})

test('their words for the rating are kept letter for letter', () => {
  const reviewRating = { alternateName: ' Plutôt FAUX\u00a0! ' }
  expect(read(record({ reviewRating })).ratingWords).toBe(' Plutôt FAUX\u00a0! ')
})

test('a number out of its own scale says nothing', () => {
  const reviewRating = { ratingValue: 9, worstRating: 1, bestRating: 5, alternateName: 'Neuf' }
  expect(read(record({ reviewRating }))).toMatchObject({ score: null, warnings: ['rating_not_read'] })
})

test('the same review is known by its address and claim, whatever was hung on the address', () => {
  const same = ['http://checker.example.org/c/1/?utm_source=x', 'https://checker.example.org/c/1'].map(
    (url) => read(record({ url })).key,
  )
  expect(same[0]).toBe(same[1])
  expect(read(record({ url: 'https://checker.example.org/c/1#2' })).key).not.toBe(same[0])
  expect(read(record({ claimReviewed: 'Autre chose' })).key).not.toBe(same[0])
})

test('an hour without a zone keeps its day only, and no such day is no date', () => {
  expect(read(record({ datePublished: '2019-01-23T14:22:00' })).datePublished).toBe('2019-01-23')
  expect(read(record({ datePublished: '2019-02-30' }))).toMatchObject({
    datePublished: null,
    warnings: ['date_not_read'],
  })
})

test('addresses that are no web addresses are no addresses', () => {
  expect(refusal(record({ url: 'javascript:alert(1)' }))).toBe('no_url')
  expect(read(record({ author: { name: 'X', url: 'data:text/html,hi' } })).publisherUrl).toBeNull()
})

test('something a hundred thousand levels deep is refused, and everything else that is no review', () => {
  let deep: unknown = 'x'
  for (let i = 0; i < 100_000; i++) deep = { a: deep }
  expect(refusal(record({ customThing: deep }))).toBe('too_deep')
  for (const it of [null, 3, 'ClaimReview', [], {}, { '@type': 'Review' }])
    expect(refusal(it)).toBe('not_a_claim_review')
})

test('tags go, entities are read once, and signs that are no tags stay', () => {
  expect(plainText('1 < 2 &amp;lt;b&gt; <b class="x">fort</b> &eacute;t&#233; &unknown;')).toBe(
    '1 < 2 &lt;b> fort été &unknown;',
  )
  expect(plainText('a\0b\ud800')).toBe('ab\ufffd')
})

test('lines of nothing but openings are read to their end', () => {
  for (const piece of ['<script', '<!--', '&#', '<a ', '</'])
    expect(plainText(piece.repeat(20_000 / piece.length)).length).toBeLessThanOrEqual(20_000)
  expect(refusal(record({ claimReviewed: 'x'.repeat(20_001) }))).toBe('too_long')
})

const EDGES = '../shared/data/claimreview/claimreview_edge_cases.jsonl'
type Edge = { case: string; expect: string; doc: Record<string, unknown> | null }
const edges: Edge[] = existsSync(EDGES)
  ? readFileSync(EDGES, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Edge)
  : []

/** What each sentence of `expect` means, in the order in which they are tried. */
const MEANINGS: readonly [RegExp, (review: ReviewIn, edge: Edge) => void][] = [
  [/score 0\.5/, ({ score }) => expect(score).toBe(0.5)],
  [/score 0\.0/, ({ score }) => expect(score).toBe(0)],
  [/score null/, ({ score }) => expect(score).toBeNull()],
  [/never 35/, ({ score }) => expect(score).toBe(0.625)],
  [/warn inverted/, ({ warnings }) => expect(warnings).toContain('inverted_scale')],
  [/label kept/, ({ ratingWords }) => expect(ratingWords).toMatch(/^(?:Not really, charts say|Half True)$/)],
  [/first label|label 'Faux'/, ({ ratingWords }) => expect(ratingWords).toBe('Faux')],
  [/lang fr/, ({ language }) => expect(language).toBe('fr')],
  [/1 appearance/, ({ appearances }) => expect(appearances).toEqual(['https://news.example.org/a'])],
  [/dedup/, ({ appearances }) => expect(appearances).toHaveLength(2)],
  [/2 claimants/, ({ claimants }) => expect(claimants).toEqual(['AQMI', 'MUJAO'])],
  [/\+ warn \(recommended/, ({ warnings }) => expect(warnings).toEqual(['no_claim_described'])],
  [/import \+ warn$/, ({ warnings }) => expect(warnings).toEqual(['claim_after_review'])],
  [/null \+ warn/, (it) => expect([it.datePublished, it.warnings]).toEqual([null, ['date_not_read']])],
  [/2017-03-01T20:30:17Z/, ({ datePublished }) => expect(datePublished).toBe('2017-03-01T20:30:17Z')],
  [/as text; tags never/, ({ claim }) => expect(claim).toBe("L’armée malienne s'est retirée")],
  [/out of the page’s|out of the page's/, ({ claim }) => expect(claim).not.toContain('<')],
  [/unchanged|full text|code points/, ({ claim }, { doc }) => expect(claim).toBe(doc?.claimReviewed)],
  [/not re-publishable/, ({ isRepublishable }) => expect(isRepublishable).toBe(false)],
  [/upsert/, ({ key }) => expect(key).toBe(read(edges[0]?.doc).key)],
]
const mayBeRefused = /or reject|^reject/

describe.skipIf(edges.length === 0)('the sloppy and hostile records do what they are expected to', () => {
  test.each(edges.map((edge) => [edge.case, edge] as const))('%s', (_name, edge) => {
    if (/^reject/.test(edge.expect)) {
      expect(refusal(edge.doc)).not.toBeNull()
      return
    }
    const records = recordsOf(edge.doc)
    expect(records).toHaveLength(/as two/.test(edge.expect) ? 2 : 1)
    const keys = new Set<string>()
    for (const it of records) {
      const result = readClaimReview(it)
      if (!result.ok) {
        expect(edge.expect).toMatch(mayBeRefused)
        continue
      }
      keys.add(result.review.key)
      for (const [words, check] of MEANINGS) if (words.test(edge.expect)) check(result.review, edge)
    }
    if (/as two/.test(edge.expect)) expect(keys.size).toBe(2)
  })
})
