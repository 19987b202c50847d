import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { dateOfSerial, isDateFormat, textOfXml } from '@/lib/domain/workbook-cells'
import { workbookRecords } from '@/lib/web/workbook-rows'

/** A ZIP of these files, as Excel and LibreOffice write them. */
function zip(files: Record<string, string>, { claimed }: { claimed?: number } = {}): Buffer {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(name.length, 26)
    parts.push(head, Buffer.from(name), packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed ?? Buffer.byteLength(text), 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    list.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...list, end])
}
async function rowsOf(file: Buffer) {
  async function* bytes() {
    yield file.subarray(0, 10)
    yield file.subarray(10)
  }
  const records = []
  for await (const some of workbookRecords(bytes())) records.push(...some)
  return records
}
const BOOK = '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>'
const RELATIONS = '<Relationships><Relationship Id="rId7" Type="x" Target="worksheets/first.xml"/></Relationships>'
const book = (sheet: string, more: Record<string, string> = {}) => ({
  'xl/workbook.xml': BOOK,
  'xl/_rels/workbook.xml.rels': RELATIONS,
  'xl/worksheets/first.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  ...more,
})

describe('a workbook', () => {
  test('has its cells by their letters: shared, inline and formatted texts, numbers, yes and no, dates', async () => {
    const sheet = `
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>jour</t></is></c><c r="D1" t="str"><v>oui</v></c></row>
      <row r="3"><c r="B3"><v>12.5</v></c><c r="C3" s="1"><v>41284</v></c><c r="D3" t="b"><v>1</v></c></row>`
    const shared =
      '<sst><si><t>nom</t></si><si><r><t>a &amp; </t></r><r><t xml:space="preserve">b</t></r><rPh><t>x</t></rPh></si></sst>'
    const styles = '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const records = await rowsOf(zip(book(sheet, { 'xl/sharedStrings.xml': shared, 'xl/styles.xml': styles })))
    expect(records.map(({ row, cells }) => [row, cells])).toEqual([
      [1, ['nom', 'a & b', 'jour', 'oui']],
      [3, ['', '12.5', '2013-01-10', 'true']],
    ])
  })

  test('that is damaged, cut short or something else is refused', async () => {
    const whole = zip(book('<row r="1"><c r="A1"><v>1</v></c></row>'))
    await expect(rowsOf(Buffer.from('PK\u0003\u0004 no more'))).rejects.toMatchObject({ code: 'not_a_workbook' })
    await expect(rowsOf(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({ code: 'not_a_workbook' })
    await expect(rowsOf(zip({ 'word/document.xml': '<x/>' }))).rejects.toMatchObject({ code: 'not_a_workbook' })
  })

  test('that says it unpacks to more than is allowed is refused before it is unpacked', async () => {
    await expect(rowsOf(zip(book(''), { claimed: 0xf000_0000 }))).rejects.toMatchObject({ code: 'workbook_too_big' })
  })
})

test('days of Excel are ISO days, in both of its calendars, its leap year that never was included', () => {
  expect([1, 59, 61, 41_284, 41_284.5].map((it) => dateOfSerial(it, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '2013-01-10',
    '2013-01-10T12:00:00',
  ])
  expect(dateOfSerial(39_822, true)).toBe('2013-01-10')
  expect([-1, 3_000_000].map((it) => dateOfSerial(it, false))).toEqual(['-1', '3000000'])
})

test('a format is a date by its number or by its letters, not by words between quotation marks', () => {
  expect([isDateFormat(14, undefined), isDateFormat(164, 'dd/mm/yyyy'), isDateFormat(165, '[h]:mm')]).toEqual([
    true,
    true,
    true,
  ])
  expect([
    isDateFormat(0, undefined),
    isDateFormat(166, '0.00 "days"'),
    isDateFormat(49, '@'),
    isDateFormat(9, 'General'),
  ]).toEqual([false, false, false, false])
})

test('a text of XML is read with its entities and the characters a workbook cannot hold', () => {
  expect(textOfXml('a &amp;lt; &#233;&#x1F600; _x000D_ _x005F_x000D_')).toBe('a &lt; é😀 \r _x000D_')
})
