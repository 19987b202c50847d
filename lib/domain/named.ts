import type { EntityKind, NameRelation } from './vocabulary'

/** One place where a form of a name stands. `claim` is the claim whose passage holds it, if one does. */
export type NamePlace = {
  id: string
  prefix: string
  exact: string
  suffix: string
  language: string
  dispatch: { slug: string; title: string }
  claim: string | null
  /** The passage of that claim, where the text has more of them than are marked at once. */
  passage: string | null
}
/** A form as one writer wrote it, with every place where it stands. */
export type WrittenForm = {
  form: string
  language: string | null
  script: string | null
  writer: string | null
  times: number
  places: readonly NamePlace[]
}
/** What somebody decided about this entity and another. `isFrom`: the relation is read from this one to the other. */
export type NameLink = {
  id: string
  isFrom: boolean
  other: { slug: string; labelFr: string; labelEn: string }
  relation: NameRelation
  authority: string | null
  reasonFr: string | null
  reasonEn: string | null
  decidedAt: string
  decidedBy: string
  ended: { at: string; reason: string } | null
}
export type NamedEntity = {
  id: string
  slug: string
  kind: EntityKind
  labelFr: string
  labelEn: string
  wikidataId: string | null
  geonamesId: number | null
  isGeneric: boolean
  forms: readonly WrittenForm[]
  links: readonly NameLink[]
}

type Row = Omit<WrittenForm, 'times' | 'places'> & { place: NamePlace | null }

/** The same letters by the same writer make one form; nothing else is brought together. Most often written first. */
export function formsOf(rows: readonly Row[]): WrittenForm[] {
  const forms = new Map<string, WrittenForm>()
  for (const { place, ...row } of rows) {
    const key = JSON.stringify([row.form, row.language, row.script, row.writer])
    const before = forms.get(key)
    forms.set(key, {
      ...row,
      times: (before?.times ?? 0) + 1,
      places: [...(before?.places ?? []), ...(place ? [place] : [])],
    })
  }
  return [...forms.values()].sort((a, b) => b.times - a.times)
}

/** How many letters around a name tell its place apart; a browser looks for them as they stand. */
const AROUND = 24

/**
 * Where a form stands in the reading view: the passage of the claim that holds it; a place without a claim is found by its
 * words, which browsers that can (`:~:text=`) mark. Never both: the words may stand on the card of the claim too.
 */
export function placeFragment({
  prefix,
  exact,
  suffix,
  claim,
}: Pick<NamePlace, 'prefix' | 'exact' | 'suffix' | 'claim'>): string {
  if (claim) return `#text-${claim}`
  const words = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D')
  const before = wordsAtEnd(prefix)
  const after = wordsAtStart(suffix)
  const parts = [before && `${words(before)}-`, words(exact), after && `-${words(after)}`].filter(Boolean)
  return `#:~:text=${parts.join(',')}`
}

/** Whole words next to the form, on its own line: half a word, or the line above, would not be found. */
function wordsAtEnd(prefix: string): string {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1)
  const near = line.slice(-AROUND)
  return (near.length < line.length ? near.replace(/^\S*\s/, '') : near).trim()
}
function wordsAtStart(suffix: string): string {
  const [line = ''] = suffix.split('\n')
  const near = line.slice(0, AROUND)
  return (near.length < line.length ? near.replace(/\s\S*$/, '') : near).trim()
}
