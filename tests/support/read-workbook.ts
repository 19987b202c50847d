import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a ZIP by name, found through its list at the end, as every reader finds them; sizes and checksums are held to. */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.length - 22
  if (end < 0 || bytes.readUInt32LE(end) !== 0x0605_4b50) throw new Error('no list of files at the end')
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== 0x0201_4b50) throw new Error(`no file listed at ${at}`)
    const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((it) => bytes.readUInt32LE(at + it))
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const head = bytes.readUInt32LE(at + 42)
    if (bytes.readUInt32LE(head) !== 0x0403_4b50) throw new Error(`${name} does not begin at ${head}`)
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
    const body = inflateRawSync(bytes.subarray(from, from + packed))
    if (body.length !== size || crc32(body) !== crc) throw new Error(`${name} is damaged`)
    const [mark, ...after] = [0, 4, 8, 12].map((it) => bytes.readUInt32LE(from + packed + it))
    if (mark !== 0x0807_4b50 || after.join() !== [crc, packed, size].join())
      throw new Error(`${name}: what follows its bytes contradicts the list`)
    files.set(name, body)
    at += 46 + length
  }
  return files
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
/** Words of an XML file as a parser and then a spreadsheet read them. */
const wordsOf = (xml: string): string =>
  xml
    .replace(/\r\n?/g, '\n')
    .replace(/&(\w+);/g, (_, name: string) => NAMED[name] ?? '?')
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export type Sheet = { name: string; xml: string; rows: string[][]; numbers: Set<string> }

/** The sheets of a workbook in their order; the cells of a row by their place, absent ones empty. */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const files = unzip(bytes)
  const text = (name: string): string => files.get(name)?.toString() ?? ''
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)" Type="[^"]+" Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, target],
    ),
  )
  return [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]+)" sheetId="\d+" r:id="(\w+)"\/>/g)].map(
    ([, name = '', id]) => {
      const xml = text(`xl/${targets.get(id)}`)
      const numbers = new Set<string>()
      const rows = [...xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)].map(([, , cells = '']) => {
        const row: string[] = []
        for (const [, letters = '', n, kind = '', body = ''] of cells.matchAll(
          /<c r="([A-Z]+)(\d+)"([^>]*)>(.*?)<\/c>/gs,
        )) {
          const at = [...letters].reduce((sum, it) => sum * 26 + it.charCodeAt(0) - 64, 0) - 1
          const words = /^<is><t xml:space="preserve">(.*)<\/t><\/is>$/s.exec(body)
          const value = /^<v>(\d+)<\/v>$/.exec(body)
          if (words && kind.includes('t="inlineStr"')) row[at] = wordsOf(words[1] ?? '')
          else if (value) {
            row[at] = value[1] ?? ''
            numbers.add(`${letters}${n}`)
          } else throw new Error(`${letters}${n} is neither words nor a number`)
        }
        return Array.from(row, (it) => it ?? '')
      })
      return { name: wordsOf(name), xml, rows, numbers }
    },
  )
}
