import { describe, expect, test, vi } from 'vitest'
import { asksNothing, cursorText, narrowed, readCursor, readSearch } from '@/lib/domain/search-query'
import { strangeQuestions } from '@/tests/support/strange-questions'

// Twenty thousand questions take seconds where other work runs beside.
vi.setConfig({ testTimeout: 60_000 })

const words = (typed: string) => readSearch(typed).terms.map((it) => it.words)
const filters = (typed: string) => readSearch(typed).filters.map((it) => `${it.isNot ? '-' : ''}${it.key}=${it.value}`)
const missed = (typed: string) => readSearch(typed).notUnderstood.map((it) => `${it.why}: ${it.text}`)

describe('a question', () => {
  test('is words, each to be found', () => expect(words('prise  de\u00a0Kona')).toEqual(['prise', 'de', 'Kona']))

  test.each(['"prise de Kona" ville', '« prise de Kona » ville', '“prise de Kona” ville'])(
    '%s has a phrase',
    (typed) => {
      expect(readSearch(typed).terms).toEqual([
        { words: 'prise de Kona', isPhrase: true, isStart: false },
        { words: 'ville', isPhrase: false, isStart: false },
      ])
    },
  )

  test('has words and phrases that must not be there', () => {
    const read = readSearch('Kona -Gao -"selon le Figaro" - ville')
    expect(read.without).toEqual(['Gao', 'selon le Figaro'])
    expect(read.terms.map((it) => it.words)).toEqual(['Kona', 'ville'])
  })

  test('takes the beginning of a word', () =>
    expect(readSearch('empar* C*').terms).toEqual([
      { words: 'empar', isPhrase: false, isStart: true },
      { words: 'C*', isPhrase: false, isStart: false },
    ]))

  test('keeps a hyphen and an apostrophe within a word, and the address of a page', () => {
    expect(words("Saint-Denis l'armée https://example.org/x 10:30")).toEqual([
      'Saint-Denis',
      "l'armée",
      'https://example.org/x',
      '10:30',
    ])
    expect(missed('https://example.org 10:30')).toEqual([])
  })
})

describe('a filter', () => {
  test('is a word before a colon, with its value in quotation marks where it has blanks', () => {
    expect(filters('Kona source:afp verdict:"plutôt vrai" -place:gao event:« prise de Kona »')).toEqual([
      'source=afp',
      'verdict=plutôt vrai',
      '-place=gao',
      'event=prise de Kona',
    ])
    expect(words('Kona source:afp')).toEqual(['Kona'])
  })

  test('may be typed in French, in capitals and without accents', () =>
    expect(filters('Lieu:Konna ÉVÉNEMENT:x evenement:y année:2013')).toEqual([
      'place=Konna',
      'event=x',
      'event=y',
      'year=2013',
    ]))

  test.each([
    ['before:2013', '2013-01-01', null],
    ['avant:2013-01', '2013-01-01', null],
    ['before:2013-01-10 before:2012', '2012-01-01', null],
    ['after:2013', null, '2013-12-31'],
    ['après:2013-02', null, '2013-02-28'],
    ['after:2012 before:2014-06-01', '2014-06-01', '2012-12-31'],
  ])('%s is before the first day it may be, after the last', (typed, before, after) =>
    expect(readSearch(typed)).toMatchObject({ before, after, terms: [], notUnderstood: [] }),
  )

  test('can be taken away by itself', () => {
    expect(readSearch('Kona source:afp "la ville" before:2014').active).toEqual([
      { text: 'source:afp', without: 'Kona "la ville" before:2014' },
      { text: 'before:2014', without: 'Kona source:afp "la ville"' },
    ])
  })

  test('can be added, with marks around what has blanks, and not beyond the longest question', () => {
    const read = readSearch('Kona')
    expect(narrowed(read, 'source', 'afp')).toBe('Kona source:afp')
    expect(narrowed(read, 'place', 'a "b" c')).toBe('Kona place:"a b c"')
    expect(filters(narrowed(read, 'event', 'prise de Kona') ?? '')).toEqual(['event=prise de Kona'])
    expect(narrowed(readSearch('x'.repeat(195)), 'source', 'afp')).toBeNull()
  })
})

describe('what is not understood', () => {
  test.each([
    ['auteur:x', 'unknown_filter: auteur:x'],
    ['before:hier', 'bad_date: before:hier'],
    ['after:2013-02-31', 'bad_date: after:2013-02-31'],
    ['-before:2013', 'bad_date: -before:2013'],
    ['year:x', 'bad_date: year:x'],
    ['source:', 'no_value: source:'],
    ['source:""', 'no_value: source:""'],
    ['%', 'no_words: %'],
    ['-…', 'no_words: -…'],
  ])('%s is named with its reason', (typed, said) => expect(missed(typed)).toEqual([said]))

  test('as a filter is searched as words', () => expect(words('auteur:x')).toEqual(['auteur x']))
  test('leaves nothing to look for', () => expect(asksNothing(readSearch('% "" source:'))).toBe(true))
  test('beyond forty parts is left out, and said', () => {
    const read = readSearch('a '.repeat(60))
    expect(read.terms).toHaveLength(40)
    expect(read.notUnderstood).toHaveLength(20)
  })
  test('when it is too long is not looked at', () => {
    const read = readSearch('é'.repeat(201))
    expect(read.isTooLong).toBe(true)
    expect(asksNothing(read)).toBe(true)
    expect(readSearch('😀'.repeat(200)).isTooLong).toBe(false)
  })
})

test('twenty thousand strange questions are all read, and written as they are read again', () => {
  for (const typed of strangeQuestions(20_000)) {
    const read = readSearch(typed)
    expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/)
    expect(readSearch(read.text).terms, JSON.stringify(typed)).toEqual(read.terms)
    for (const { without } of read.active) readSearch(without)
  }
})

describe('a place in the results', () => {
  const read = readSearch('Kona')
  const at = { tier: 2, score: 123456, id: '0190d2a4-0000-7000-8000-000000000001' }
  test('is read as it was written', () => expect(readCursor(read, cursorText(read, at))).toEqual(at))
  test('is none of another question', () => expect(readCursor(readSearch('Gao'), cursorText(read, at))).toBeNull())
  test.each(['', '2.1.x.y', "1.1.' or 1=1", `9.1.${at.id}.abc`, '\u0000', 'a'.repeat(5_000)])('is not %j', (asked) =>
    expect(readCursor(read, asked)).toBeNull(),
  )
})
