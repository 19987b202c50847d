import { describe, expect, test } from 'vitest'
import { cellFault, cellRead, columnsOf, saysEnough } from '@/lib/domain/table-columns'
import { columnNames } from '@/lib/present/datapackage'

describe('what columns mean', () => {
  test('every column of claims.csv is known by its name, but for the address, which is worked out', () => {
    const columns = columnsOf(columnNames('claims'))
    expect(columns.filter(({ name, field }) => name !== field)).toEqual([{ name: 'url', field: null }])
  })

  test('usual titles in either language are known, accents and capitals aside, and no field twice', () => {
    expect(columnsOf(['Énoncé', 'Statement', 'ÉVÉNEMENT', 'Event', 'Remarque']).map(({ field }) => field)).toEqual([
      'statement_fr',
      'statement_en',
      'event',
      null,
      null,
    ])
  })

  test('what a person says goes before what we guess', () => {
    const columns = columnsOf(['claim_id', 'statement_en', 'id'], { claim_id: null, id: 'key' })
    expect(columns.map(({ field }) => field)).toEqual([null, 'statement_en', 'key'])
    expect(saysEnough(columns)).toBe(true)
    expect(saysEnough(columnsOf(['claim_id', 'verdict']))).toBe(false)
  })
})

describe('a cell', () => {
  test('of ours is read without the space around it; quoted words keep theirs', () => {
    expect(cellRead('statement_fr', ' Un fait\u00a0')).toBe('Un fait')
    expect(cellRead('quote', ' «\u00a0mots\u00a0» ')).toBe(' «\u00a0mots\u00a0» ')
    expect(cellRead('quote_scope', 'translated, partial')).toBe('partial translated')
  })

  test('is refused with the choices there are, or with what is in it that cannot be kept', () => {
    expect(cellFault('kind', 'paraphrase')).toMatchObject({
      code: 'not_a_choice',
      told: { choices: 'direct_quote, indirect, narration' },
    })
    expect(cellFault('quote_scope', 'partial huge')).toMatchObject({ code: 'not_a_choice' })
    expect(cellFault('occurrence_id', '12')).toMatchObject({ code: 'not_an_id' })
    expect(cellFault('statement_en', 'x'.repeat(1_001))).toMatchObject({ code: 'too_long', told: { max: 1_000 } })
    expect(cellFault('statement_en', 'a\u0007b')).toMatchObject({ code: 'control_character' })
    expect(cellFault(null, 'a\u0007b')).toBe(null)
    expect(cellFault('kind', '')).toBe(null)
  })
})
