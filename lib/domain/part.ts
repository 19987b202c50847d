/** Some of a long list, and after which of them the next ones come; null when there are no more. */
export type Part<T, P> = { items: readonly T[]; next: P | null }

/** The first `take` of rows of which one more was asked for, so that it shows whether there are more. */
export function partOf<T, P>(rows: readonly T[], take: number, placeOf: (last: T) => P): Part<T, P> {
  const items = rows.slice(0, take)
  const last = items.at(-1)
  return { items, next: rows.length > take && last !== undefined ? placeOf(last) : null }
}
