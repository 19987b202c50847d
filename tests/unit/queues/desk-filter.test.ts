import { describe, expect, test } from 'vitest'
import { isNarrowed, queryOf, readQuery, readView, without } from '@/lib/domain/desk-filter'

describe('the address of a list', () => {
  test('says what is asked, in one order, and nothing that is the list’s own', () => {
    const view = readView('claims', { verdict: 'disputed', q: ' Sévaré ', status: 'to_review', sort: 'ref' })
    expect(queryOf(view)).toBe('q=S%C3%A9var%C3%A9&status=to_review&verdict=disputed')
  })
  test('is read back as it was written', () => {
    const view = readView('conflicts', { status: 'unsettled', type: 'actor', sort: 'changed', after: '-17.abc-9' })
    expect(readQuery('conflicts', queryOf(view))).toEqual(view)
  })
  test('leaves out what the list does not know, empty values and lists of values', () => {
    const view = readView('verdicts', { severity: 'high', q: '  ', label: ['a', 'b'], utm: 'x' })
    expect(isNarrowed(view)).toBe(false)
    expect(queryOf(view)).toBe('')
  })
  test('keeps a value it does not know: the list then finds nothing, and says why', () =>
    expect(readView('claims', { status: 'finished' }).filter.status).toBe('finished'))
  test('takes out what no database can hold', () =>
    expect(readView('claims', { q: 'Ko\u0000na\ud800' }).filter.q).toBe('Kona\ufffd'))
  test.each(['1', 'a.b', '1.', '1.a b', '99999999999999999999.a'])(
    'begins at the first page for the cursor %s',
    (after) => expect(readView('claims', { after }).after).toBeNull(),
  )
  test('begins again at the first page when a filter is taken away', () => {
    const view = readView('claims', { q: 'Kona', label: 'mali', after: '3.C14' })
    expect(queryOf(without(view, 'q'))).toBe('label=mali')
  })
  test('has an order of its own when it asks for one the list does not have', () =>
    expect(readView('conflicts', { sort: 'ref; drop table' }).sort).toBe('open'))
})
