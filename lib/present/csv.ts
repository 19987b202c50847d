import type { Language } from '@/lib/domain/vocabulary'

export const CSV_PROFILES = ['machine', 'excel'] as const
export type CsvProfile = (typeof CSV_PROFILES)[number]

/**
 * How a file is written. `machine`: values verbatim, no byte order mark, commas. `excel`: a mark so that Excel reads UTF-8, a
 * semicolon in French where the comma is in numbers, quotation marks around every field, no field that runs as a formula.
 */
export type CsvForm = { delimiter: ',' | ';'; isForSpreadsheet: boolean }
export const csvForm = (profile: CsvProfile, lang: Language): CsvForm => ({
  delimiter: profile === 'excel' && lang === 'fr' ? ';' : ',',
  isForSpreadsheet: profile === 'excel',
})

const MARK = '\ufeff'

/** What stands before the first record: the names of the columns, which are plain ASCII. */
export function csvHead(columns: readonly string[], { delimiter, isForSpreadsheet }: CsvForm): string {
  if (!isForSpreadsheet) return `${columns.join(delimiter)}\r\n`
  return `${MARK}${columns.map((name) => `"${name}"`).join(delimiter)}\r\n`
}

/** `recoupe-claims-2026-11-25.csv` */
export const tableFileName = (table: string, now: Date, format: 'csv' | 'xlsx'): string =>
  `recoupe-${table}-${now.toISOString().slice(0, 10)}.${format}`

const QUOTE = 0x22
const CR = 0x0d
const LF = 0x0a

/**
 * Ends each record with CRLF (RFC 4180) where PostgreSQL wrote LF, and leaves a line break inside a field as it is. Chunks may be
 * cut anywhere: between quotation marks an odd number has been seen, a doubled one counts twice, and in UTF-8 these bytes are
 * never a part of another character.
 */
export function recordEnds(): (chunk: Uint8Array) => Uint8Array {
  let isQuoted = false
  return (chunk) => {
    const ends: number[] = []
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]
      if (byte === QUOTE) isQuoted = !isQuoted
      else if (byte === LF && !isQuoted) ends.push(i)
    }
    const out = new Uint8Array(chunk.length + ends.length)
    let from = 0
    ends.forEach((at, n) => {
      out.set(chunk.subarray(from, at), from + n)
      out[at + n] = CR
      from = at
    })
    out.set(chunk.subarray(from), from + ends.length)
    return out
  }
}
