import { describe, expect, test } from 'vitest'
import { isOpenConflict, mayBecome, positionFaults, positionLetter, statusAfter } from '@/lib/domain/conflict'
import { CONFLICT_STATUSES, type ConflictStatus, RESOLUTION_OUTCOMES } from '@/lib/domain/vocabulary'

const side = (value: string, ...statementIds: string[]) => ({ value, isGeneral: false, statementIds })

describe('the positions of a conflict', () => {
  test('may be two or more, each with its value and its statements', () => {
    expect(positionFaults([side('Kona', 'a'), side('Konna', 'b', 'c')])).toEqual([])
    expect(positionFaults(['a', 'b', 'c', 'd'].map((id) => side(id, id)))).toEqual([])
  })

  test.each([
    ['none', [], ['positions: needs_two_positions']],
    ['one', [side('Kona', 'a')], ['positions: needs_two_positions']],
    ['a blank value', [side(' \u00a0', 'a'), side('Konna', 'b')], ['positions.0.value: required']],
    ['no statement', [side('Kona', 'a'), side('Konna')], ['positions.1.statements: position_empty']],
    [
      'one statement on two sides',
      [side('Kona', 'a'), side('Konna', 'a')],
      ['positions.1.statements: statement_twice'],
    ],
    [
      'one statement twice on a side',
      [side('Kona', 'a', 'a'), side('Konna', 'b')],
      ['positions.0.statements: statement_twice'],
    ],
    [
      'everything at once',
      [side(''), side('', 'a')],
      ['positions.0.value: required', 'positions.0.statements: position_empty', 'positions.1.value: required'],
    ],
  ])('are refused with %s', (_what, positions, faults) => {
    expect(positionFaults(positions).map(({ field, reason }) => `${field}: ${reason}`)).toEqual(faults)
  })
})

test.each([
  [1, 'A'],
  [2, 'B'],
  [26, 'Z'],
  [27, 'A2'],
  [52, 'Z2'],
  [53, 'A3'],
])('position %i is %s', (ordinal, letter) => {
  expect(positionLetter(ordinal)).toBe(letter)
})

/** Rows: from; columns in the order of CONFLICT_STATUSES: to. x: may. */
const MOVES: Record<ConflictStatus, string> = {
  //             suggested open under_review resolved dismissed reopened
  suggested: '.x..x.',
  open: '..xxx.',
  under_review: '.x.xx.',
  resolved: '...x.x',
  dismissed: '.....x',
  reopened: '..xxx.',
}
test.each(Object.entries(MOVES) as [ConflictStatus, string][])(
  'a conflict that is %s may become exactly what the table says',
  (from, row) => {
    expect(CONFLICT_STATUSES.map((to) => (mayBecome(from, to) ? 'x' : '.')).join('')).toBe(row)
  },
)

test('what is open to a reader is what is not settled, and a suggestion is not open', () => {
  expect(CONFLICT_STATUSES.filter(isOpenConflict)).toEqual(['open', 'under_review', 'reopened'])
})

test('every resolution settles, and only "not a conflict" dismisses', () => {
  expect(RESOLUTION_OUTCOMES.map((outcome) => [outcome, statusAfter(outcome)])).toEqual([
    ['prefer_position', 'resolved'],
    ['both_hold', 'resolved'],
    ['unresolvable', 'resolved'],
    ['not_a_conflict', 'dismissed'],
    ['same_entity', 'resolved'],
  ])
})
