import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TableFault } from '@/lib/domain/table-file'
import { loadTableHead } from '@/lib/services/load-table-head'
import { loadTableSheets } from '@/lib/services/load-table-sheets'
import { receiveTable } from '@/lib/services/receive-table'
import { tableRecords, tableSheets } from '@/lib/web/table-records'
import { aPerson, deskOf } from '@/tests/support/factories'
import { compared, parts, written } from '@/tests/support/tables'

/** Two sheets, saved as XLSX by LibreOffice 7.4. */
const BOOK = readFileSync(join(import.meta.dirname, '../../support/saved-by-libreoffice.xlsx'))
const SECOND = 'Été & « notes »'
/** The first of them, as text. */
const CELLS = [
  ['key', 'statement_fr', 'statement_en'],
  ['001', 'L’été\u00a0: « Kona » est prise 😀', 'Kona’s taken'],
  ['2013-01-10', '=SOMME(1;2) n’est pas un calcul', '-4 degrees, said <b>nobody</b> & all'],
  ['1e3', 'Un fait\nsur deux lignes', '  TRUE '],
  ['0,5', 'بلدة كونا', ''],
]
const cell = (it: string) => `"${it.replaceAll('"', '""')}"`
const csv = `${CELLS.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

test('a workbook saved by LibreOffice says what the same cells say as CSV: its import changes nothing', async () => {
  const actor = await aPerson()
  const first = await compared(actor, csv, { sender: 'Un bureau' })
  expect(first.table).toMatchObject({ read: 4, added: 4, rejected: 0 })
  await written(actor, first.id)
  const again = await compared(actor, BOOK, { sender: 'Un bureau' })
  expect([again.changes, again.problems]).toEqual([[], []])
  expect(again.table).toMatchObject({ read: 4, added: 0, changed: 0, unchanged: 4, rejected: 0, sheet: null })
})

test('the sheet that is chosen is the one that is read; one that is not there is said so', async () => {
  const actor = await aPerson()
  const desk = await deskOf(actor)
  const { id } = await receiveTable(desk, { name: 'book.xlsx', format: 'xlsx' }, parts(BOOK, 1_000))
  expect(await loadTableSheets(desk, id, tableSheets)).toEqual(['Faits', SECOND])
  expect(await loadTableHead(desk, id, tableRecords)).toMatchObject({ sheet: null, samples: { length: 3 } })
  const head = await loadTableHead(desk, id, tableRecords, SECOND)
  expect(head).toMatchObject({ sheet: SECOND, columns: [{ field: 'key' }, { field: 'statement_fr' }, { field: null }] })
  const none = await loadTableHead(desk, id, tableRecords, 'Nulle part')
  expect(none instanceof TableFault && [none.code, none.told]).toEqual(['no_such_sheet', 'Nulle part'])

  const { table, id: importId } = await compared(actor, BOOK, { sender: 'Ailleurs', sheet: SECOND })
  expect(table).toMatchObject({ read: 1, added: 1, sheet: SECOND, columns: { length: 3 } })
  expect(await written(actor, importId)).toBe('written')
})
