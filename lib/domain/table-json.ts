import { MAX_FIELD, TableFault, type TableRecord } from './table-file'

/** Lists of codes, which claims.csv joins by a space; it joins words by ` | `. */
const CODES = new Set(['quote_scope', 'conflict_ids', 'labels'])

/** Whether the beginning of a text is JSON Lines: an object a line. */
export const areJsonLines = (head: string): boolean => /^\ufeff?\s*\{\s*"/u.test(head)

/**
 * The records of JSON Lines as those of a table: the columns are the keys of the objects in `head`, a line is a row. Values are
 * written as claims.csv writes them (chains, lists, an event by its address); what has no such form stays JSON.
 */
export function jsonLinesReader(head: string): (part: string, isLast: boolean) => TableRecord[] {
  const names = namesIn(head)
  let [rest, line, isBegun] = ['', 0, false]
  return (part, isLast) => {
    const lines = (rest + part).split('\n')
    rest = isLast ? '' : (lines.pop() ?? '')
    if (rest.length > MAX_FIELD * 2) throw new TableFault('field_too_long', line + 1)
    const records: TableRecord[] = isBegun ? [] : [{ row: 0, line: 0, cells: names, fault: null }]
    isBegun = true
    for (const text of lines) {
      line++
      const words = text.replace(/^\ufeff/u, '').trim()
      if (words === '') continue
      records.push({ row: line, line, ...cellsOf(objectIn(words), names) })
    }
    return records
  }
}

/** The keys of the whole lines of a text, in the order in which they come up. */
function namesIn(head: string): string[] {
  const names = new Set<string>()
  for (const line of head.split('\n'))
    for (const name of Object.keys(objectIn(line.replace(/^\ufeff/u, '')) ?? {})) names.add(name)
  if (names.size === 0) throw new TableFault('no_header', 1)
  return [...names]
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null // said as the fault of this row
  }
}

function cellsOf(it: Record<string, unknown> | null, names: readonly string[]): Pick<TableRecord, 'cells' | 'fault'> {
  if (it === null) return { cells: names.map(() => ''), fault: 'not_json' }
  const cells = names.map((name) => cellOf(name, it[name]))
  const surplus = Object.keys(it).filter((name) => !names.includes(name) && cellOf(name, it[name]) !== '')
  const hasNul = cells.some((cell) => cell.includes('\u0000'))
  return {
    cells: [...cells, ...surplus.map((name) => cellOf(name, it[name]))],
    fault: hasNul ? 'nul_character' : surplus.length > 0 ? 'field_count' : null,
  }
}

function cellOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (!Array.isArray(value))
    return name === 'event' ? textAt(value, 'slug') || JSON.stringify(value) : JSON.stringify(value)
  if (name === 'attribution_chain') return value.map(hopOf).join(' > ')
  if (value.some((it) => it !== null && typeof it === 'object')) return JSON.stringify(value)
  return value.join(CODES.has(name) ? ' ' : ' | ')
}

/** As claims.csv writes one: `AFP (agency)`. */
const hopOf = (hop: unknown): string =>
  `${textAt(hop, 'source') || '…'} (${textAt(hop, 'role')}${textAt(hop, 'scope') === 'ambiguous' ? ', ambiguous' : ''})`

const textAt = (it: unknown, key: string): string => {
  const value = it !== null && typeof it === 'object' ? (it as Record<string, unknown>)[key] : null
  return typeof value === 'string' ? value : ''
}
