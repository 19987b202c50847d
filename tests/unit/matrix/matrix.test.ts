import { describe, expect, test } from 'vitest'
import { confirmationsOf, isConfirming } from '@/lib/domain/coverage'
import { type MatrixFilter, matrixOf } from '@/lib/domain/matrix'
import { PROPERTY_CODES } from '@/lib/domain/property'
import { eventRecord, occurrence, occurrences, statementsOf } from '../present/mali'

const all: MatrixFilter = { origin: null, conflict: null, outlet: null, isWhole: false }
const refs = (filter: Partial<MatrixFilter>) =>
  matrixOf(eventRecord, { ...all, ...filter }).rows.map(({ occurrence: it }) => it.claim.ref)

describe('the matrix', () => {
  test('has a row for every passage, and a column for every property somebody speaks about', () => {
    const view = matrixOf(eventRecord, all)
    expect(view.rows).toHaveLength(eventRecord.rows.length)
    expect([...view.columns].sort()).toEqual([...eventRecord.properties].sort())
    expect(view.hidden).toBe(0)
  })

  test('begins with what is still in dispute', () => {
    const { columns } = matrixOf(eventRecord, all)
    expect(columns.indexOf('actor')).toBeLessThan(columns.indexOf('place_spelling'))
    expect(columns.indexOf('place_spelling')).toBeLessThan(columns.indexOf('admin'))
  })

  test('keeps a silent cell silent', () => {
    const row = matrixOf(eventRecord, all).rows.find(({ occurrence: it }) => it.claim.ref === 'C20')
    expect(row?.cells.find(({ property }) => property === 'time')?.statements).toEqual([])
  })

  test('whole, has every property of the closed list', () => {
    expect(matrixOf(eventRecord, { ...all, isWhole: true }).columns).toHaveLength(PROPERTY_CODES.length)
  })

  test('can be narrowed to an origin, an outlet or a conflict, and says how much that hides', () => {
    expect(refs({ origin: 'abdou-dardar' })).toContain('C14')
    expect(refs({ origin: 'abdou-dardar' })).not.toContain('C20')
    expect(refs({ outlet: 'le-figaro' })).toContain('C29')
    expect(refs({ outlet: 'le-figaro' })).not.toContain('C14')
    expect(refs({ conflict: 'X02' })).toEqual(expect.arrayContaining(['C14', 'C29']))
    expect(refs({ conflict: 'X02', origin: 'nobody' })).toEqual([])
    const view = matrixOf(eventRecord, { ...all, conflict: 'X02' })
    expect(view.columns[0]).toBe('actor')
    expect(view.hidden).toBe(eventRecord.rows.length - view.rows.length)
  })
})

describe('what a confirmation covers', () => {
  const rows = occurrences
    .filter(({ claim }) => claim.event?.id === 'E1')
    .map((it) => ({ occurrence: it, statements: statementsOf(it.claim.ref) }))
  // The text says « Une information confirmée par Serge Daniel ».
  const daniel = confirmationsOf(rows).find(({ originKey }) => originKey === 'serge-daniel')
  const state = (property: string) => daniel?.cells.find((it) => it.property === property)?.state

  test('is found in the words of the text, not decided for it', () => {
    expect(isConfirming(occurrence('C19'))).toBe(true)
    expect(isConfirming(occurrence('C14'))).toBe(false)
    expect(confirmationsOf(rows).map(({ originKey }) => originKey)).toEqual(['serge-daniel'])
    expect(daniel?.passages.map(({ claim }) => claim.ref)).toEqual(['C19'])
  })

  test('Daniel confirms the capture; not the group, not the extent', () => {
    expect(state('act')).toBe('said')
    expect(state('actor')).toBe('general')
    expect(state('extent')).not.toBe('said')
    expect(state('time')).toBe('silent')
    expect(state('previous_holder')).toBe('silent')
  })

  test('a denial is no confirmation', () => {
    const denied = rows.map((row) =>
      row.occurrence.claim.ref === 'C20'
        ? { ...row, occurrence: { ...row.occurrence, modality: 'denied' as const } }
        : row,
    )
    const act = confirmationsOf(denied)[0]?.cells.find(({ property }) => property === 'act')
    expect(act?.state).toBe('denied')
  })

  test('how we know is not something a voice can confirm', () => {
    expect(daniel?.cells.map(({ property }) => property)).not.toContain('translated_by')
  })
})
