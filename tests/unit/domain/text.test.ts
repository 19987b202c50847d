import { describe, expect, test } from 'vitest'
import { codePointLength, shadow, slugOf, textFault } from '@/lib/domain/text'
import { dice } from '@/tests/support/random'

describe('a text', () => {
  test.each([
    ['', 10, null],
    ['abc', 3, null],
    ['abcd', 3, 'too_long'],
    ['😀😀😀', 3, null],
    ['😀😀😀😀', 3, 'too_long'],
    ['a\u0000b', 10, 'nul_character'],
    ['a\ud800b', 10, 'lone_surrogate'],
    ['a\udc00', 10, 'lone_surrogate'],
    ['\udc00\ud800', 10, 'lone_surrogate'],
    ['a\u0007b', 10, 'control_character'],
    ['a\u007f', 10, 'control_character'],
    ['a\u0085', 10, 'control_character'],
    ['a\tb\r\nc', 10, null],
    ['\u00a0\u202f\u200d\ufeff', 10, null],
    ['\u0001\u0000', 10, 'nul_character'],
  ])('%j of at most %i code points: %s', (text, max, fault) => {
    expect(textFault(text, max)).toBe(fault)
  })

  test('is as long as PostgreSQL counts it', () => {
    const { below, text } = dice(5)
    for (let round = 0; round < 200; round++) {
      const it = text(below(50))
      expect(codePointLength(it)).toBe(Array.from(it).length)
    }
  })
})

test('the shadow is as long as the text, unit for unit, and a second folding changes nothing', () => {
  const { below, text } = dice(6)
  for (let round = 0; round < 200; round++) {
    const it = text(below(50))
    expect(shadow(it)).toHaveLength(it.length)
    expect(shadow(shadow(it))).toBe(shadow(it))
  }
})

describe('a slug', () => {
  test.each([
    ['La prise de Konna', 'la-prise-de-konna'],
    ['  L’armée, « à Sévaré » !  ', 'l-armee-a-sevare'],
    ['Œuvre et ÆGIS', 'oeuvre-et-aegis'],
    ['10 janvier 2013', '10-janvier-2013'],
    ['e\u0301te\u0301', 'ete'],
    ['', 'x'],
    ['…', 'x'],
    ['中文', 'x'],
    ['ﬁn', 'fin'],
  ])('of %j is %j', (words, slug) => {
    expect(slugOf(words)).toBe(slug)
  })

  test.each([
    ['aaa bbb ccc', 7, 'aaa-bbb'],
    ['aaa bbb ccc', 8, 'aaa-bbb'],
    ['aaa bbb ccc', 6, 'aaa'],
    ['aaa bbb ccc', 11, 'aaa-bbb-ccc'],
  ])('of %j in at most %i letters is cut at a word: %j', (words, max, slug) => {
    expect(slugOf(words, max)).toBe(slug)
  })

  test('of one word longer than it may be is the beginning of that word', () => {
    expect(slugOf('anticonstitutionnellement', 10)).toBe('anticonsti')
  })

  test('is always one that the database takes', () => {
    const { below, text, oneOf } = dice(7)
    for (let round = 0; round < 500; round++) {
      const words = Array.from({ length: below(20) }, () =>
        oneOf(['Konna', '-', '–', text(4), 'x'.repeat(below(30))]),
      ).join(' ')
      const max = 5 + below(40)
      const slug = slugOf(words, max)
      expect(slug, words).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(max)
    }
  })
})
