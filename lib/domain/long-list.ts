/** One page of a list: the id to go on after, null at the end; how many there are in all. `isFirst`: it begins the list. */
export type ListPage<T> = { items: readonly T[]; total: number; next: string | null; isFirst: boolean }

/** The page that was read with one row more than it shows. */
export function listPage<T>(
  rows: readonly T[],
  { size, total, after, idOf }: { size: number; total: number; after: string | null; idOf: (row: T) => string },
): ListPage<T> {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return {
    items,
    total,
    next: rows.length > size && last !== undefined ? idOf(last) : null,
    isFirst: after === null,
  }
}
