import { expect, test } from 'vitest'
import { keysOf } from '@/lib/domain/claim-keys'
import { type ClaimToCompare, comparePair, slotsOf } from '@/lib/domain/claim-pair'
import { NOTHING_TOLD } from '@/lib/domain/told'

const bare = (fr: string, more: Partial<ClaimToCompare> = {}): ClaimToCompare => ({
  ...{ id: fr, fr, en: null, from: null, to: null, eventId: null, linkedPlaces: [], told: NOTHING_TOLD },
  ...more,
})
const claim = (fr: string, days: [string, string] | null = null) =>
  slotsOf(bare(fr, { from: days?.[0] ?? null, to: days?.[1] ?? null }))
type Claim = ReturnType<typeof claim>
/** Whether the second is found when the first is compared with the archive, and the other way round. */
const shareKeys = (a: Claim, b: Claim) => {
  const finds = (one: Claim, other: Claim) => {
    const held = new Set(keysOf(other).stored)
    return keysOf(one).sought.some((key) => held.has(key))
  }
  expect(finds(a, b)).toBe(finds(b, a))
  return finds(a, b)
}

test('one thing with another number is a conflict, with both numbers in the reason', () => {
  const a = claim('Les combats de Kona ont fait 12 morts dans la ville.')
  const b = claim('Les combats de Konna ont fait vingt morts dans la ville.')
  expect(shareKeys(a, b)).toBe(true)
  expect(comparePair(a, b)).toMatchObject([
    {
      rule: 'other_number',
      value: {
        kind: 'conflict',
        type: 'number',
        quotes: ['12 morts', 'vingt morts'],
        why: { en: expect.stringContaining('12 morts') },
      },
    },
  ])
})

test('“at least ten” and “twelve” agree: the same claim, no conflict', () => {
  const a = claim('Les combats de Konna ont fait au moins 10 morts dans la ville.')
  const b = claim('Les combats de Konna ont fait 12 morts dans la ville.')
  expect(comparePair(a, b)).toMatchObject([{ value: { kind: 'match' } }])
})

test('the day of a month counts nothing', () => {
  const a = claim('Les combats de Konna ont commencé le 9 janvier dans la ville.')
  const b = claim('Les combats de Konna ont commencé le 10 janvier dans la ville.')
  expect(comparePair(a, b)).toMatchObject([{ value: { kind: 'match' } }])
})

test('claims about different days are not compared, however alike', () => {
  const a = claim('Les combats de Konna ont fait 12 morts.', ['2013-01-10', '2013-01-10'])
  const b = claim('Les combats de Konna ont fait 20 morts.', ['2013-02-10', '2013-02-10'])
  expect([shareKeys(a, b), comparePair(a, b)]).toEqual([false, []])
})

test('days of two neighbouring weeks still meet', () => {
  const a = claim('La gare de Bamako est fermée.', ['2013-01-09', '2013-01-09'])
  const b = claim('La gare de Bamako est fermée.', ['2013-01-10', '2013-01-10'])
  expect(shareKeys(a, b)).toBe(true)
})

test('two days in a row meet on every day of the week, and days far apart never do', () => {
  for (let day = 1; day < 30; day++) {
    const on = (n: number) => {
      const date = `2013-01-${String(n).padStart(2, '0')}`
      return claim('La gare de Bamako est fermée.', [date, date])
    }
    expect(shareKeys(on(day), on(day + 1))).toBe(true)
    if (day > 16) expect(shareKeys(on(day), on(day - 15))).toBe(false)
  }
})

test('what nobody has dated is compared with the dated by two names', () => {
  const words = 'Le maire Diallo a quitté Bamako.'
  expect(shareKeys(claim(words), claim(words, ['2013-01-09', '2013-01-09']))).toBe(true)
})

test('one event under two names of its place is met by class, place and time, and compared by its numbers', () => {
  const known = { placeIds: () => new Set([2449067]), aliasIds: () => new Set<string>() }
  const at = (fr: string) => slotsOf(bare(fr, { from: '2013-01-09', to: '2013-01-09' }), known)
  const [a, b] = [at('L’assaut de Tombouctou a fait 12 morts.'), at('L’attaque sur Timbuktu a fait 30 morts.')]
  expect(shareKeys(a, b)).toBe(true)
  expect(comparePair(a, b)).toMatchObject([{ value: { kind: 'conflict' } }])
})

test('what people linked to two different places, or is of another class, is not one event', () => {
  const at = (fr: string, place: string) => slotsOf(bare(fr, { linkedPlaces: [place] }))
  const words = 'L’attaque de Konna a fait 12 morts parmi les soldats.'
  expect(comparePair(at(words, 'a'), at(words, 'a'))).toMatchObject([{ value: { kind: 'match' } }])
  expect(comparePair(at(words, 'a'), at(words, 'b'))).toEqual([])
  const [taken, left] = [
    'La prise de Konna par les rebelles de Konna.',
    'Le retrait de Konna par les rebelles de Konna.',
  ]
  expect(comparePair(claim(taken), claim(left))).toEqual([])
})

test('words in common without a name in common are nothing', () => {
  expect(
    comparePair(
      claim('La ville est tombée aux mains des rebelles.'),
      claim('La ville est tombée aux mains des rebelles.'),
    ),
  ).toEqual([])
})

test('a claim has a bounded number of keys, and hostile text is read in linear time', () => {
  const { stored, sought } = keysOf(claim('Aaa Bbb Ccc Ddd Eee Fff Ggg '.repeat(500)))
  expect(stored.length + sought.length).toBeLessThan(200)
  const from = performance.now()
  claim(`${'1 '.repeat(100_000)}${'Aa-'.repeat(100_000)}`)
  expect(performance.now() - from).toBeLessThan(2_000)
})
