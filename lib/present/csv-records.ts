/**
 * Reads back the records that PostgreSQL writes in the machine's form: commas, a line feed after each record, quotation marks
 * doubled. Chunks may be cut anywhere. An absent value and an empty one are both an empty text.
 */
export function recordReader(): (chunk: Uint8Array) => string[][] {
  const letters = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  return (chunk) => {
    const text = rest + letters.decode(chunk, { stream: true })
    const records: string[][] = []
    let record: string[] = []
    /** Where the first record that is not whole begins. */
    let begun = 0
    let at = 0
    while (at < text.length) {
      let end: number
      if (text[at] === '"') {
        end = closingMark(text, at + 1)
        // What follows a mark decides whether it closes: it must have arrived.
        if (end === -1 || end + 1 >= text.length) break
        record.push(text.slice(at + 1, end).replaceAll('""', '"'))
        end++
      } else {
        end = at
        while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++
        if (end >= text.length) break
        record.push(text.slice(at, end))
      }
      at = end + 1
      if (text[end] === ',') continue
      records.push(record)
      record = []
      begun = at
    }
    rest = text.slice(begun)
    return records
  }
}

/** The quotation mark that closes a field, or -1 when it has not arrived; two together are one that is written. */
function closingMark(text: string, from: number): number {
  let mark = text.indexOf('"', from)
  while (mark !== -1 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2)
  return mark
}
