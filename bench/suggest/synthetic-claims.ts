/** Claims nobody made, the same at every run: for measuring what an archive of a given size costs. */
export type Synthetic = {
  fr: string
  /** Days since the first one. */
  day: number
  /** The place in the list of the claim this one was planted for, or null. */
  partner: number | null
}

const PER_DAY = 40
const PLANTED = 50 // of a thousand
/** A planted claim comes up to so many claims later: others report in between. */
const LATER = 40
const UNITS =
  'morts blessés disparus maisons véhicules soldats élèves familles tonnes emplois réfugiés manifestants'.split(' ')
const STARTS =
  'ba be bi bo da de do fa fe fi ga go gui ha ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va vi vo za'.split(
    ' ',
  )
const ENDS = 'n r l s t nd rt ssa mbe ngue lle tte nne che gne rre'.split(' ')

/** A sequence that is the same at every run. */
export function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The nth word of a vocabulary: every number has its own. */
function word(n: number): string {
  let rest = n
  let made = ''
  for (let i = 0; i < 3 || rest > 0; i++) {
    made += STARTS[rest % STARTS.length]
    rest = Math.floor(rest / STARTS.length)
  }
  return made + (ENDS[n % ENDS.length] ?? '')
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Claims in the order they came, as many a day at every size. Words, people and places follow what real archives do: few
 * are everywhere and many nearly nowhere (Zipf), and new ones keep coming (Heaps). One in twenty is told again: within two
 * days, by somebody else in half the cases, with another number, a word changed, and the place spelled otherwise in half.
 */
export function* syntheticClaims(size: number): Generator<Synthetic> {
  const next = sequence(7)
  /** One of so many, the first ones most often. */
  const zipf = (many: number) => Math.floor(many ** (next(1_000_000) / 1_000_000)) - 1
  const waiting = new Map<number, Synthetic>()
  for (let n = 0; n < size; n++) {
    const planted = waiting.get(n)
    if (planted) {
      waiting.delete(n)
      yield { ...planted, day: Math.max(planted.day, Math.floor(n / PER_DAY)) }
      continue
    }
    const grown = Math.sqrt(n)
    const day = Math.floor(n / PER_DAY)
    const words = Array.from({ length: 5 }, () => word(4_000 + zipf(3_000 + 40 * grown)))
    const person = () => `${capital(word(zipf(200 + 2 * grown)))} ${capital(word(50_000 + zipf(900 + 15 * grown)))}`
    const place = capital(word(90_000 + zipf(400 + 4 * grown)))
    const unit = UNITS[zipf(UNITS.length)] ?? ''
    const number = 10 + next(400)
    const who = person()
    const said = (by: string, about: readonly string[], town: string, many: number) =>
      `Selon ${by}, ${about.slice(0, 2).join(' ')} à ${town} : ${about.slice(2).join(' ')} fait ${many} ${unit}.`
    const at = n + 1 + next(LATER)
    if (next(1_000) < PLANTED && at < size && !waiting.has(at)) {
      const other = next(2) ? place : spelled(place)
      const told = said(next(2) ? who : person(), [...words.slice(0, 4), word(4_000 + zipf(3_000))], other, number + 50)
      waiting.set(at, { fr: told, day: day + next(2), partner: n })
    }
    yield { fr: said(who, words, place, number), day, partner: null }
  }
}

/** Another spelling of one sound. */
export const spelled = (name: string): string =>
  name
    .replace(/(?<=.)k/g, 'kk')
    .replace(/(?<=.)([lmnrst])(?=[aeiou])/, '$1$1')
    .replace(/(?<=.)gui/g, 'gi')
