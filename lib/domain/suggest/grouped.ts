/** The items of a list by a key, each group in the order of the list. */
export function grouped<T>(list: readonly T[], keyOf: (it: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const it of list) {
    const key = keyOf(it)
    const group = groups.get(key)
    if (group) group.push(it)
    else groups.set(key, [it])
  }
  return groups
}
