import { describe, expect, test } from 'vitest'
import { readQuery } from '@/lib/domain/desk-filter'
import { type ExportTable, readExportFilter } from '@/lib/domain/export-filter'
import { Fault } from '@/lib/domain/fault'
import { exportLinks } from '@/lib/present/export-links'

const read = (table: ExportTable, isDesk: boolean, query: string) =>
  readExportFilter(table, isDesk, new URLSearchParams(query), ['profile', 'lang'])
function faultsOf(table: ExportTable, isDesk: boolean, query: string) {
  try {
    read(table, isDesk, query)
  } catch (error) {
    if (error instanceof Fault) return error.fields.map(({ field, reason }) => `${field} ${reason}`)
    throw error
  }
  return []
}

describe('what an address asks of an export', () => {
  test('is what it asks of the list of the desk', () => {
    const query = 'q=Kona%20prise&status=reviewed&assignee=me&event=none&label=x&type=place&verdict=false&source=afp'
    expect(read('claims', true, query)).toEqual(readQuery('claims', query).filter)
    const other = 'q=Kona&status=unsettled&class=contradiction&severity=high&changed=others'
    expect(read('conflicts', true, other)).toEqual(readQuery('conflicts', other).filter)
  })
  test('is nothing when a form sends its empty fields, and leaves the form of the file to others', () =>
    expect(read('claims', true, 'q=&status=&profile=excel&lang=fr')).toEqual({}))
  test('is for a stranger the words of the search', () => {
    expect(read('claims', false, 'q=Kona')).toEqual({ q: 'Kona' })
    expect(read('sources', false, 'q=AFP')).toEqual({ q: 'AFP' })
  })
})

describe('is refused, by name:', () => {
  test.each([
    [
      'a stranger asks for work of the desk',
      'claims',
      false,
      'status=reviewed&assignee=me',
      ['status unknown_field', 'assignee unknown_field'],
    ],
    ['a parameter nobody knows', 'claims', true, 'statut=reviewed', ['statut unknown_field']],
    ['a filter of another list', 'claims', true, 'severity=high', ['severity unknown_field']],
    [
      'a value that is no choice',
      'conflicts',
      true,
      'status=done&class=x',
      ['status not_a_choice', 'class not_a_choice'],
    ],
    ['somebody who is nobody', 'claims', true, 'assignee=awa', ['assignee unknown_id']],
    ['one parameter twice', 'claims', true, 'status=reviewed&status=to_review', ['status not_a_choice']],
    ['too many words', 'claims', false, `q=${'é'.repeat(201)}`, ['q too_long']],
    ['a nul character', 'claims', true, 'q=a%00b', ['q nul_character']],
    ['anything of evidence, which no list narrows', 'evidence', true, 'q=x', ['q unknown_field']],
  ] as const)('%s', (_, table, isDesk, query, faults) => expect(faultsOf(table, isDesk, query)).toEqual(faults))
})

test('links to files carry the filter, and are read back as it', () => {
  const filter = { q: 'Kona & «\u00a0prise\u00a0»', verdict: 'false' }
  const links = exportLinks('fr', 'claims', filter)
  expect(links.map(([href]) => href.split('?')[0])).toEqual([
    '/export/claims.csv',
    '/export/claims.csv',
    '/export/claims.xlsx',
  ])
  for (const [href] of links) expect(read('claims', true, href.split('?')[1] ?? '')).toEqual(filter)
  expect(exportLinks('fr', 'claims', {})[0]).toEqual(['/export/claims.csv', 'CSV'])
})
