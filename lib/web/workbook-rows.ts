import 'server-only'
import { TableFault, type TableRecord } from '@/lib/domain/table-file'
import { dateOfSerial, isDateFormat, textOfXml } from '@/lib/domain/workbook-cells'
import { type ZipReader, ZipRefused, zipReader } from './unzip'

/** Most bytes a workbook may have once unpacked: a small file must not fill the memory (a "ZIP bomb"). */
const MAX_UNPACKED = 512 * 1_048_576
/** Rows handed on together. */
const SOME = 1_000

/** The names of the sheets of a workbook, in their order. */
export const workbookSheets = async (bytes: AsyncIterable<Uint8Array>): Promise<string[]> =>
  sheetsIn((await openBook(bytes)).book).map(({ name }) => name)

/** The bytes of a workbook, unpacked as they are asked for, and what it says of itself. */
async function openBook(bytes: AsyncIterable<Uint8Array>): Promise<{ zip: ZipReader; book: string }> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  const zip = openZip(Buffer.concat(parts))
  const book = await textOf(zip, 'xl/workbook.xml')
  if (book === null) throw new TableFault('not_a_workbook')
  return { zip, book }
}

/** The sheets a workbook names, each with its relation to the file it is in. */
const sheetsIn = (book: string): { name: string; relation: string }[] =>
  [...book.matchAll(/<sheet\b([^>]*)>/g)].map(([, it = '']) => ({
    name: textOfXml(/\bname="([^"]*)"/.exec(it)?.[1] ?? ''),
    relation: /\b\w+:id="([^"]+)"/.exec(it)?.[1] ?? '',
  }))

/**
 * The rows of one sheet of a workbook (ECMA-376), the first unless another is named, every cell as the text a person reads:
 * dates as ISO, numbers as they were typed, formulas as their last result. With nothing but what Node has.
 */
export async function* workbookRecords(
  bytes: AsyncIterable<Uint8Array>,
  named: string | null = null,
): AsyncGenerator<TableRecord[]> {
  const { zip, book } = await openBook(bytes)
  const sheets = sheetsIn(book)
  const chosen = named === null ? sheets[0] : sheets.find(({ name }) => name === named)
  if (named !== null && !chosen) throw new TableFault('no_such_sheet', null, named)
  const relations = (await textOf(zip, 'xl/_rels/workbook.xml.rels')) ?? ''
  const sheet = await textOf(zip, placeOf(chosen?.relation ?? '', relations))
  if (sheet === null) throw new TableFault('not_a_workbook')
  const shared = sharedTexts((await textOf(zip, 'xl/sharedStrings.xml')) ?? '')
  const dated = datedStyles((await textOf(zip, 'xl/styles.xml')) ?? '')
  const isFrom1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book)
  let width = 0
  let some: TableRecord[] = []
  let n = 0
  for (const [, attributes = '', inside = ''] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    n = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? n + 1)
    const cells = cellsOf(inside, shared, dated, isFrom1904)
    if (cells.every((it) => it === '')) continue
    if (width === 0) width = cells.length
    // A row ends at its last filled cell: what is missing is empty, as a person sees it.
    while (cells.length < width) cells.push('')
    const isOdd = cells.slice(width).some((it) => it !== '')
    if (!isOdd) cells.length = width
    some.push({ row: n, line: n, cells, fault: isOdd ? 'field_count' : null })
    if (some.length < SOME) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

function openZip(file: Buffer): ZipReader {
  try {
    return zipReader(file, MAX_UNPACKED)
  } catch (error) {
    throw asTableFault(error)
  }
}
const textOf = async (zip: ZipReader, name: string): Promise<string | null> => {
  const body = await zip.read(name).catch((error: unknown) => {
    throw asTableFault(error)
  })
  return body?.toString('utf8') ?? null
}
const asTableFault = (error: unknown): unknown =>
  error instanceof ZipRefused
    ? new TableFault(error.reason === 'too_large' ? 'workbook_too_big' : 'not_a_workbook')
    : error

/** Where a sheet is, by the relation the workbook gives it. */
function placeOf(id: string, relations: string): string {
  const found = [...relations.matchAll(/<Relationship\b([^>]*)>/g)].find(([, it = '']) => it.includes(`Id="${id}"`))
  const target = /\bTarget="([^"]+)"/.exec(found?.[1] ?? '')?.[1] ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that several cells share; the pieces of one with several fonts are one text, its phonetic reading is not. */
const sharedTexts = (xml: string): string[] =>
  [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, inside = '']) => textsIn(inside))
const textsIn = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = '']) => textOfXml(text))
    .join('')

/** Styles that show a number as a date, by their place. */
function datedStyles(xml: string): Set<number> {
  const formats = new Map(
    [...xml.matchAll(/<numFmt\b[^>]*?\bnumFmtId="(\d+)"[^>]*?\bformatCode="([^"]*)"/g)].map(([, id, code = '']) => [
      Number(id),
      textOfXml(code),
    ]),
  )
  const styles = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? ''
  const dated = new Set<number>()
  ;[...styles.matchAll(/<xf\b[^>]*/g)].forEach(([xf], i) => {
    const id = Number(/\bnumFmtId="(\d+)"/.exec(xf)?.[1] ?? 0)
    if (isDateFormat(id, formats.get(id))) dated.add(i)
  })
  return dated
}

function cellsOf(xml: string, shared: readonly string[], dated: ReadonlySet<number>, isFrom1904: boolean): string[] {
  const cells: string[] = []
  for (const [, attributes = '', inside = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const at = columnOf(/\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1]) ?? cells.length
    while (cells.length < at) cells.push('')
    const kind = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n'
    const value = textOfXml(/<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inside)?.[1] ?? '')
    const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0)
    if (kind === 'inlineStr') cells[at] = textsIn(inside)
    else if (kind === 's') cells[at] = shared[Number(value)] ?? ''
    else if (kind === 'b') cells[at] = value === '1' ? 'true' : 'false'
    else if (kind === 'n' && value !== '' && dated.has(style)) cells[at] = dateOfSerial(Number(value), isFrom1904)
    else cells[at] = value
  }
  return cells
}

/** A is 0, B is 1, AA is 26. */
function columnOf(letters: string | undefined): number | undefined {
  if (!letters) return undefined
  let n = 0
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64
  return n - 1
}
