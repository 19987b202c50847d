import { annotationReader, areAnnotations } from './table-annotations'
import { delimiterOf, TABLE_HEAD, TableFault, type TableRecord, tableReader } from './table-file'
import type { TableFormat } from './table-import'
import { areJsonLines, jsonLinesReader } from './table-json'

/** Bytes in, records out, some at a time: text with separators, or the sheet of a workbook. */
export type RecordsOf = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<TableRecord[]>

/** How a table is read, by what it came as and, of a workbook, by its sheet: the first, when null. */
export type TableReader = (format: TableFormat, sheet: string | null) => RecordsOf

/** The records of a text: UTF-8, or UTF-16 with its mark. Anything else is refused rather than guessed. */
export async function* textRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TableRecord[]> {
  let letters: TextDecoder | null = null
  let head = ''
  let read: ReturnType<typeof tableReader> | null = null
  const decoded = (part: Uint8Array | undefined): string => {
    try {
      letters ??= decoderOf(part)
      return letters.decode(part, { stream: part !== undefined })
    } catch {
      throw new TableFault('not_utf8')
    }
  }
  for await (const part of bytes) {
    const text = decoded(part)
    if (read) {
      yield read(text, false)
      continue
    }
    head += text
    if (head.length < TABLE_HEAD) continue
    read = readerOf(head)
    yield read(head, false)
  }
  const rest = decoded(undefined)
  if (read) yield read(rest, true)
  else yield readerOf(head + rest)(head + rest, true)
}

/** How a text is written shows at its beginning: annotations, an object a line, or separators. */
function readerOf(head: string): ReturnType<typeof tableReader> {
  if (areAnnotations(head)) return annotationReader()
  return areJsonLines(head) ? jsonLinesReader(head) : tableReader(delimiterOf(head))
}

function decoderOf(part: Uint8Array | undefined): TextDecoder {
  const [first, second] = part ?? []
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  return new TextDecoder(wide ?? 'utf-8', { fatal: true, ignoreBOM: wide === null })
}

/** The names of the columns and the first rows, for a person who says what they mean. */
export type TableHead = { names: string[]; samples: string[][] }
/** How many rows are shown of each column. */
export const SAMPLES = 3

/** Reads the beginning of a table, and no more of it than that. A name that stands twice would make its cells ambiguous. */
export async function headOf(records: AsyncIterable<TableRecord[]>): Promise<TableHead> {
  const first: TableRecord[] = []
  for await (const some of records) {
    first.push(...some.slice(0, SAMPLES + 1 - first.length))
    if (first.length > SAMPLES) break
  }
  const [header, ...rows] = first
  if (!header) throw new TableFault('empty')
  return { names: namesOf(header), samples: rows.map(({ cells }) => cells) }
}

/** The names in the first record; refused when they name nothing, or one of them twice. */
export function namesOf({ cells, line }: TableRecord): string[] {
  const names = cells.map((name) => name.trim())
  while (names.at(-1) === '') names.pop()
  if (names.length === 0 || names.every((name) => /^[\d\s.,-]*$/.test(name))) throw new TableFault('no_header', line)
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i)
  if (twice !== undefined) throw new TableFault('name_twice', line, twice)
  return names
}
