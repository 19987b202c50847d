/** One record of a table. `row` counts records from 1, the header included, as a spreadsheet does; `line` counts lines of the file. */
export type TableRecord = { row: number; line: number; cells: string[]; fault: RecordFault | null }
/** What can be wrong with a record as it is written. */
export const RECORD_FAULTS = ['field_count', 'after_quote', 'nul_character', 'not_json', 'not_annotation'] as const
export type RecordFault = (typeof RECORD_FAULTS)[number]
/** Why a whole file cannot be read as a table. */
export const TABLE_FAULTS = [
  'empty',
  'not_utf8',
  'quote_not_closed',
  'field_too_long',
  'no_header',
  'one_column',
  'name_twice',
  'not_a_workbook',
  'no_such_sheet',
  'workbook_too_big',
  'not_json',
] as const
export type TableFaultCode = (typeof TABLE_FAULTS)[number]

/** A file that is no table we can read, with the line where that shows. */
export class TableFault extends Error {
  override readonly name = 'TableFault'
  constructor(
    readonly code: TableFaultCode,
    readonly line: number | null = null,
    readonly told: string | null = null,
  ) {
    super(`${code}${line === null ? '' : ` on line ${line}`}`)
  }
}

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]
/** Longest field, in UTF-16 units: a quotation mark that is never closed must not fill the memory. */
export const MAX_FIELD = 1_000_000
/** How much of a file is enough to tell how it is written. */
export const TABLE_HEAD = 64_000

const MARK = '\ufeff'
const QUOTE = '"'
/** What Excel puts first to say which mark separates the fields. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/iu

/**
 * Which mark separates the fields: the one under which the first records have the most fields and agree on how many. What
 * `sep=` says wins.
 */
export function delimiterOf(head: string): Delimiter {
  const text = head.startsWith(MARK) ? head.slice(1) : head
  const said = SEPARATOR_LINE.exec(text)?.[1]
  const named = DELIMITERS.find((it) => it === said)
  if (named) return named
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = fieldCounts(text, delimiter)
    const fields = counts[0] ?? 0
    if (fields < 2) continue
    const agreeing = counts.filter((it) => it === fields).length / counts.length
    const score = agreeing * 1_000 + fields
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** How many fields the first records have; the last one may be cut off by the end of the head and does not count. */
function fieldCounts(text: string, delimiter: Delimiter): number[] {
  try {
    const records = tableReader(delimiter)(text, false).slice(0, 20)
    const all = records.length > 0 ? records : tableReader(delimiter)(text, true)
    return all.map(({ cells }) => cells.length)
  } catch {
    return []
  }
}

/**
 * Reads records of RFC 4180 from parts that may be cut anywhere: quotation marks doubled, line breaks inside them, any line
 * end. A byte order mark and a `sep=` line are passed over, and so are records that are empty throughout. A record with
 * another number of fields than the first is told so; only empty ones may be too many.
 */
export function tableReader(delimiter: Delimiter): (part: string, isLast: boolean) => TableRecord[] {
  let rest = ''
  let row = 0
  let line = 1
  let width = 0
  let isBegun = false
  return (part, isLast) => {
    let text = rest + part
    if (!isBegun) {
      if (text.length < 8 && !isLast) {
        rest = text
        return []
      }
      isBegun = true
      if (text.startsWith(MARK)) text = text.slice(1)
      const separator = SEPARATOR_LINE.exec(text)
      if (separator) {
        text = text.slice(separator[0].length)
        line++
        row++
      }
    }
    const records: TableRecord[] = []
    let at = 0
    while (at < text.length) {
      const found = recordAt(text, at, delimiter, isLast, line)
      if (found === null) break
      at = found.end
      row++
      const here = line
      line += found.breaks
      if (found.cells.every((cell) => cell === '')) continue
      if (width === 0) width = found.cells.length
      const surplus = found.cells.slice(width)
      const isOdd = found.cells.length < width || surplus.some((cell) => cell !== '')
      if (!isOdd) found.cells.length = width
      const hasNul = found.cells.some((cell) => cell.includes('\u0000'))
      const fault = found.isOdd ? 'after_quote' : hasNul ? 'nul_character' : isOdd ? 'field_count' : null
      records.push({ row, line: here, cells: found.cells, fault })
    }
    rest = text.slice(at)
    if (rest.length > MAX_FIELD * 2) throw new TableFault('field_too_long', line)
    return records
  }
}

type Found = { cells: string[]; end: number; breaks: number; isOdd: boolean }

/** The record that begins at `from`, or null when its end has not arrived. */
function recordAt(text: string, from: number, delimiter: string, isLast: boolean, line: number): Found | null {
  const cells: string[] = []
  let at = from
  let breaks = 0
  let isOdd = false
  for (;;) {
    let end: number
    let cell: string
    if (text[at] === QUOTE) {
      const close = closingMark(text, at + 1, isLast)
      if (close === null) {
        if (isLast) throw new TableFault('quote_not_closed', line + breaks)
        if (text.length - at > MAX_FIELD) throw new TableFault('quote_not_closed', line + breaks)
        return null
      }
      const inside = text.slice(at + 1, close)
      breaks += lineBreaks(inside)
      cell = inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside
      end = plainEnd(text, close + 1, delimiter)
      if (end > close + 1) {
        const more = text.slice(close + 1, end)
        if (more.trim() !== '') isOdd = true
        cell += isOdd ? more : ''
      }
    } else {
      end = plainEnd(text, at, delimiter)
      cell = text.slice(at, end)
    }
    if (cell.length > MAX_FIELD) throw new TableFault('field_too_long', line + breaks)
    if (end >= text.length && !isLast) return null
    // What follows a carriage return decides whether it is one line end or two.
    if (text[end] === '\r' && end + 1 >= text.length && !isLast) return null
    cells.push(cell)
    if (text[end] === delimiter) {
      at = end + 1
      continue
    }
    if (end >= text.length) return { cells, end, breaks: breaks + 1, isOdd }
    return { cells, end: end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1), breaks: breaks + 1, isOdd }
  }
}

/** Where a field without quotation marks ends. */
function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length) {
    const mark = text[at]
    if (mark === delimiter || mark === '\n' || mark === '\r') break
    at++
  }
  return at
}

/** The quotation mark that closes a field, or null when it has not arrived; two together are one that is written. */
function closingMark(text: string, from: number, isLast: boolean): number | null {
  let mark = text.indexOf(QUOTE, from)
  while (mark !== -1 && text[mark + 1] === QUOTE) mark = text.indexOf(QUOTE, mark + 2)
  if (mark === -1 || (mark + 1 >= text.length && !isLast)) return null
  return mark
}

const lineBreaks = (text: string): number => text.match(/\r\n|\n|\r/gu)?.length ?? 0

const VEIL = '\\s\\u00a0\\u1680\\u2000-\\u200d\\u2028\\u2029\\u202f\\u205f-\\u2064\\u3000\\ufeff"\'‘’“”«»'
const VEILED = new RegExp(`^'[${VEIL}]*[=+@\\t\\r\\n＝＋－＠-]`, 'u')
/** A cell without the apostrophe that the Excel profile puts before what a spreadsheet might run (lib/data/csv-export.ts). */
export const unveiled = (cell: string): string => (VEILED.test(cell) ? cell.slice(1) : cell)
