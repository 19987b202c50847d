import { describe, expect, test } from 'vitest'
import { recordReader } from '@/lib/present/csv-records'
import { columnLetters, MAX_CELL, type WorkbookRequest, workbookParts } from '@/lib/present/xlsx'
import { zipped } from '@/lib/web/zip-stream'
import { readWorkbook } from '@/tests/support/read-workbook'

const TABLE: WorkbookRequest = { table: 'claims', columns: ['quote', 'start'], numbers: ['start'], lang: 'fr' }
async function* batches(...some: string[][][]): AsyncGenerator<string[][]> {
  yield* some
}
async function bytesOf(records: AsyncGenerator<string[][]>, limits?: { rows: number; characters: number }) {
  const chunks: Uint8Array[] = []
  for await (const chunk of zipped(workbookParts(TABLE, records, limits))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('the records PostgreSQL writes', () => {
  const WRITTEN = 'a,"b, ""c""\nd\r\n",,""\né😀,"",x,\n'
  const READ = [
    ['a', 'b, "c"\nd\r\n', '', ''],
    ['é😀', '', 'x', ''],
  ]
  test('are read back wherever the bytes are cut', () => {
    const bytes = Buffer.from(WRITTEN)
    for (let size = 1; size <= bytes.length; size++) {
      const read = recordReader()
      const records: string[][] = []
      for (let at = 0; at < bytes.length; at += size) records.push(...read(bytes.subarray(at, at + size)))
      expect(records, `in pieces of ${size}`).toEqual(READ)
    }
  })
})

describe('a workbook', () => {
  const HARD = [
    '=HYPERLINK("http://x")',
    '-4 violées',
    '2013-01-10?',
    ' espaces autour ',
    'a\tb\nc\r\nd\re',
    '<&>"\']]>',
    '_x000D_ et _x0041_',
    'é\u00a0«\u202f😀 مدينة e\u0301',
    '\u0001\u001f\ufffe',
    '12345678901234567890',
    'TRUE',
  ]

  test('holds every value as words, letter for letter, whatever it looks like', async () => {
    const [sheet] = readWorkbook(await bytesOf(batches(HARD.map((it, i) => [it, String(i)]))))
    expect(sheet?.rows).toEqual([['quote', 'start'], ...HARD.map((it, i) => [it, String(i)])])
    expect([...(sheet?.numbers ?? [])]).toEqual(HARD.map((_, i) => `B${i + 2}`))
  })

  test('is the same bytes whenever it is asked for', async () => {
    const once = await bytesOf(batches([['a', '1']]))
    expect((await bytesOf(batches([['a', '1']]))).equals(once)).toBe(true)
  })

  test('of no rows has its head', async () => {
    expect(readWorkbook(await bytesOf(batches()))).toMatchObject([{ name: 'claims', rows: [['quote', 'start']] }])
  })

  test('goes on in another sheet, under the same head, when a sheet is full of rows or of characters', async () => {
    const some = () => batches([['a'], ['b'], ['c']], [], [['d'], ['e']])
    const byRows = readWorkbook(await bytesOf(some(), { rows: 3, characters: 1e9 }))
    expect(byRows.map(({ name, rows }) => [name, ...rows.slice(1).flat()])).toEqual([
      ['claims', 'a', 'b'],
      ['claims 2', 'c', 'd'],
      ['claims 3', 'e'],
    ])
    expect(byRows.every(({ rows }) => rows[0]?.join() === 'quote,start')).toBe(true)
    const byLength = readWorkbook(await bytesOf(some(), { rows: 1_000, characters: 1 }))
    expect(byLength.map(({ rows }) => rows.slice(1).flat())).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ])
  })

  test('exactly full begins no empty sheet', async () => {
    const sheets = readWorkbook(await bytesOf(batches([['a'], ['b']]), { rows: 3, characters: 1e9 }))
    expect(sheets.map(({ name }) => name)).toEqual(['claims'])
  })

  test('says in the cell and in a list of its own which value a cell could not hold, and where it is whole', async () => {
    const whole = 'x'.repeat(MAX_CELL)
    const long = `${'😀'.repeat(20_000)}fin`
    const [sheet, list] = readWorkbook(await bytesOf(batches([[whole, '1']], [[long, '2']])))
    expect(sheet?.rows[1]?.[0]).toBe(whole)
    const cut = sheet?.rows[2]?.[0] ?? ''
    expect(cut.length).toBeLessThanOrEqual(MAX_CELL)
    expect(cut).toMatch(/^(?:😀)+… \[coupé ici\u00a0: 20\u202f003 caractères, .* dans claims\.csv\.\]$/u)
    expect([list?.name, ...(list?.rows ?? [])]).toEqual([
      'coupé',
      ['feuille', 'cellule', 'colonne', 'caractères', 'texte entier dans'],
      ['claims', 'A3', 'quote', '20003', 'claims.csv'],
    ])
  })

  test('cut off has no list of files, and opens nowhere', async () => {
    async function* broken(): AsyncGenerator<string[][]> {
      yield [['a', '1']]
      throw new Error('the line fell')
    }
    const chunks: Uint8Array[] = []
    await expect(
      (async () => {
        for await (const chunk of zipped(workbookParts(TABLE, broken()))) chunks.push(chunk)
      })(),
    ).rejects.toThrow('the line fell')
    expect(() => readWorkbook(Buffer.concat(chunks))).toThrow('no list of files')
  })

  test('reads no further ahead than a few parts', async () => {
    let read = 0
    async function* endless(): AsyncGenerator<string[][]> {
      for (;;) yield [[`${read++} ${Math.random()}`.repeat(500), '1']]
    }
    const parts = zipped(workbookParts(TABLE, endless()))
    for (let i = 0; i < 3; i++) await parts.next()
    const before = read
    await new Promise((resolve) => setImmediate(resolve))
    await parts.return(undefined)
    expect(read - before).toBeLessThan(200)
  })

  test('names its columns as spreadsheets do', () =>
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']))
})
