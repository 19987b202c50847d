import { describe, expect, test } from 'vitest'
import { delimiterOf, MAX_FIELD, TableFault, tableReader, unveiled } from '@/lib/domain/table-file'
import { headOf, namesOf, textRecords } from '@/lib/domain/table-text'

/** Read in parts cut after every so many letters: a cut anywhere must change nothing. */
function read(text: string, delimiter: ',' | ';' | '\t' = ',', size = text.length || 1) {
  const reader = tableReader(delimiter)
  const records = []
  for (let at = 0; at < text.length; at += size) records.push(...reader(text.slice(at, at + size), false))
  return [...records, ...reader('', true)]
}
const cells = (text: string, delimiter: ',' | ';' | '\t' = ',') => read(text, delimiter).map((it) => it.cells)
async function* bytes(...parts: Uint8Array[]) {
  yield* parts
}
async function all(text: Uint8Array, size = 5) {
  const parts = []
  for (let at = 0; at < text.length; at += size) parts.push(text.subarray(at, at + size))
  const records = []
  for await (const some of textRecords(bytes(...parts))) records.push(...some)
  return records
}
const faultOf = (run: () => unknown): TableFault => {
  try {
    run()
  } catch (error) {
    if (error instanceof TableFault) return error
  }
  throw new Error('there was no fault')
}

describe('what separates the cells', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a\tb\n"x, y"\tz\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['sep=;\r\na,b;c\r\n', ';'],
    ['"one; two","three"\r\n"a","b"\r\n', ','],
    ['only one column\nvalue\n', ','],
  ])('in %j is %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })
})

describe('records', () => {
  test('quotation marks are doubled inside, and hold separators and line breaks of every kind', () => {
    const text = 'a,b\r\n"x ""y"", z","one\r\ntwo\nthree\rfour"\r\nlast,row'
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['x "y", z', 'one\r\ntwo\nthree\rfour'],
      ['last', 'row'],
    ])
  })

  test('a cut anywhere changes nothing', () => {
    const text = '\ufeffa,b\r\n"x ""y""","one\r\ntwo"\r\n\r\n3,"4"\r\n'
    for (let size = 1; size < text.length; size++) expect(read(text, ',', size)).toEqual(read(text))
  })

  test('rows are those of a spreadsheet, lines those of the file', () => {
    const records = read('a,b\n"x\ny\nz",1\n\n2,3\n')
    expect(records.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [2, 2],
      [4, 6],
    ])
  })

  test('a mark at the beginning and a line that names the separator are no cells', () => {
    expect(cells('\ufeffsep=;\r\na;b\r\n1;2', ';')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('another number of cells is told; empty ones at the end are not', () => {
    const records = read('a,b\n1\n1,2,3\n1,2,,\n')
    expect(records.map(({ fault }) => fault)).toEqual([null, 'field_count', 'field_count', null])
    expect(records[3]?.cells).toEqual(['1', '2'])
  })

  test('text behind a closing quotation mark, and a null character, are told', () => {
    expect(read('a,b\n"x"y,2\n\u0000,2\n').map(({ fault }) => fault)).toEqual([null, 'after_quote', 'nul_character'])
    expect(cells('a,b\n5" pipe,2\n')[1]).toEqual(['5" pipe', '2'])
  })

  test('a quotation mark that is never closed is found where it opens, and does not fill the memory', () => {
    expect(faultOf(() => read('a,b\n1,"2\n3,4\n'))).toMatchObject({ code: 'quote_not_closed', line: 2 })
    const endless = tableReader(',')
    endless('a,b\n1,"', false)
    expect(
      faultOf(() => {
        for (let i = 0; i < 30; i++) endless('x'.repeat(MAX_FIELD / 10), false)
      }),
    ).toMatchObject({ code: 'quote_not_closed' })
  })

  test('a cell longer than a million characters is refused', () => {
    expect(faultOf(() => read(`a,b\n${'x'.repeat(MAX_FIELD + 1)},2\n`))).toMatchObject({
      code: 'field_too_long',
      line: 2,
    })
  })
})

describe('bytes', () => {
  const words = 'nom;énoncé\nun;été 😀\n'
  test('are UTF-8, or UTF-16 with its mark, cut anywhere', async () => {
    const expected = [
      ['nom', 'énoncé'],
      ['un', 'été 😀'],
    ]
    expect((await all(Buffer.from(words))).map((it) => it.cells)).toEqual(expected)
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])
    expect((await all(wide, 3)).map((it) => it.cells)).toEqual(expected)
  })

  test('that are no text are refused rather than guessed', async () => {
    await expect(all(Buffer.from('nom;\xe9t\xe9\n', 'latin1'))).rejects.toMatchObject({ code: 'not_utf8' })
    await expect(headOf(textRecords(bytes()))).rejects.toMatchObject({ code: 'empty' })
  })

  test('whose first row names nothing, or one thing twice, are refused', () => {
    const named = (names: string[]) => () => namesOf({ row: 1, line: 1, cells: names, fault: null })
    expect(faultOf(named(['1', '2.5']))).toMatchObject({ code: 'no_header' })
    expect(faultOf(named(['a', 'b', 'a']))).toMatchObject({ code: 'name_twice', told: 'a' })
    expect(named([' a ', 'b', '', ''])()).toEqual(['a', 'b'])
  })
})

test('the apostrophe of the Excel profile is taken away, and no other', () => {
  expect(["'=1+1", "'-4 violées", "' =1", "'@AOC", "''=1"].map(unveiled)).toEqual([
    '=1+1',
    '-4 violées',
    ' =1',
    '@AOC',
    "'=1",
  ])
  expect(["'hui", "l'eau", '=1', "'"].map(unveiled)).toEqual(["'hui", "l'eau", '=1', "'"])
})
