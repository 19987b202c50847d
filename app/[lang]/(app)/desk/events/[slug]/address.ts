import type { MatrixFilter } from '@/lib/domain/matrix'

/** A cell of the matrix, as the address names it: the passage, and the property when one is chosen. */
export type CellKey = { occurrenceId: string; property: string }
export type Asked = MatrixFilter & { cell: CellKey | null; done: string | null }
type Raw = Record<string, string | string[] | undefined>

/** A cell as the address writes it: the passage, a full stop, the property. */
export function cellOf(written: string): CellKey | null {
  const [occurrenceId = '', property = ''] = written.split('.')
  return occurrenceId === '' ? null : { occurrenceId, property }
}

/** What the address asks of the matrix. */
export function askedOf(raw: Raw): Asked {
  const one = (key: string): string | null => {
    const value = raw[key]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    origin: one('origin'),
    conflict: one('conflict'),
    outlet: one('outlet'),
    isWhole: one('show') === 'all',
    cell: cellOf(one('cell') ?? ''),
    done: one('done'),
  }
}

/** The same matrix with one cell open. */
export const cellHref = (here: string, occurrenceId: string, property: string): string =>
  `${here}${here.includes('?') ? '&' : '?'}cell=${occurrenceId}.${property}`

/** The address of the matrix under these filters. */
export function matrixHref(
  lang: string,
  slug: string,
  { origin, conflict, outlet, isWhole }: MatrixFilter,
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams({
    ...(origin ? { origin } : {}),
    ...(conflict ? { conflict } : {}),
    ...(outlet ? { outlet } : {}),
    ...(isWhole ? { show: 'all' } : {}),
    ...more,
  }).toString()
  return `/${lang}/desk/events/${slug}${query ? `?${query}` : ''}`
}
