/** How often a rule was right and wrong: all that leaves a labelled set. */
export type Tally = { right: number; wrong: number }

/** Counts by rule; `byRule` gives them in the order of the alphabet. */
export function tally() {
  const counts = new Map<string, Tally>()
  return {
    count(rule: string, how: keyof Tally): void {
      const its = counts.get(rule) ?? { right: 0, wrong: 0 }
      its[how]++
      counts.set(rule, its)
    },
    byRule: (): (readonly [string, Tally])[] => [...counts].sort(([a], [b]) => a.localeCompare(b)),
  }
}
