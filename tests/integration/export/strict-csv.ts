/** RFC 4180 and nothing looser: CRLF ends a record, quotation marks are doubled, every record has as many fields as the first. */
export function parseStrictCsv(text: string, delimiter: ',' | ';' = ','): string[][] {
  const records: string[][] = []
  let at = 0
  const fail = (why: string): never => {
    throw new Error(`not CSV at ${at}: ${why} ${JSON.stringify(text.slice(Math.max(0, at - 30), at + 30))}`)
  }
  while (at < text.length) {
    const record: string[] = []
    for (;;) {
      let field = ''
      if (text[at] === '"') {
        for (at++; ; at++) {
          if (at >= text.length) fail('a quotation mark is not closed')
          if (text[at] !== '"') field += text[at]
          else if (text[at + 1] === '"') field += text[at++]
          else break
        }
        at++
      } else {
        for (; at < text.length && text[at] !== delimiter && text[at] !== '\r'; at++) {
          if (text[at] === '"' || text[at] === '\n') fail('a bare quotation mark or line feed')
          field += text[at]
        }
      }
      record.push(field)
      if (text[at] === delimiter) at++
      else if (text.startsWith('\r\n', at)) {
        at += 2
        break
      } else fail('neither separator nor CRLF after a field')
    }
    if (records[0] && record.length !== records[0].length) fail(`${record.length} fields`)
    records.push(record)
  }
  return records
}

/** The records under the names of the head. */
export function rowsOf(text: string, delimiter: ',' | ';' = ','): Record<string, string>[] {
  const [head = [], ...records] = parseStrictCsv(text, delimiter)
  return records.map((record) => Object.fromEntries(head.map((name, i) => [name, record[i] ?? ''])))
}
