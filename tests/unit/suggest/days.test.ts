import { describe, expect, test } from 'vitest'
import { areDisjoint, areOneDay, type Day, daysIn } from '@/lib/domain/suggest/days'

/** The one day of a few words. */
function day(words: string, published: string | null = null, language: 'fr' | 'en' = 'fr'): Day {
  const [found, ...others] = daysIn(words, { start: 0, end: words.length }, language, published)
  if (!found || others.length > 0) throw new Error(`not one day: ${words}`)
  return found
}
const FRIDAY = '2013-01-11'

describe('words that say when become an EDTF interval against the day of the text', () => {
  test.each([
    ['jeudi soir', '2013-01-10'],
    ['ce vendredi', '2013-01-11'],
    ['samedi', '2013-01-05'],
    ['hier', '2013-01-10'],
    ["aujourd'hui", '2013-01-11'],
    ['le 9 janvier', '2013-01-09'],
    ['mercredi 9 janvier', '2013-01-09'],
    ['le 1er janvier 2013', '2013-01-01'],
    ['le 30 décembre', '2012-12-30'],
    ['dans la nuit de mercredi à jeudi', '2013-01-09/2013-01-10'],
    ['dans la nuit de mercredi', '2013-01-09/2013-01-10'],
  ])('%s → %s', (words, edtf) => expect(day(words, FRIDAY).edtf).toBe(edtf))
  test.each([
    ['on Thursday evening', '2013-01-10'],
    ['Wednesday night', '2013-01-09/2013-01-10'],
    ['yesterday', '2013-01-10'],
    ['January 9', '2013-01-09'],
    ['January 10, 2013', '2013-01-10'],
    ['on 10 January 2013', '2013-01-10'],
    ['Thursday, January 10', '2013-01-10'],
  ])('%s → %s', (words, edtf) => expect(day(words, FRIDAY, 'en').edtf).toBe(edtf))
  test('a full date needs no day of the text', () => {
    expect(day('le 10 janvier 2013').edtf).toBe('2013-01-10')
    expect(day('le 29 février 2012').edtf).toBe('2012-02-29')
  })
  test.each([
    ...[
      'depuis jeudi',
      "jusqu'à jeudi",
      'avant le 9 janvier',
      'au 10 janvier',
      '10-12 janvier',
      'le 31 février',
      '45 janvier',
    ],
    ...['la veille', 'le mois dernier', 'jeudi à samedi', 'en 2012'],
  ])('%s says of no day that it is the one', (words) => {
    for (const it of daysIn(words, { start: 0, end: words.length }, 'fr', FRIDAY))
      expect([it.edtf, it.weekdays, it.ofYear]).toEqual([null, null, null])
  })
  test('“last Thursday” is some Thursday: its week is anybody’s guess', () => {
    expect(day('last Thursday', FRIDAY, 'en')).toMatchObject({ edtf: null, weekdays: [4] })
    expect(day('jeudi prochain', FRIDAY)).toMatchObject({ edtf: null, weekdays: [4] })
  })
})

describe('two days have nothing in common', () => {
  test.each([
    ['jeudi', 'vendredi', null],
    ['jeudi', 'le 11 janvier 2013', null],
    ['le 9 janvier', 'le 10 janvier', null],
    ['le 9 janvier', 'le 10 janvier 2013', null],
    ['jeudi', 'le 8 janvier', FRIDAY],
    ['hier', 'mercredi', FRIDAY],
    ['jeudi dernier', 'vendredi', FRIDAY],
  ])('%s and %s (text of %s)', (a, b, published) => {
    expect(areDisjoint(day(a, published), day(b, published))).toBe(true)
    expect(areDisjoint(day(b, published), day(a, published))).toBe(true)
  })
  test.each([
    ['jeudi', 'jeudi soir', null],
    ['jeudi', 'le 10 janvier 2013', null],
    ['jeudi', 'le 9 janvier', null],
    ['hier', 'jeudi', null],
    ['dans la nuit de jeudi à vendredi', 'vendredi', null],
    ['dans la nuit de jeudi', 'vendredi matin', FRIDAY],
    ['jeudi', 'le 10 janvier', FRIDAY],
    ['depuis mardi', 'jeudi', FRIDAY],
    ['jeudi dernier', 'le 10 janvier', FRIDAY],
  ])('but %s and %s (text of %s) may be one', (a, b, published) => {
    expect(areDisjoint(day(a, published), day(b, published))).toBe(false)
    expect(areDisjoint(day(b, published), day(a, published))).toBe(false)
  })
  test('one day is said of both, not merely possible', () => {
    expect(areOneDay(day('jeudi'), day('jeudi soir'))).toBe(true)
    expect(areOneDay(day('jeudi', FRIDAY), day('le 10 janvier', FRIDAY))).toBe(true)
    expect(areOneDay(day('jeudi'), day('le 9 janvier'))).toBe(false)
    expect(areOneDay(day('dans la nuit de jeudi', FRIDAY), day('jeudi', FRIDAY))).toBe(false)
  })
})
