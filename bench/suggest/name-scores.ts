import { tally } from './rule-tally'

/** Every how-manieth pair of a place and its other spelling is tried, and as many negatives of each kind. */
const SAMPLE = 1_500

const trigrams = (name: string) => {
  const padded = `  ${name.toLowerCase()} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)))
}

/**
 * A GeoNames country file: a place's name and its other Latin spellings are one; the hard negative of a name is the
 * spelling of another place that shares most trigrams with it, the random one any other.
 */
export function nameScores(file: string, ruleOf: (a: string, b: string) => string | null) {
  const rules = tally()
  const areOne = (a: string, b: string, are: boolean) => {
    const rule = ruleOf(a, b)
    if (rule !== null) rules.count(rule, are ? 'right' : 'wrong')
    return rule !== null
  }
  const places = file
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((it) => it[6] === 'P' || it[6] === 'A')
    .map((it) => ({
      name: it[1] ?? '',
      others: (it[3] ?? '').split(',').filter((name) => /^[\p{Script=Latin}' -]+$/u.test(name)),
    }))
  const pairs = places.flatMap(({ name, others }) =>
    others
      .filter((other) => other !== name && other.toLowerCase() !== name.toLowerCase())
      .map((other) => [name, other] as const),
  )
  const step = Math.max(1, Math.floor(pairs.length / SAMPLE))
  const tried = pairs.filter((_, i) => i % step === 0).slice(0, SAMPLE)

  const index = new Map<string, number[]>()
  places.forEach(({ name }, i) => {
    for (const gram of trigrams(name)) {
      const list = index.get(gram)
      if (list) list.push(i)
      else index.set(gram, [i])
    }
  })
  const mostAlike = (name: string, spellings: readonly string[]): string | null => {
    const own = trigrams(name)
    const shared = new Map<number, number>()
    for (const gram of own) for (const i of index.get(gram) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1)
    let best: string | null = null
    let bestShare = 0
    for (const [i, n] of shared) {
      const other = places[i]
      if (
        !other ||
        other.name.toLowerCase() === name.toLowerCase() ||
        other.others.includes(name) ||
        spellings.includes(other.name)
      )
        continue
      const share = n / (own.size + trigrams(other.name).size - n)
      if (share > bestShare) [best, bestShare] = [other.name, share]
    }
    return best
  }
  const spellingsOf = new Map(places.map(({ name, others }) => [name, others]))
  let [recalled, hard, hardTried, random] = [0, 0, 0, 0]
  tried.forEach(([a, b], i) => {
    if (areOne(a, b, true)) recalled++
    const alike = mostAlike(a, spellingsOf.get(a) ?? [])
    if (alike) {
      hardTried++
      if (areOne(a, alike, false)) hard++
    }
    const any = places[(i * 7_919) % places.length]?.name ?? ''
    if (any.toLowerCase() !== a.toLowerCase() && areOne(a, any, false)) random++
  })
  return {
    recall: recalled / tried.length,
    hard: hard / hardTried,
    random: random / tried.length,
    pairs: tried.length,
    byRule: rules.byRule(),
  }
}
