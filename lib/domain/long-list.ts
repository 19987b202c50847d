import { type Part, partOf } from './part'

/** One page of a list: the id to go on after, null at the end; how many there are in all. `isFirst`: it begins the list. */
export type ListPage<T> = Part<T, string> & { total: number; isFirst: boolean }

/** The page that was read with one row more than it shows. */
export function listPage<T>(
  rows: readonly T[],
  { size, total, after, idOf }: { size: number; total: number; after: string | null; idOf: (row: T) => string },
): ListPage<T> {
  return { ...partOf(rows, size, idOf), total, isFirst: after === null }
}
