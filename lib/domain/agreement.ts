import { RATING_CODES, RATINGS, type RatingCode } from './rating'

/** What several readers said of one thing; `null` where a reader said nothing. */
export type Unit<V> = readonly (V | null)[]
export type Metric = 'nominal' | 'ordinal'

/**
 * Krippendorff's alpha: 1 − (disagreement observed / disagreement expected by chance). 1 is perfect, 0 is what chance alone
 * would give, less is systematic disagreement. Any number of readers, with missing data; units with fewer than two values
 * are not pairable and are left out. Null where it is not defined: nothing to pair, or one value throughout, which leaves
 * chance nothing to disagree about.
 *
 * `ordinal` takes numbers and weighs a disagreement by how many values lie between the two.
 *
 * After Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), University of Pennsylvania,
 * https://repository.upenn.edu/asc_papers/43, whose worked examples are this function's tests.
 */
export function krippendorffAlpha<V extends string | number>(units: readonly Unit<V>[], metric: Metric): number | null {
  const pairable = units.map((unit) => unit.filter((it) => it !== null)).filter(({ length }) => length > 1)
  const values = [...new Set(pairable.flat())].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const place = new Map(values.map((value, i) => [value, i]))
  const size = values.length
  // Coincidences: how often two values met in one unit, each unit counting as much as it has values.
  const met = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const unit of pairable)
    unit.forEach((a, i) => {
      unit.forEach((b, j) => {
        if (i === j) return
        const row = met[place.get(a) ?? 0] as number[]
        const k = place.get(b) ?? 0
        row[k] = (row[k] ?? 0) + 1 / (unit.length - 1)
      })
    })
  const total = met.map((row) => row.reduce((sum, it) => sum + it, 0))
  const n = total.reduce((sum, it) => sum + it, 0)
  let observed = 0
  let expected = 0
  for (let c = 0; c < size; c++)
    for (let k = c + 1; k < size; k++) {
      const distance = metric === 'nominal' ? 1 : ordinalDistance(total, c, k)
      observed += (met[c]?.[k] ?? 0) * distance
      expected += (total[c] ?? 0) * (total[k] ?? 0) * distance
    }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected
}

/** The square of how many values lie from one rank to another, its two ends counting half. */
function ordinalDistance(total: readonly number[], from: number, to: number): number {
  const between = total.slice(from, to + 1).reduce((sum, it) => sum + it, 0)
  return (between - ((total[from] ?? 0) + (total[to] ?? 0)) / 2) ** 2
}

/** One reader's rating of one claim. */
export type Reading = { unit: string; reader: string; rating: RatingCode }
/** Fewer claims than this, and a figure would say more about chance than about readers. */
export const TOO_FEW = 5

export type Figures = {
  /** Claims that at least two people rated, and the ratings they gave. */
  units: number
  readings: number
  nominal: number | null
  /** On the truth axis only: a rating off it has no distance to any other. */
  ordinal: number | null
  ordinalUnits: number
  /** Claims on which everybody gave the same rating. */
  unanimous: number
  differing: string[]
  /** Of the times a rating was given, how often another reader of the same claim gave it too. */
  perRating: { rating: RatingCode; given: number; shared: number }[]
  perPair: {
    readers: readonly [string, string]
    units: number
    same: number
    nominal: number | null
    ordinal: number | null
  }[]
}

/** How far readers agree, over all of them, rating by rating and two by two. One rating counts per reader and claim: the first. */
export function agreementFigures(readings: readonly Reading[]): Figures {
  const byUnit = new Map<string, Map<string, RatingCode>>()
  for (const { unit, reader, rating } of readings) {
    const of = byUnit.get(unit) ?? new Map<string, RatingCode>()
    if (!of.has(reader)) of.set(reader, rating)
    byUnit.set(unit, of)
  }
  const paired = [...byUnit].filter(([, of]) => of.size > 1)
  const values = paired.map(([, of]) => [...of.values()])
  const differing = paired.filter(([, of]) => new Set(of.values()).size > 1).map(([unit]) => unit)
  return {
    units: paired.length,
    readings: values.flat().length,
    ...alphas(values),
    ordinalUnits: onAxis(values).length,
    unanimous: paired.length - differing.length,
    differing,
    perRating: RATING_CODES.flatMap((rating) => {
      const given = values.flat().filter((it) => it === rating).length
      if (given === 0) return []
      const shared = values.reduce((sum, of) => {
        const times = of.filter((it) => it === rating).length
        return sum + (times * (times - 1)) / (of.length - 1)
      }, 0)
      return [{ rating, given, shared: shared / given }]
    }),
    perPair: pairsOf(paired.map(([, of]) => of)),
  }
}

const axisOf = (rating: RatingCode): number | null => RATINGS[rating].axis
/** The units of the truth axis: ratings without a place on it are missing data there. */
const onAxis = (units: readonly (readonly RatingCode[])[]): number[][] =>
  units.map((of) => of.map(axisOf).filter((it) => it !== null)).filter(({ length }) => length > 1)
const alphas = (units: readonly (readonly RatingCode[])[]) => {
  const ordinal = onAxis(units)
  return {
    nominal: units.length < TOO_FEW ? null : krippendorffAlpha(units, 'nominal'),
    ordinal: ordinal.length < TOO_FEW ? null : krippendorffAlpha(ordinal, 'ordinal'),
  }
}

function pairsOf(units: readonly ReadonlyMap<string, RatingCode>[]): Figures['perPair'] {
  const pairs = new Map<string, { readers: readonly [string, string]; values: [RatingCode, RatingCode][] }>()
  for (const of of units) {
    const readers = [...of.keys()].sort()
    readers.forEach((a, i) => {
      for (const b of readers.slice(i + 1)) {
        const key = `${a} ${b}`
        const pair = pairs.get(key) ?? { readers: [a, b] as const, values: [] }
        pair.values.push([of.get(a) as RatingCode, of.get(b) as RatingCode])
        pairs.set(key, pair)
      }
    })
  }
  return [...pairs.values()]
    .map(({ readers, values }) => ({
      readers,
      units: values.length,
      same: values.filter(([a, b]) => a === b).length,
      ...alphas(values),
    }))
    .sort((a, b) => b.units - a.units || a.readers.join().localeCompare(b.readers.join()))
}
