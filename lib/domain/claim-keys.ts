import { type Slots, WEEK_MS } from './claim-pair'

/** Weeks that are none: of claims nobody has dated, and of dated ones where the undated look for them. */
const UNDATED = 0
const ANY_WEEK = 1
/** Numbers of weeks fit in fourteen bits beside those two. */
const WEEKS = 16_382
const WEEKS_BEFORE_1970 = 8_192

const NAMES = 4
const WORDS = 3
const PLACES = 3
/** A claim about a longer stretch is looked up at its ends. */
const LONGEST_STRETCH = 6
const DAY_MS = 86_400_000

/** The weeks of a claim, the one of the day behind it too: an evening is dated the day after by others. */
function weeksOf({ from, to }: Slots): number[] {
  if (from === null || to === null) return []
  const [first, last] = [Date.parse(from), Date.parse(to) + DAY_MS].map((at) => Math.floor(at / WEEK_MS)) as [
    number,
    number,
  ]
  const stretch = Array.from({ length: Math.min(last - first, LONGEST_STRETCH) + 1 }, (_, i) => first + i)
  const weeks = last - first > LONGEST_STRETCH ? [first, last] : stretch
  return weeks.map((week) => 2 + ((((week + WEEKS_BEFORE_1970) % WEEKS) + WEEKS) % WEEKS))
}

/**
 * The keys a claim is found by and those it looks for: two things at once, in one week. One thing alone is held by more and
 * more claims as an archive grows. What nobody has dated is compared with the dated by two names, and with its like by all.
 */
export function keysOf(slots: Slots): { stored: bigint[]; sought: bigint[] } {
  const names = slots.names.slice(0, NAMES)
  const places = slots.places.slice(0, PLACES)
  const words = [...(slots.words.fr ?? slots.words.en ?? [])].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const units = [...new Set(slots.counts.map(({ unit }) => unit))]
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => `n ${[a, b].sort().join(' ')}`))
  const things = [
    ...pairs,
    ...names.flatMap((name) => units.map((unit) => `u ${unit} ${name}`)),
    ...names.flatMap((name) => words.slice(0, WORDS).map((word) => `w ${word} ${name}`)),
    // What happened and where, under any of the names of the place.
    ...places.flatMap((place) => [
      ...slots.classes.map((it) => `c ${it} ${place}`),
      ...units.map((unit) => `q ${unit} ${place}`),
    ]),
  ]
  const hashes = [...new Set(things)].map(hash48)
  // Claims people linked to one event meet whatever the days they give: that they give others is worth knowing.
  const ofEvent = at(ANY_WEEK, slots.eventId === null ? [] : [hash48(`e ${slots.eventId}`)])
  const ofPairs = hashes.slice(0, new Set(pairs).size)
  const weeks = weeksOf(slots)
  if (weeks.length === 0)
    return {
      stored: [...at(UNDATED, hashes), ...ofEvent],
      sought: [...at(UNDATED, hashes), ...at(ANY_WEEK, ofPairs), ...ofEvent],
    }
  const dated = weeks.flatMap((week) => at(week, hashes))
  return {
    stored: [...dated, ...at(ANY_WEEK, ofPairs), ...ofEvent],
    sought: [...dated, ...at(UNDATED, ofPairs), ...ofEvent],
  }
}

/** A key as a number: the week first, so that what is new lies together in an index, then 48 bits of what is shared. */
const at = (week: number, hashes: readonly bigint[]) => hashes.map((hash) => (BigInt(week) << 48n) | hash)

/** Two sums over the letters, each stirred by its own odd number (cyrb53, public domain), 48 bits of them. */
function hash48(text: string): bigint {
  let [one, two] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i)
    one = Math.imul(one ^ letter, 2_654_435_761)
    two = Math.imul(two ^ letter, 1_597_334_677)
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909)
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return BigInt((two & 0xffff) * 2 ** 32 + (one >>> 0))
}
