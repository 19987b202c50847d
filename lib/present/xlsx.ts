import type { Language } from '@/lib/domain/vocabulary'
import { sheetWords } from '@/lib/i18n/sheets'

/** A file inside the workbook; its body is taken before the next one is asked for. */
export type WorkbookPart = { name: string; body: AsyncIterable<string> | Iterable<string> }
export type WorkbookRequest = {
  /** Also the name of the sheet, and of the CSV beside it. */
  table: string
  columns: readonly string[]
  /** Columns that are numbers; every other cell is a text, whatever it looks like. */
  numbers: readonly string[]
  lang: Language
}

/** What Excel holds: characters (UTF-16 units) in a cell, rows in a sheet. */
export const MAX_CELL = 32_767
export const MAX_ROWS = 1_048_576
/** A sheet also ends here: a file inside a ZIP may have 4 GiB before the format changes. */
const MAX_SHEET_CHARACTERS = 1_000_000_000
/** Cut cells that are listed one by one; a table with more has each marked in its cell all the same. */
const MAX_LISTED = 10_000

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Styles, by their place in `STYLES`. */
const TEXT = 1
const HEAD = 2
/** Format 49 is text: a cell stays one when somebody edits it, so that `=1+1` is never run. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

/** Wide enough to read a line of prose, an address or a name without dragging. */
const widthOf = (column: string): number =>
  /^(quote|statement_..|attribution_chain|positions|explanation_..|rationale|excerpt|note_..)$/.test(column)
    ? 60
    : /(url|slug|title|name|source|event)$/.test(column)
      ? 32
      : 16

/** A, B … Z, AA. */
export const columnLetters = (n: number): string =>
  (n < 26 ? '' : columnLetters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))

// What XML cannot hold or a parser would change is written `_x000D_`, as Excel does; words that look so already have their first mark written so.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const UNSAFE = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g
const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const safe = (value: string): string =>
  value.replace(UNSAFE, (it) => NAMED[it] ?? `_x${it.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

const textCell = (at: string, value: string, style: number): string =>
  value === '' ? '' : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe(value)}</t></is></c>`

/** The value with as much of its beginning as fits before the sentence that says it goes on. */
function cutTo(value: string, said: string): string {
  const kept = value.slice(0, MAX_CELL - said.length)
  return (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + said
}

type Cut = { sheet: string; cell: string; column: string; characters: number }

/**
 * The files of a workbook (ECMA-376), in the order in which they can be written while rows are still being read. The first row
 * is the names of the columns, bold, and stays when one scrolls. Rows that do not fit in a sheet go on in the next one; a value that does not fit
 * in a cell says so there, and a last sheet lists where.
 */
export async function* workbookParts(
  { table, columns, numbers, lang }: WorkbookRequest,
  records: AsyncIterator<string[][]>,
  limits = { rows: MAX_ROWS, characters: MAX_SHEET_CHARACTERS },
): AsyncGenerator<WorkbookPart> {
  const t = sheetWords(lang)
  const letters = columns.map((_, i) => columnLetters(i))
  const isNumber = columns.map((name) => numbers.includes(name))
  const cuts: Cut[] = []
  const names: string[] = []
  let waiting: string[][] = []
  let isEnd = false
  /** Makes sure that a row waits, or that there are no more. */
  const refill = async (): Promise<void> => {
    while (waiting.length === 0 && !isEnd) {
      const { done, value } = await records.next()
      if (done) isEnd = true
      else waiting = value
    }
  }
  const rowOf = (sheet: string, n: number, record: readonly string[]): string => {
    let cells = ''
    for (let i = 0; i < record.length; i++) {
      const value = record[i] ?? ''
      const at = `${letters[i]}${n}`
      if (isNumber[i] && value !== '') cells += `<c r="${at}"><v>${value}</v></c>`
      else if (value.length <= MAX_CELL) cells += textCell(at, value, TEXT)
      else {
        const characters = [...value].length
        cells += textCell(at, cutTo(value, t.cut(characters, `${table}.csv`)), TEXT)
        if (cuts.length < MAX_LISTED) cuts.push({ sheet, cell: at, column: columns[i] ?? '', characters })
      }
    }
    return `<row r="${n}">${cells}</row>`
  }
  async function* rows(sheet: string): AsyncGenerator<string> {
    yield sheetHead(columns)
    let n = 1
    let written = 0
    for (await refill(); waiting.length > 0 && n < limits.rows && written < limits.characters; await refill()) {
      const some = waiting.splice(0, limits.rows - n)
      const text = some.map((record) => rowOf(sheet, ++n, record)).join('')
      written += text.length
      yield text
    }
    yield SHEET_TAIL
  }
  do {
    const sheet = names.length === 0 ? table : `${table} ${names.length + 1}`
    names.push(sheet)
    yield { name: `xl/worksheets/sheet${names.length}.xml`, body: rows(sheet) }
  } while (waiting.length > 0)
  if (cuts.length > 0) {
    names.push(t.cutSheet)
    yield { name: `xl/worksheets/sheet${names.length}.xml`, body: [cutSheet(cuts, t.cutColumns, `${table}.csv`)] }
  }
  yield* frame(names)
}

const SHEET_TAIL = '</sheetData></worksheet>'
const sheetHead = (columns: readonly string[]): string =>
  `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map((name, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(name)}" customWidth="1"/>`)
    .join('')}</cols><sheetData><row r="1">${columns
    .map((name, i) => textCell(`${columnLetters(i)}1`, name, HEAD))
    .join('')}</row>`

function cutSheet(cuts: readonly Cut[], columns: readonly string[], csv: string): string {
  const rows = cuts.map(({ sheet, cell, column, characters }, i) => {
    const n = i + 2
    const texts = [sheet, cell, column].map((value, at) => textCell(`${columnLetters(at)}${n}`, value, TEXT)).join('')
    return `<row r="${n}">${texts}<c r="D${n}"><v>${characters}</v></c>${textCell(`E${n}`, csv, TEXT)}</row>`
  })
  return sheetHead(columns) + rows.join('') + SHEET_TAIL
}

/** What holds the sheets together; known once they are written. */
function* frame(names: readonly string[]): Generator<WorkbookPart> {
  const sheets = names.map((name, i) => ({ name, id: `rId${i + 1}`, file: `worksheets/sheet${i + 1}.xml` }))
  const styles = `rId${names.length + 1}`
  yield { name: 'xl/styles.xml', body: [STYLES] }
  yield {
    name: 'xl/workbook.xml',
    body: [
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
        .map(({ name, id }, i) => `<sheet name="${safe(name)}" sheetId="${i + 1}" r:id="${id}"/>`)
        .join('')}</sheets></workbook>`,
    ],
  }
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    body: [
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${sheets
        .map(({ id, file }) => `<Relationship Id="${id}" Type="${RELATIONS}/worksheet" Target="${file}"/>`)
        .join('')}<Relationship Id="${styles}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
  }
  yield {
    name: '_rels/.rels',
    body: [
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  }
  yield {
    name: '[Content_Types].xml',
    body: [
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${sheets
        .map(({ file }) => `<Override PartName="/xl/${file}" ContentType="${KIND}.worksheet+xml"/>`)
        .join('')}</Types>`,
    ],
  }
}
