import { afterAll, describe, expect, test } from 'vitest'
import { byFirstDay, readVagueDate, UNKNOWN_DATE, type VagueDate } from '@/lib/domain/vague-date'

const read = (edtf: string) => readVagueDate('when', { edtf, basis: 'stated' })
const spanOf = (edtf: string) => {
  const date = read(edtf)
  return 'reason' in date ? date.reason : [date.from, date.to]
}

test.each([
  ['2013', '2013-01-01', '2013-12-31'],
  ['2013-01', '2013-01-01', '2013-01-31'],
  ['2012-02', '2012-02-01', '2012-02-29'],
  ['2013-01-10', '2013-01-10', '2013-01-10'],
  ['2013-01-1X', '2013-01-10', '2013-01-19'],
  ['2013-01-10?', '2013-01-10', '2013-01-10'],
  ['2013-01~', '2013-01-01', '2013-01-31'],
  ['2013-01-09/2013-01-11', '2013-01-09', '2013-01-11'],
  ['[2013-01-10,2013-01-12]', '2013-01-10', '2013-01-12'],
  ['../2013', null, '2013-12-31'],
  ['2013/..', '2013-01-01', null],
  ['/2013-01-10', null, '2013-01-10'],
  ['2013-01-10T23:30:00Z', '2013-01-10', '2013-01-10'],
])('%s spans %s to %s', (edtf, from, to) => {
  expect(spanOf(edtf)).toEqual([from, to])
})

test.each(['hier', '2013-13', '2013-02-30', '10/01/2013', '2013-01-10/2013-01-08', '2013-1-1', '𝟤𝟢𝟣𝟥'])(
  '%s is not a date, and the field says which one',
  (edtf) => {
    expect(read(edtf)).toEqual({ field: 'when.edtf', reason: 'not_a_date', values: { found: edtf } })
  },
)

describe('a date beyond the years of PostgreSQL and of four figures', () => {
  test.each(['-0044-03-15', '0000', 'Y12345', 'XXXX', 'Y-17E7'])(
    '%s is refused, or kept as a day that is one',
    (edtf) => {
      const span = spanOf(edtf)
      if (span !== 'not_a_date') for (const day of span) expect(day).toMatch(/^(?!0000)\d{4}-\d{2}-\d{2}$/)
    },
  )
})

describe('a day does not depend on where the server stands', () => {
  const here = process.env.TZ
  afterAll(() => {
    process.env.TZ = here
  })
  test.each(['Asia/Kathmandu', 'Pacific/Kiritimati', 'America/Anchorage', 'UTC'])('in %s', (zone) => {
    process.env.TZ = zone
    expect(spanOf('2013-01-10')).toEqual(['2013-01-10', '2013-01-10'])
    for (const moment of ['2013-01-10T02:00:00', '2013-01-10T23:00:00'])
      expect(spanOf(moment), moment).toEqual(['2013-01-10', '2013-01-10'])
  })
})

describe('no date is guessed', () => {
  test('an expression has a basis, and a basis has an expression', () => {
    const fault = { field: 'when.basis', reason: 'date_needs_basis' }
    expect(readVagueDate('when', { edtf: '2013' })).toEqual(fault)
    expect(readVagueDate('when', { edtf: '2013', basis: 'unknown' })).toEqual(fault)
    expect(readVagueDate('when', { basis: 'stated' })).toEqual(fault)
    expect(readVagueDate('when', { words: 'jeudi', edtf: '  ', basis: 'inferred' })).toEqual(fault)
  })
  test('words alone are kept as they are, and say nothing of the day', () => {
    expect(readVagueDate('when', { words: ' jeudi soir' })).toEqual({ ...UNKNOWN_DATE, words: ' jeudi soir' })
    expect(readVagueDate('when', { words: ' ' })).toEqual(UNKNOWN_DATE)
    expect(readVagueDate('when', {})).toEqual(UNKNOWN_DATE)
  })
  test('words, expression and basis are kept together', () => {
    expect(readVagueDate('when', { words: 'jeudi', edtf: ' 2013-01-10 ', basis: 'inferred' })).toEqual({
      words: 'jeudi',
      edtf: '2013-01-10',
      from: '2013-01-10',
      to: '2013-01-10',
      basis: 'inferred',
    })
  })
})

describe('dates in the order of their first day', () => {
  const date = (edtf: string | null, words: string | null = null): VagueDate => {
    const read = readVagueDate('when', { words, edtf, basis: edtf === null ? 'unknown' : 'stated' })
    if ('reason' in read) throw new Error(read.reason)
    return read
  }
  const ordered = (dates: readonly VagueDate[]) => [...dates].sort(byFirstDay).map(({ edtf, words }) => edtf ?? words)
  /** Every date here has one place: open at the start, then by day, then what nobody knows the start of. */
  const order = [
    ...[
      '../2012',
      '../2013-01-20',
      '2012-04~/..',
      '2013',
      '2013-01-08~/2013-01-10',
      '2013-01-10?',
      '2013-01-10/2013-01-12',
    ],
    ...['2013-01-10/..', '2013-01-10/', '2013-01-12', '/2013-01-01'],
  ]
  test('what was always so is first, an unknown start last, and an open end behind every end that is known', () => {
    const dates = [...order.map((it) => date(it)), date(null, 'jeudi')]
    const expected = [...order, 'jeudi']
    for (let turn = 0; turn < dates.length; turn++)
      expect(ordered([...dates.slice(turn), ...dates.slice(0, turn)])).toEqual(expected)
    expect(ordered([...dates].reverse())).toEqual(expected)
  })
  test('dates that span the same days, and dates nobody knows, keep the order they came in', () => {
    expect(ordered([date('2013-01-10?'), date('2013-01-10'), date('2013-01-10~')])).toEqual([
      '2013-01-10?',
      '2013-01-10',
      '2013-01-10~',
    ])
    const unknown = ['vendredi', 'jeudi', 'hier'].map((words) => date(null, words))
    expect(ordered([...unknown, date('2013')])).toEqual(['2013', 'vendredi', 'jeudi', 'hier'])
  })
})
