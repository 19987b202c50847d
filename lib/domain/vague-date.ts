import edtf from 'edtf'
import type { FieldFault } from './fault'
import type { DateBasis } from './vocabulary'

/**
 * A date as it is known: the words as written, an EDTF expression (ISO 8601-2:2019), the days it spans, and how it is known.
 * Dates are never guessed: no EDTF without a basis. `from`/`to` are calendar days YYYY-MM-DD, null where the interval is open.
 */
export type VagueDate = {
  words: string | null
  edtf: string | null
  from: string | null
  to: string | null
  basis: DateBasis
}

export const UNKNOWN_DATE: VagueDate = { words: null, edtf: null, from: null, to: null, basis: 'unknown' }

/** Reads a date as typed, or says which field is wrong: `<field>.edtf` or `<field>.basis`. */
export function readVagueDate(
  field: string,
  raw: { words?: string | null | undefined; edtf?: string | null | undefined; basis?: DateBasis | undefined },
): VagueDate | FieldFault {
  const words = raw.words?.trim() ? raw.words : null
  const expression = raw.edtf?.trim() || null
  const basis = raw.basis ?? 'unknown'
  if ((expression === null) !== (basis === 'unknown')) return { field: `${field}.basis`, reason: 'date_needs_basis' }
  if (expression === null) return { ...UNKNOWN_DATE, words }
  try {
    edtf(expression) // the whole expression must be one; the hours in it do not move its days
    const { min, max } = edtf(expression.replace(/T[^/,\]}]*/g, ''))
    const isOpen = expression.includes('/') || expression.includes('..')
    if ([min, max].some((at) => Number.isNaN(at) || (Number.isFinite(at) ? at < FIRST_DAY || at > LAST_DAY : !isOpen)))
      throw new RangeError('outside the years 1 to 9999')
    return { words, edtf: expression, from: dayOf(min), to: dayOf(max), basis }
  } catch {
    // edtf throws a parser error whose text is of no use to a reader; the field and the fix are.
    return { field: `${field}.edtf`, reason: 'not_a_date', values: { found: expression } }
  }
}

/** The last day an expression can mean, or null when it is none or has no end. */
export function lastDayOf(expression: string | null): string | null {
  if (expression === null) return null
  const read = readVagueDate('date', { edtf: expression, basis: 'stated' })
  return 'reason' in read ? null : read.to
}

/** Before and after every day: ends that are open, and then ends that nobody knows. */
const ALWAYS = ' '
const FOR_EVER = '~'
const UNKNOWN_END = '~~'
const firstOf = ({ edtf: expression, from }: VagueDate): string =>
  from ?? (expression?.replace(/^[[{]/, '').startsWith('..') ? ALWAYS : UNKNOWN_END)
const lastOf = ({ edtf: expression, to }: VagueDate): string =>
  to ?? (expression?.replace(/[\]}]$/, '').endsWith('..') ? FOR_EVER : UNKNOWN_END)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The order of dates by their first day: what was always so comes first, what nobody knows the start of comes last. Of two
 * that start together the one that is over sooner comes first. Dates that are alike in this keep the order they had.
 */
export const byFirstDay = (a: VagueDate, b: VagueDate): number =>
  compare(firstOf(a), firstOf(b)) || compare(lastOf(a), lastOf(b))

/** Days are kept as YYYY-MM-DD, which has four figures for the year and no year 0 in PostgreSQL. */
const FIRST_DAY = Date.parse('0001-01-01T00:00:00Z')
const LAST_DAY = Date.parse('9999-12-31T23:59:59.999Z')

const dayOf = (milliseconds: number): string | null =>
  Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString().slice(0, 10) : null
