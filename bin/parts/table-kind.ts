import { closeSync, openSync, readSync } from 'node:fs'
import { formatOf, textOfFile } from '@/lib/domain/import-format'
import { areAnnotations } from '@/lib/domain/table-annotations'

/** Whether a file is a table, by its name and its first bytes; a big one is not read for that. */
export function tableIn(path: string | null, format: string): 'text' | 'lines' | 'workbook' | null {
  if (path === null) return format === 'csv' ? 'text' : format === 'jsonl' ? 'lines' : null
  const head = Buffer.alloc(64_000)
  let length = 0
  try {
    const opened = openSync(path, 'r')
    length = readSync(opened, head, 0, head.length, 0)
    closeSync(opened)
  } catch {
    return null // reading it whole says what is wrong
  }
  const start = head.subarray(0, length)
  if (start.toString('latin1', 0, 4) === 'PK\u0003\u0004' && /\.xlsx$/i.test(path)) return 'workbook'
  if (format === 'csv' || /\.(csv|tsv)$/i.test(path)) return 'text'
  if (format === 'jsonl') return 'lines'
  const cut = start.subarray(0, Math.max(start.lastIndexOf(0x0a), 0) || length)
  const read = textOfFile(cut)
  if (read.ok && areAnnotations(read.text)) return 'lines'
  const found = read.ok ? formatOf(read.text) : null
  return found === 'csv' ? 'text' : found === 'jsonl' ? 'lines' : null
}
