import { describe, expect, test } from 'vitest'
import { count, day, directionOf, languageName, machineDate, moment, number, vagueDate } from '@/lib/i18n/format'

describe('a vague date', () => {
  test.each([
    ['2013-01-10', '10 janvier 2013', '10 January 2013'],
    ['2013-01-01', '1er janvier 2013', '1 January 2013'],
    ['2013-01', 'janvier 2013', 'January 2013'],
    ['2013', '2013', '2013'],
    ['2013-01-20~', 'vers 20 janvier 2013', 'about 20 January 2013'],
    ['2013-01-20?', '20 janvier 2013 (incertain)', '20 January 2013 (uncertain)'],
    ['2013-01-09/2013-01-10', '9 janvier 2013 – 10 janvier 2013', '9 January 2013 – 10 January 2013'],
    ['../2013-01-10', 'jusqu’à 10 janvier 2013', 'until 10 January 2013'],
    ['2013-01/..', 'depuis janvier 2013', 'from January 2013'],
    ['2013-01-XX', 'janvier 2013', 'January 2013'],
    ['201X', 'années 2010', '2010s'],
    ['2013-21', '2013-21', '2013-21'],
  ])('%s reads %s and %s', (edtf, fr, en) => {
    expect(vagueDate('fr', { edtf })).toBe(fr)
    expect(vagueDate('en', { edtf })).toBe(en)
  })
  test('says so when nothing is known', () => expect(vagueDate('fr', { edtf: null })).toBe('date inconnue'))
  test('gives machines only what it knows', () => {
    expect(machineDate({ edtf: '2013-01' })).toBe('2013-01')
    expect(machineDate({ edtf: '2013-01~' })).toBeUndefined()
  })
})

describe('figures and moments', () => {
  const forms = { one: 'origine', other: 'origines' }
  test('zero is singular in French and plural in English', () => {
    expect(count('fr', 0, forms)).toBe('0 origine')
    expect(count('en', 0, { one: 'origin', other: 'origins' })).toBe('0 origins')
  })
  test('thousands take a narrow no-break space in French', () => expect(number('fr', 3602)).toBe('3\u202f602'))
  test('are in UTC, whatever the clock of the machine', () => {
    expect(day('en', '2026-03-14T23:59:00Z')).toBe('14 March 2026')
    expect(moment('fr', '2026-03-14T09:12:07Z')).toBe('14 mars 2026 à 09 h 12 UTC')
  })
})

describe('a language', () => {
  test('is named in the language of the reader, or shown as written', () => {
    expect(languageName('fr', 'bm')).toBe('bambara')
    expect(languageName('en', '??')).toBe('??')
  })
  test('is written from the right when its script is', () => {
    expect(['ar', 'ff-Adlm', 'he-IL'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl'])
    expect(['fr', 'ar-Latn', 'ff', null].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr'])
  })
})
