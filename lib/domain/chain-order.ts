/** A list with one item moved to another place; the same list when that place does not exist. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length || to === from) return items
  const rest = items.filter((_, i) => i !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/**
 * Where an item that is being dragged belongs: the place of the row whose middle the pointer has passed. `middles` are those
 * of all rows, top to bottom, as they stand.
 */
export function placeUnder(middles: readonly number[], from: number, y: number): number {
  const above = middles.filter((middle, i) => i !== from && middle < y).length
  return Math.min(above, middles.length - 1)
}
