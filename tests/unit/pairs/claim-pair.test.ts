import { expect, test } from 'vitest'
import { comparePair, keysOf, slotsOf } from '@/lib/domain/claim-pair'

const claim = (fr: string, days: [string, string] | null = null) =>
  slotsOf({ id: fr, fr, en: null, from: days?.[0] ?? null, to: days?.[1] ?? null })
const shareKeys = (a: ReturnType<typeof claim>, b: ReturnType<typeof claim>) => {
  const keys = new Set(keysOf(a))
  return keysOf(b).some((key) => keys.has(key))
}

test('one thing with another number is a conflict, with both numbers in the reason', () => {
  const a = claim('Les combats de Kona ont fait 12 morts dans la ville.')
  const b = claim('Les combats de Konna ont fait vingt morts dans la ville.')
  expect(shareKeys(a, b)).toBe(true)
  expect(comparePair(a, b)).toMatchObject({
    rule: 'other_number',
    value: {
      kind: 'conflict',
      type: 'number',
      quotes: ['12 morts', 'vingt morts'],
      why: { en: expect.stringContaining('12 morts') },
    },
  })
})

test('“at least ten” and “twelve” agree: the same claim, no conflict', () => {
  const a = claim('Les combats de Konna ont fait au moins 10 morts dans la ville.')
  const b = claim('Les combats de Konna ont fait 12 morts dans la ville.')
  expect(comparePair(a, b)).toMatchObject({ value: { kind: 'match' } })
})

test('the day of a month counts nothing', () => {
  const a = claim('Les combats de Konna ont commencé le 9 janvier dans la ville.')
  const b = claim('Les combats de Konna ont commencé le 10 janvier dans la ville.')
  expect(comparePair(a, b)).toMatchObject({ value: { kind: 'match' } })
})

test('claims about different days are not compared, however alike', () => {
  const a = claim('Les combats de Konna ont fait 12 morts.', ['2013-01-10', '2013-01-10'])
  const b = claim('Les combats de Konna ont fait 20 morts.', ['2013-02-10', '2013-02-10'])
  expect([shareKeys(a, b), comparePair(a, b)]).toEqual([false, null])
})

test('days of two neighbouring weeks still meet', () => {
  const a = claim('La gare de Bamako est fermée.', ['2013-01-09', '2013-01-09'])
  const b = claim('La gare de Bamako est fermée.', ['2013-01-10', '2013-01-10'])
  expect(shareKeys(a, b)).toBe(true)
})

test('words in common without a name in common are nothing', () => {
  expect(
    comparePair(
      claim('La ville est tombée aux mains des rebelles.'),
      claim('La ville est tombée aux mains des rebelles.'),
    ),
  ).toBeNull()
})

test('a claim has a bounded number of keys, and hostile text is read in linear time', () => {
  expect(keysOf(claim('Aaa Bbb Ccc Ddd Eee Fff Ggg '.repeat(500))).length).toBeLessThan(200)
  const from = performance.now()
  claim(`${'1 '.repeat(100_000)}${'Aa-'.repeat(100_000)}`)
  expect(performance.now() - from).toBeLessThan(2_000)
})
