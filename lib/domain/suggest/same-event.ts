import type { Reading } from './conflict-suggestion'
import type { Frame } from './frames'

/**
 * Whether two mentions may be of one event: of one class, at one place under any of its names, not on two different days.
 * What names no place may be anywhere the dispatch is about.
 */
export function samePlace(reading: Reading, a: Frame, b: Frame): boolean {
  if (a.frameClass !== b.frameClass || areOtherDays(reading.doc.shadow, a, b)) return false
  if (a.places.length === 0 || b.places.length === 0) return true
  return a.places.some(({ text }) => b.places.some((it) => areOneName(reading, text, it.text)))
}

/** Whether two written names are one, under any of its spellings. */
export const areOneName = ({ names }: Pick<Reading, 'names'>, a: string, b: string): boolean =>
  a === b || variantsIn(names).get(a)?.has(b) === true

/** The other forms of each name, made once for the names of a text. */
function variantsIn(names: Reading['names']): ReadonlyMap<string, ReadonlySet<string>> {
  const known = variants.get(names)
  if (known) return known
  const made = new Map<string, Set<string>>()
  for (const { surfaces } of names)
    for (const { text } of surfaces) {
      const forms = made.get(text) ?? new Set()
      for (const it of surfaces) forms.add(it.text)
      made.set(text, forms)
    }
  variants.set(names, made)
  return made
}
const variants = new WeakMap<Reading['names'], ReadonlyMap<string, ReadonlySet<string>>>()

const DAY =
  /lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday/iu
const areOtherDays = (shadow: string, a: Frame, b: Frame) => {
  const day = ({ time }: Frame) => (time ? DAY.exec(shadow.slice(time.start, time.end))?.[0].toLowerCase() : undefined)
  const [x, y] = [day(a), day(b)]
  return x !== undefined && y !== undefined && x !== y
}
