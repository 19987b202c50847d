import { describe, expect, test } from 'vitest'
import { agreementFigures, krippendorffAlpha, type Reading, TOO_FEW } from '@/lib/domain/agreement'
import type { RatingCode } from '@/lib/domain/rating'

/** Rows are readers, columns are units, as the examples are printed; a dot is a missing value. */
const unitsOf = (...readers: string[]): (number | null)[][] => {
  const rows = readers.map((row) => row.split(' ').map((it) => (it === '.' ? null : Number(it))))
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? null))
}

describe('Krippendorff’s alpha, against Krippendorff (2011), "Computing Krippendorff’s Alpha-Reliability"', () => {
  test('B. nominal data, two observers, no missing data: 0.692', () => {
    // Its example B: values a to e of twelve units, written 1 to 5.
    const units = unitsOf('1 1 2 2 4 3 3 3 5 4 4 1', '2 1 2 2 2 3 3 3 5 4 4 4')
    expect(krippendorffAlpha(units, 'nominal')).toBeCloseTo(0.692, 3)
  })
  test('A. binary data, two observers: 0.095', () => {
    const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
    expect(krippendorffAlpha(units, 'nominal')).toBeCloseTo(0.095, 3)
  })
  const four = unitsOf(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  )
  test('C. four observers, twelve units, missing data: nominal 0.743, ordinal 0.815', () => {
    expect(krippendorffAlpha(four, 'nominal')).toBeCloseTo(0.743, 3)
    expect(krippendorffAlpha(four, 'ordinal')).toBeCloseTo(0.815, 3)
  })
  test('does not depend on the order of readers or of units, nor on units that one reader rated alone', () => {
    const turned = [...four].reverse().map((unit) => [...unit].reverse())
    for (const metric of ['nominal', 'ordinal'] as const) {
      expect(krippendorffAlpha(turned, metric)).toBeCloseTo(krippendorffAlpha(four, metric) as number, 12)
      expect(krippendorffAlpha([...four, [5], [null, 2, null]], metric)).toBe(krippendorffAlpha(four, metric))
    }
  })
  test('is 1 when everybody agrees, below 0 when they disagree on purpose', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
          [3, 3, 3],
        ],
        'ordinal',
      ),
    ).toBe(1)
    expect(
      krippendorffAlpha(
        [
          [1, 2],
          [2, 1],
          [1, 2],
        ],
        'nominal',
      ),
    ).toBeLessThan(0)
  })
  test('is not defined where there is nothing to pair or nothing varies', () => {
    for (const metric of ['nominal', 'ordinal'] as const) {
      expect(krippendorffAlpha([], metric)).toBeNull()
      expect(krippendorffAlpha([[1], [2, null]], metric)).toBeNull()
      expect(
        krippendorffAlpha(
          [
            [4, 4],
            [4, 4],
          ],
          metric,
        ),
      ).toBeNull()
    }
  })
})

describe('the figures of a newsroom', () => {
  const read = (unit: number, reader: string, rating: RatingCode): Reading => ({ unit: `C${unit}`, reader, rating })
  const both = (unit: number, a: RatingCode, b: RatingCode) => [read(unit, 'awa', a), read(unit, 'bou', b)]

  test('say nothing below five claims, and something from five on', () => {
    const some = (n: number) =>
      agreementFigures(Array.from({ length: n }, (_, i) => both(i, i % 2 ? 'true' : 'false', 'true')).flat())
    expect(some(TOO_FEW - 1)).toMatchObject({ units: 4, nominal: null, ordinal: null })
    expect(some(TOO_FEW).nominal).not.toBeNull()
    expect(some(TOO_FEW).perPair[0]).toMatchObject({ units: 5, same: 2 })
  })
  test('keep ratings off the truth axis for the nominal figure and leave them out of the ordinal one', () => {
    const figures = agreementFigures([
      ...both(1, 'true', 'true'),
      ...both(2, 'false', 'mostly_false'),
      ...both(3, 'half_true', 'half_true'),
      ...both(4, 'mostly_true', 'true'),
      ...both(5, 'false', 'false'),
      ...both(6, 'disputed', 'unproven'),
      ...both(7, 'disputed', 'true'),
    ])
    expect(figures).toMatchObject({ units: 7, ordinalUnits: 5, unanimous: 3, differing: ['C2', 'C4', 'C6', 'C7'] })
    expect(figures.ordinal).toBeCloseTo(
      krippendorffAlpha(
        [
          [5, 5],
          [1, 2],
          [3, 3],
          [4, 5],
          [1, 1],
        ],
        'ordinal',
      ) as number,
      12,
    )
    expect(figures.ordinal ?? 0).toBeGreaterThan(figures.nominal ?? 1)
  })
  test('count a rating as shared when another reader of the same claim gave it too', () => {
    const { perRating } = agreementFigures([
      ...both(1, 'true', 'true'),
      ...both(2, 'true', 'disputed'),
      read(2, 'cheick', 'disputed'),
    ])
    expect(perRating).toEqual([
      { rating: 'true', given: 3, shared: 2 / 3 },
      { rating: 'disputed', given: 2, shared: 0.5 },
    ])
  })
  test('take a reader’s first rating of a claim, and every two readers who met', () => {
    const figures = agreementFigures([
      read(1, 'awa', 'true'),
      read(1, 'awa', 'false'),
      read(1, 'bou', 'true'),
      read(1, 'cheick', 'false'),
      read(2, 'awa', 'true'),
    ])
    expect(figures).toMatchObject({ units: 1, readings: 3, unanimous: 0 })
    expect(figures.perPair.map(({ readers, same }) => [readers.join(), same])).toEqual([
      ['awa,bou', 1],
      ['awa,cheick', 0],
      ['bou,cheick', 0],
    ])
  })
})
