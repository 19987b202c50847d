import { mostEdits, type NameForm, NEAR_LENGTH } from './compare-names'

/** Most others one name is compared with: no text anybody wrote comes near it, one made to hurt costs no more. */
const MOST_OTHERS = 500

/**
 * For each name the later ones it may be one with: those that share an id or a sound, and those whose sounds differ by few
 * letters. Never every one with every other: a long text has thousands of names.
 */
export function meetings(forms: readonly NameForm[]): number[][] {
  const later: Set<number>[] = forms.map(() => new Set())
  const meet = (a: number, b: number) => {
    const others = later[Math.min(a, b)]
    if (a !== b && others && others.size < MOST_OTHERS) others.add(Math.max(a, b))
  }
  const byKey = new Map<string, number[]>()
  forms.forEach((form, i) => {
    for (const key of sharedKeys(form)) {
      const there = listAt(byKey, key)
      for (const other of there.slice(-MOST_OTHERS)) meet(other, i)
      there.push(i)
    }
  })
  const byPiece = new Map<string, number[]>()
  forms.forEach((form, i) => {
    for (const key of piecesOf(form)) listAt(byPiece, key).push(i)
  })
  forms.forEach((form, i) => {
    for (const key of stretchesOf(form))
      for (const other of (byPiece.get(key) ?? []).slice(0, MOST_OTHERS)) meet(i, other)
  })
  return later.map((others) => [...others].sort((a, b) => a - b))
}

function listAt(map: Map<string, number[]>, key: string): number[] {
  const there = map.get(key)
  if (there) return there
  const made: number[] = []
  map.set(key, made)
  return made
}

const sharedKeys = ({ key, hasSound, placeIds, aliasIds }: NameForm): string[] => [
  ...[...placeIds].map((id) => `place ${id}`),
  ...[...aliasIds].map((id) => `alias ${id}`),
  ...(hasSound ? [`sound ${key}`] : []),
]

/*
 * Two keys that differ by at most k letters: cut the shorter into k + 1 pieces, and one of them stands whole in the longer,
 * at most k places away from where it was. So a name is looked up by pieces, not compared with each of the others.
 */

/** No name is longer, in letters; what is, is an accident of capitals. */
const LONGEST_NAME = 60
const canBeNear = ({ key, hasSound }: NameForm) => hasSound && key.length >= NEAR_LENGTH && key.length <= LONGEST_NAME
const nameOf = ({ low, pieces }: NameForm, length: number, edits: number, piece: number, letters: string) =>
  `${low[0]} ${pieces} ${length} ${edits} ${piece} ${letters}`
const cut = (length: number, edits: number, piece: number) => Math.floor((piece * length) / (edits + 1))

/** What a name is found by when it is the shorter one: its pieces, for every number of edits a longer one may allow. */
function piecesOf(form: NameForm): Set<string> {
  const found = new Set<string>()
  const { length } = form.key
  if (!canBeNear(form)) return found
  for (let longer = length; longer - length <= mostEdits(longer); longer++) {
    const edits = mostEdits(longer)
    for (let piece = 0; piece <= edits; piece++) {
      const letters = form.key.slice(cut(length, edits, piece), cut(length, edits, piece + 1))
      found.add(nameOf(form, length, edits, piece, letters))
    }
  }
  return found
}

/** Where the pieces of shorter names may stand in this one. */
function stretchesOf(form: NameForm): Set<string> {
  const found = new Set<string>()
  if (!canBeNear(form)) return found
  const edits = mostEdits(form.key.length)
  for (let length = Math.max(NEAR_LENGTH, form.key.length - edits); length <= form.key.length; length++)
    for (let piece = 0; piece <= edits; piece++) {
      const [from, to] = [cut(length, edits, piece), cut(length, edits, piece + 1)]
      for (let shift = Math.max(-edits, -from); shift <= edits; shift++)
        found.add(nameOf(form, length, edits, piece, form.key.slice(from + shift, to + shift)))
    }
  return found
}
