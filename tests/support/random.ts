/** Seeded dice (mulberry32): a failure can be thrown again. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const oneOf = <T>(values: readonly T[]): T => values[below(values.length)] as T
  /** Text of French letters, marks, combining accents and characters beyond the BMP. */
  const text = (length: number): string =>
    Array.from({ length }, () =>
      oneOf(['a', 'b', ' ', 'é', 'e\u0301', '’', "'", '«', '\u00a0', '\n', '😀', '𝒜', '中']),
    ).join('')
  return { next, below, oneOf, text }
}
