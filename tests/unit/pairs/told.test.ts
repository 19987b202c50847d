import { describe, expect, test } from 'vitest'
import { keysOf } from '@/lib/domain/claim-keys'
import { comparePair, slotsOf } from '@/lib/domain/claim-pair'
import { NOTHING_TOLD, type Told, type ToldPlace } from '@/lib/domain/told'
import { readVagueDate } from '@/lib/domain/vague-date'

/** What a passage says when it is dated by an EDTF expression. */
const on = (edtf: string, timeWords: string | null = null): Told => {
  const date = readVagueDate('date', { edtf, basis: 'stated' })
  if ('reason' in date) throw new Error(date.reason)
  return { ...NOTHING_TOLD, from: date.from, to: date.to, timeWords }
}
const at = (...places: ToldPlace[]): Told => ({ ...NOTHING_TOLD, places })
const place = (label: string, ...others: string[]): ToldPlace => ({
  ...{ fr: label, en: label, words: label, ids: [label, ...others] },
})
const about = (fr: string, told: Told, eventId: string | null = 'E1') =>
  slotsOf({ id: fr, fr, en: null, from: told.from, to: told.to, eventId, linkedPlaces: [], told })
const TAKEN = 'Les islamistes ont pris la ville de Konna.'
const SEIZED = 'Les islamistes se sont emparés de la ville de Konna.'
const found = (a: Told, b: Told) => comparePair(about(TAKEN, a), about(SEIZED, b)).map(({ rule }) => rule)

describe('two claims people linked to one event', () => {
  test.each([
    ['2013-01-10', '2013-01-12'],
    ['2013-01-10?', '2013-01-12~'],
    ['2013-01-08~/2013-01-10', '2013-01-12'],
    ['2013-01', '2013-03'],
    ['2013-01-10T18:00:00Z/2013-01-11T00:00:00Z', '2013-01-13'],
  ])('dated %s and %s are in conflict over the day, whichever comes first', (a, b) => {
    expect([found(on(a), on(b)), found(on(b), on(a))]).toEqual([['other_date'], ['other_date']])
  })

  test.each([
    ['2013-01-10?', '2013-01-08~/2013-01-10', 'the two overlap'],
    ['2013-01-10', '2013-01', 'one lies in the other'],
    ['2013-01-10', '2013-01-11', 'an evening is dated the day after by others'],
    ['2013-01-10/', '2013-01-12', 'an end is unknown'],
    ['2012-04~/..', '2011-01-12', 'an end is open'],
    ['../2013-01-10', '2013-01-12', 'a start is open'],
  ])('dated %s and %s are not: %s', (a, b) => {
    expect([found(on(a), on(b)), found(on(b), on(a))].flat()).not.toContain('other_date')
  })

  test('without a date on one side say nothing about days', () => {
    expect(found(on('2013-01-10'), NOTHING_TOLD)).not.toContain('other_date')
  })

  test('put at two places are in tension, and in none when the places may be one or one holds the other', () => {
    expect(found(at(place('Konna')), at(place('Sévaré')))).toEqual(['other_place'])
    expect(found(at(place('Konna')), at(place('Kona', 'Konna')))).not.toContain('other_place')
    expect(found(at(place('Konna', 'Mopti')), at(place('Borè', 'Mopti')))).not.toContain('other_place')
    expect(found(at(place('Konna')), at())).not.toContain('other_place')
  })

  test('may differ in both, and each is proposed', () => {
    const [a, b] = [
      { ...on('2013-01-10'), places: [place('Konna')] },
      { ...on('2013-01-15'), places: [place('Sévaré')] },
    ]
    expect(found(a, b)).toEqual(['other_date', 'other_place'])
  })

  test('of two classes, or in words that have nothing in common, are two happenings of it', () => {
    const [first, last] = [on('2013-01-10'), on('2013-01-18')]
    expect(comparePair(about(TAKEN, first), about('L’armée annonce son retrait de la ville de Konna.', last))).toEqual(
      [],
    )
    expect(comparePair(about(TAKEN, first), about('Le maire de Bamako reçoit les familles.', last))).toEqual([])
  })

  test('meet in the archive however far apart their days are', () => {
    const [a, b] = [about(TAKEN, on('2013-01-10')), about(SEIZED, on('2014-06-10'))]
    const held = new Set(keysOf(b).stored)
    expect(keysOf(a).sought.some((key) => held.has(key))).toBe(true)
    const undated = new Set(keysOf(about(SEIZED, NOTHING_TOLD)).stored)
    expect(keysOf(a).sought.some((key) => undated.has(key))).toBe(true)
  })
})

test('claims of two events are never compared by their days or places', () => {
  const [a, b] = [
    { ...on('2013-01-10'), places: [place('Konna')] },
    { ...on('2013-01-15'), places: [place('Sévaré')] },
  ]
  expect(comparePair(about(TAKEN, a, 'E1'), about(SEIZED, b, 'E2'))).toEqual([])
  expect(comparePair(about(TAKEN, a, null), about(SEIZED, b, null))).toEqual([])
})

test('the reason says both datings as a reader does, and the words are kept when both sides have some', () => {
  const [pair] = comparePair(
    about(TAKEN, on('2013-01-01', 'mardi')),
    about(SEIZED, on('2013-01-08/2013-01-10', 'en milieu de semaine')),
  )
  expect(pair?.value).toMatchObject({
    type: 'time',
    class: 'contradiction',
    quotes: ['mardi', 'en milieu de semaine'],
    why: {
      fr: expect.stringMatching(/^1er janvier 2013 d’un côté, 8–10 janvier 2013 de l’autre/),
      en: expect.stringMatching(/^1 January 2013 on one side, 8 – 10 January 2013 on the other/),
    },
  })
})
