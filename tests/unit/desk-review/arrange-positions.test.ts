import { describe, expect, test } from 'vitest'
import { type ArrangedRow, arrangePositions, faultsOfForm, suggestedPositions } from '@/lib/domain/arrange-positions'

const row = (over: Partial<ArrangedRow>): ArrangedRow => ({
  occurrenceId: 'o',
  statementId: '',
  position: '',
  value: '',
  words: '',
  ...over,
})

describe('passages under letters', () => {
  const rows = [
    row({ occurrenceId: 'o1', statementId: 's1', position: '1', value: 'Ansar Dine' }),
    row({ occurrenceId: 'o2', statementId: 's2', position: '3', value: 'Aqmi' }),
    row({ occurrenceId: 'o3', position: '3', value: 'MUJAO', words: '(MUJAO)' }),
    row({ occurrenceId: 'o4', statementId: 's4', position: '' }),
  ]
  const sides = [
    { value: 'Ansar Dine', isGeneral: false },
    { value: ' ', isGeneral: false },
    { value: '', isGeneral: true },
  ]

  test('become positions; an untouched side and a passage left out are not sent', () => {
    expect(arrangePositions(rows, sides).positions).toEqual([
      { value: 'Ansar Dine', isGeneral: false, statementIds: ['s1'], newStatements: [] },
      {
        value: 'Aqmi',
        isGeneral: true,
        statementIds: ['s2'],
        newStatements: [{ occurrenceId: 'o3', value: 'MUJAO', words: '(MUJAO)' }],
      },
    ])
  })
  test('a side with a value and no passage is sent, to be refused by name', () => {
    const [position] = arrangePositions([], [{ value: 'seule', isGeneral: false }]).positions
    expect(position).toEqual({ value: 'seule', isGeneral: false, statementIds: [], newStatements: [] })
  })
  test('a letter nobody described still makes a side', () => {
    expect(arrangePositions([row({ position: '2', value: 'v' })], []).positions).toHaveLength(1)
    expect(arrangePositions([], []).positions).toEqual([])
  })
  test('refusals come back under the names of the form', () => {
    const arrangement = arrangePositions(rows, sides)
    const named = (field: string) => faultsOfForm([{ field, reason: 'required' }], arrangement)[0]?.field
    expect(named('positions.1.value')).toBe('sides.2.value')
    expect(named('positions.1.statements')).toBe('sides.2.value')
    expect(named('positions.1.newStatements.0.value')).toBe('rows.2.value')
    expect(named('positions.1.newStatements.0.words')).toBe('rows.2.words')
    expect(named('positions.9.value')).toBe('positions.9.value')
    expect(named('titleFr')).toBe('titleFr')
    expect(named('positions')).toBe('positions')
  })
})

test('passages that say the same start on the same side, silent ones stay out', () => {
  expect(suggestedPositions(['Kona', 'Konna', ' kona ', null, ''])).toEqual({
    letters: [1, 2, 1, null, null],
    sides: ['Kona', 'Konna'],
  })
})
