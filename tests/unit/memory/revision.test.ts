import { describe, expect, test } from 'vitest'
import { COLUMNS, changedColumns, columnsOf, REVISED_KINDS } from '@/lib/domain/revision'

describe('what a revision puts back', () => {
  test('is never a state, a publication, a person or a version', () => {
    const never =
      /[sS]tatus|^state$|workState|At$|ById|authorId|ReaderId|assignee|version|slug|^ref$|isProtected|isBlind|^id$/
    const found = REVISED_KINDS.flatMap((kind) => COLUMNS[kind].filter((column) => never.test(column)))
    expect(found.filter((column) => column !== 'accessedAt')).toEqual([])
  })
  test('leaves out a column younger than the revision, and reads a renamed one under the name of its day', () => {
    expect(columnsOf('evidence', { url: 'https://example.org', note: 'Vu.' })).toEqual({
      url: 'https://example.org',
      noteFr: 'Vu.',
    })
  })
})

test('only the columns that differ have changed, in the order they are read', () => {
  const before = { statement_fr: 'Avant.', statement_en: null, labels: ['a'], version: 1, updated_at: 'x' }
  const after = { statement_fr: 'Après.', statement_en: 'After.', labels: ['a'], version: 2, updated_at: 'y' }
  expect(changedColumns('claims', before, after)).toEqual(['statementFr', 'statementEn'])
  expect(changedColumns('claims', null, before)).toEqual(['statementFr', 'labels'])
})
