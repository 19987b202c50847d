import { describe, expect, test } from 'vitest'
import { CodePoints, foldedOccurrencesOf, locate, occurrencesOf, quoteAt } from '@/lib/domain/quote'
import { codePointLength } from '@/lib/domain/text'
import { dice } from '@/tests/support/random'

const ROUNDS = 300

describe('code points', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 2],
    ['😀', 1],
    ['a😀b𝒜', 4],
    ['👩‍👩‍👧', 5],
    ['🇲🇱', 2],
  ])('%j is %i long', (text, length) => {
    expect(new CodePoints(text).length).toBe(length)
    expect(codePointLength(text)).toBe(Array.from(text).length)
  })

  test.each([
    ['a😀bc', 1, 2, '😀'],
    ['a😀bc', 2, 4, 'bc'],
    ['abc', 0, 3, 'abc'],
    ['😀😀😀', 1, 1, ''],
    ['😀b', 1, 99, 'b'],
  ])('%j from %i to %i is %j', (text, start, end, slice) => {
    expect(new CodePoints(text).slice(start, end)).toBe(slice)
  })

  test('cutting anywhere and joining again gives the text back, whatever it is made of', () => {
    const { below, text } = dice(1)
    for (let round = 0; round < ROUNDS; round++) {
      const points = new CodePoints(text(below(60)))
      const cut = below(points.length + 1)
      expect(points.slice(0, cut) + points.slice(cut, points.length)).toBe(points.text)
      expect(points.placeOf(points.slice(0, cut).length)).toBe(cut)
    }
  })
})

describe('the anchor of a span', () => {
  test('keeps the words, and at most 32 code points on each side', () => {
    const text = new CodePoints(`${'😀'.repeat(40)}Konna${'é'.repeat(40)}`)
    expect(quoteAt(text, { start: 40, end: 45 })).toEqual({
      exact: 'Konna',
      prefix: '😀'.repeat(32),
      suffix: 'é'.repeat(32),
      start: 40,
    })
  })

  test('keeps less at the edges of the text', () => {
    expect(quoteAt(new CodePoints('Oui.'), { start: 0, end: 3 })).toEqual({
      exact: 'Oui',
      prefix: '',
      suffix: '.',
      start: 0,
    })
  })

  test('is found again where it was, for every span of every text', () => {
    const { below, text } = dice(2)
    for (let round = 0; round < ROUNDS; round++) {
      const points = new CodePoints(text(1 + below(80)))
      const start = below(points.length)
      const span = { start, end: start + 1 + below(points.length - start) }
      expect(locate(points, quoteAt(points, span))).toEqual(span)
    }
  })

  test('is found again, and is the same words, after text was put before it', () => {
    const { below, text } = dice(3)
    for (let round = 0; round < ROUNDS; round++) {
      const points = new CodePoints(text(40 + below(80)))
      const start = below(points.length)
      const quote = quoteAt(points, { start, end: start + 1 + below(points.length - start) })
      const later = new CodePoints(text(1 + below(10)) + points.text)
      const span = locate(later, quote)
      if (span) expect(later.slice(span.start, span.end)).toBe(quote.exact)
    }
  })
})

describe('locate', () => {
  const text = new CodePoints('Kona est prise. À Kona 😀, on fuit. Konna résiste.')
  const quote = (more: object) => ({ exact: 'Kona', prefix: '', suffix: '', start: 0, ...more })
  const cases: Record<string, [object, { start: number; end: number } | null]> = {
    'takes the place it was last seen at, when the words are there': [{ start: 18 }, { start: 18, end: 22 }],
    'takes the place its context names, when they moved': [
      { prefix: 'À ', suffix: ' 😀', start: 3 },
      { start: 18, end: 22 },
    ],
    'takes the only place there is': [
      { exact: 'Konna', start: 0 },
      { start: 35, end: 40 },
    ],
    'does not choose between two places': [{ start: 5 }, null],
    'does not choose between two places when the context is gone': [{ prefix: 'de ', suffix: ' à', start: 5 }, null],
    'finds nothing that is not there letter for letter': [{ exact: 'kona', start: 0 }, null],
    'finds no empty words': [{ exact: '', start: 0 }, null],
    'is not misled by a start beyond the end': [
      { exact: 'Konna', start: 999 },
      { start: 35, end: 40 },
    ],
  }
  test.each(Object.entries(cases))('%s', (_sentence, [more, span]) => {
    expect(locate(text, quote(more))).toEqual(span)
  })

  test('does not choose between two places whose context is the same', () => {
    const repeated = new CodePoints('x. Il a dit oui. Il a dit oui. y')
    expect(locate(repeated, { exact: 'dit', prefix: 'Il a ', suffix: ' oui', start: 0 })).toBeNull()
  })
})

describe('occurrences', () => {
  test('are every place, overlapping ones too, in code points', () => {
    expect(occurrencesOf(new CodePoints('😀ana ana'), 'ana').map(({ start }) => start)).toEqual([1, 5])
    expect(occurrencesOf(new CodePoints('aaaa'), 'aa').map(({ start }) => start)).toEqual([0, 1, 2])
    expect(occurrencesOf(new CodePoints('abc'), '')).toEqual([])
  })

  test('each hold exactly the words, wherever they are', () => {
    const { below, text } = dice(4)
    for (let round = 0; round < ROUNDS; round++) {
      const points = new CodePoints(text(50))
      const words = points.slice(10, 11 + below(3))
      const found = occurrencesOf(points, words)
      expect(found.length).toBeGreaterThan(0)
      for (const { start, end } of found) expect(points.slice(start, end)).toBe(words)
    }
  })
})

describe('folded occurrences', () => {
  test.each([
    ['l’armée', "l'armée", 0],
    ["l'armée", 'l’armée', 0],
    ['il dit “non”', '"non"', 7],
    ['dix\u00a0000 hommes', 'dix 000', 0],
    ['😀 dix\u202f000', 'dix 000', 2],
  ])('%j holds %j when quotes and spaces are folded', (text, words, start) => {
    expect(foldedOccurrencesOf(new CodePoints(text), words)[0]?.start).toBe(start)
  })

  test.each([
    ['armée', 'Armée'],
    ['armée', 'armee'],
    ['a  b', 'a b'],
  ])('%j does not hold %j', (text, words) => {
    expect(foldedOccurrencesOf(new CodePoints(text), words)).toEqual([])
  })
})
