import type { Speaker } from './speakers'

/** Names of more words are compared whole only. */
const WORDS = 6

/** Everybody a dispatch names, in the order they were met, found again by name without asking each in turn. */
export type People = {
  all: readonly Speaker[]
  /** The first whose name is the same somebody's: the same words, or a family name that ends the full one. */
  byName: (name: string) => Speaker | undefined
  /** Adds somebody unless the very same name is there already. */
  add: (made: Speaker) => Speaker
  rename: (one: Speaker, name: string) => void
}

export function people(): People {
  const all: Speaker[] = []
  const places = new Map<Speaker, number>()
  const exact = new Map<string, Speaker>()
  /** By the whole name and by each start and each end of it, in lower case. */
  const parts = new Map<string, Speaker>()
  const wholes = new Map<string, Speaker>()
  const first = (map: Map<string, Speaker>, key: string, one: Speaker) => {
    const known = map.get(key)
    if (!known || (places.get(one) ?? 0) < (places.get(known) ?? 0)) map.set(key, one)
  }
  const index = (one: Speaker) => {
    first(exact, one.name, one)
    const low = one.name.toLowerCase()
    first(wholes, low, one)
    for (const part of [low, ...partsOf(low)]) first(parts, part, one)
  }
  return {
    all,
    byName(name) {
      const low = name.toLowerCase()
      const found = [parts.get(low), ...partsOf(low).map((part) => wholes.get(part))].filter((it) => it !== undefined)
      return found.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))[0]
    },
    add(made) {
      const same = exact.get(made.name)
      if (same) return same
      places.set(made, all.length)
      all.push(made)
      index(made)
      return made
    },
    rename(one, name) {
      one.name = name
      index(one)
    },
  }
}

/** "marine le pen" starts with "marine" and "marine le", and ends with "le pen" and "pen". */
function partsOf(low: string): string[] {
  const words = low.split(' ', WORDS + 1)
  if (words.length > WORDS) return []
  return words.slice(1).flatMap((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')])
}
