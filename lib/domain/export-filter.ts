import { type DeskFilter, FILTER_KEYS, type FilterKey, ME, NOBODY, UNSETTLED } from './desk-filter'
import { Fault, type FieldFault } from './fault'
import { MAX_QUESTION } from './found'
import { isUuid } from './ids'
import { RATING_CODES } from './rating'
import { codePointLength } from './text'
import {
  CONFLICT_CLASSES,
  CONFLICT_STATUSES,
  CONFLICT_TYPES,
  SEVERITIES,
  VERDICT_STATES,
  WORK_STATES,
} from './vocabulary'

export const EXPORT_TABLES = ['claims', 'conflicts', 'sources', 'evidence'] as const
export type ExportTable = (typeof EXPORT_TABLES)[number]
/** What the command line writes them as; the last two are of claims only. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'claimreview'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Longest value of a list of the desk: longer ones are cut there, where a chip shows it; here they are refused. */
const MAX_VALUE = 200
/** What may narrow a table: for the desk what narrows its list, for a stranger the words of the public search. */
export const exportKeys = (table: ExportTable, isDesk: boolean): readonly FilterKey[] =>
  table === 'evidence' ? [] : isDesk && table !== 'sources' ? FILTER_KEYS[table] : ['q']

/** The values of a filter that has a closed list; null when any words may be asked for. */
function choicesOf(table: ExportTable, key: FilterKey): readonly string[] | null {
  switch (key) {
    case 'status':
      return table === 'claims' ? WORK_STATES : [UNSETTLED, ...CONFLICT_STATUSES]
    case 'type':
      return CONFLICT_TYPES
    case 'class':
      return CONFLICT_CLASSES
    case 'severity':
      return SEVERITIES
    case 'verdict':
      return [NOBODY, ...VERDICT_STATES, ...RATING_CODES]
    case 'changed':
      return ['others']
    default:
      return null
  }
}

function faultOf(table: ExportTable, key: FilterKey, value: string, max: number): FieldFault | null {
  if (value.includes('\u0000')) return { field: key, reason: 'nul_character' }
  if (!value.isWellFormed()) return { field: key, reason: 'lone_surrogate' }
  if (codePointLength(value) > max) return { field: key, reason: 'too_long', values: { max } }
  const choices = choicesOf(table, key)
  if (choices !== null && !choices.includes(value))
    return { field: key, reason: 'not_a_choice', values: { choices: choices.join(', ') } }
  if (key === 'assignee' && value !== ME && value !== NOBODY && !isUuid(value))
    return { field: key, reason: 'unknown_id' }
  return null
}

/**
 * What an address asks of an export, or a fault that names each parameter that is unknown, twice there or wrong: a list can show
 * what it did not understand, a file cannot, and one that holds more than was asked for is not noticed. Empty values ask nothing.
 */
export function readExportFilter(
  table: ExportTable,
  isDesk: boolean,
  query: URLSearchParams,
  others: readonly string[],
): DeskFilter {
  const keys = exportKeys(table, isDesk)
  const faults: FieldFault[] = []
  const filter: Partial<Record<FilterKey, string>> = {}
  for (const name of new Set(query.keys())) {
    const key = keys.find((it) => it === name)
    if (!key && !others.includes(name)) faults.push({ field: name, reason: 'unknown_field' })
    else if (query.getAll(name).length > 1) faults.push({ field: name, reason: 'not_a_choice' })
    else if (key) {
      const value = (query.get(key) ?? '').trim()
      if (value === '') continue
      const fault = faultOf(table, key, value, key === 'q' && !isDesk ? MAX_QUESTION : MAX_VALUE)
      if (fault) faults.push(fault)
      else filter[key] = value
    }
  }
  if (faults.length > 0) throw new Fault('invalid', 'filter refused', faults)
  return filter
}

/** The query that exports what a list shows: its filter, without its order and its page. */
export const exportQuery = (filter: DeskFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter((it): it is [string, string] => it[1] !== undefined))
