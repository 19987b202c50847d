import { describe, expect, test } from 'vitest'
import { readClaimReview } from '@/lib/domain/claim-review-in'
import { formatOf, textOfFile } from '@/lib/domain/import-format'
import { matchReviews } from '@/lib/domain/match-reviews'
import { type ReviewSubstance, reviewChanges } from '@/lib/domain/review-changes'
import { reviewsInFile } from '@/lib/domain/review-file'

const review = '{"@type":"ClaimReview","url":"https://checker.example.org/1","claimReviewed":"x"}'

describe('what a file is', () => {
  test.each([
    [review, 'claimreview'],
    [`<script type="application/ld+json">${review}</script>\n`, 'claimreview'],
    ['{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[]}', 'claimreview'],
    ['{"claim":"x"}\n{"claim":"y"}', 'jsonl'],
    ['id;statement_fr\n1;Kona est tombée', 'csv'],
    ['<!DOCTYPE html><title>x</title>', 'html'],
    ['Les islamistes ont pris Kona, jeudi.\nL’armée dément.', 'text'],
  ])('%s is %s', (text, format) => {
    expect(formatOf(text)).toBe(format)
  })

  test('bytes that are no text are refused with a reason, not guessed at', () => {
    expect(textOfFile(Buffer.from('été'))).toEqual({ ok: true, text: 'été' })
    expect(textOfFile(Buffer.from('\ufeffété', 'utf16le'))).toEqual({ ok: true, text: 'été' })
    expect(textOfFile(Buffer.from('été', 'latin1'))).toEqual({ ok: false, reason: 'not_utf8' })
    expect(textOfFile(Buffer.from('a\0b'))).toEqual({ ok: false, reason: 'binary' })
    expect(textOfFile(Buffer.from(' \n'))).toEqual({ ok: false, reason: 'empty' })
  })
})

describe('the reviews of a file', () => {
  test('lines of script and lines of JSON are a whole snapshot, a line that is neither is told by its number', () => {
    expect(reviewsInFile(`<script type="application/ld+json">${review}</script>\n\n${review}\r\n`)).toMatchObject({
      records: [{ row: 1 }, { row: 3 }],
      broken: [],
      isSnapshot: true,
    })
    expect(reviewsInFile(`${review}\n{"@type":\n`)).toMatchObject({ records: [{ row: 1 }], broken: [2] })
  })

  test('a file with a broken line, and a single review, say nothing about what they lack', () => {
    expect(reviewsInFile(`${review}\n{"@type":\n`).isSnapshot).toBe(false)
    expect(reviewsInFile(review).isSnapshot).toBe(false)
  })

  test('a feed gives each item, whether it holds one, many or none', () => {
    const feed = { '@type': 'DataFeed', dataFeedElement: [{ item: [{}, null] }, { item: null }, { item: {} }] }
    const { records, isSnapshot } = reviewsInFile(JSON.stringify(feed))
    expect(records.map(({ row }) => row)).toEqual([1, 2])
    expect(isSnapshot).toBe(true)
  })
})

describe('a later record', () => {
  const ours: ReviewSubstance = {
    claim: 'L’armée a repris Kona',
    ratingWords: 'Plutôt faux',
    score: 0.25,
    claimants: ['A', 'B'],
    claimDate: '2013-01-10',
  }
  test('that differs in apostrophes, case, order and the hour says the same', () => {
    const theirs = { ...ours, claim: "L'armée a repris  Kona", ratingWords: 'PLUTÔT FAUX', claimants: ['b', 'A'] }
    expect(reviewChanges(ours, { ...theirs, claimDate: '2013-01-10T09:00:00Z' })).toEqual([])
  })

  test('that leaves something out changes nothing of ours', () => {
    expect(reviewChanges(ours, { ...ours, ratingWords: null, score: null, claimants: [], claimDate: null })).toEqual([])
  })

  test('that says otherwise is told field by field, with both sides', () => {
    const theirs = {
      claim: 'L’armée a perdu Kona',
      ratingWords: 'Vrai',
      score: 1,
      claimants: ['A'],
      claimDate: '2013-01-11',
    }
    expect(reviewChanges(ours, theirs)).toEqual([
      { field: 'claim', before: ours.claim, after: theirs.claim },
      { field: 'verdict', before: 'Plutôt faux', after: 'Vrai' },
      { field: 'score', before: '0.25', after: '1' },
      { field: 'claimant', before: 'A; B', after: 'A' },
      { field: 'claim_date', before: '2013-01-10', after: '2013-01-11' },
    ])
  })
})

describe('a review whose claim was reworded', () => {
  const at = (claim: string) => ({ id: claim, reviewKey: `https://checker.example.org/1\n${claim}` })
  test('is the one of its address when one of each is left', () => {
    const [same, reworded] = [at('a'), at('c')]
    const found = matchReviews([same, reworded], [at('a'), at('b')])
    expect([found.get(same)?.id, found.get(reworded)?.id]).toEqual(['a', 'b'])
  })
  test('is not guessed among several', () => {
    expect(matchReviews([at('c')], [at('a'), at('b')]).size).toBe(0)
    expect(matchReviews([at('c'), at('d')], [at('a')]).size).toBe(0)
  })
})

test('a claim of the year 2106 keeps its date, with a warning, beside a review date or without', () => {
  const doc = { ...JSON.parse(review), itemReviewed: { '@type': 'Claim', datePublished: '2106-11-08' } }
  const warnings = (it: unknown) => {
    const read = readClaimReview(it, '2026-11-26')
    return read.ok ? [read.review.claimDate, ...read.review.warnings.filter((w) => w.startsWith('claim_'))] : []
  }
  expect(warnings(doc)).toEqual(['2106-11-08', 'claim_date_ahead'])
  expect(warnings({ ...doc, datePublished: '2016-11-28' })).toEqual(['2106-11-08', 'claim_after_review'])
})
