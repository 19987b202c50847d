import type { Reading } from './conflict-suggestion'
import type { Frame } from './frames'

/**
 * Whether two mentions may be of one event: of one class, at one place under any of its names, not on two different days.
 * What names no place may be anywhere the dispatch is about.
 */
export function samePlace({ names, doc }: Reading, a: Frame, b: Frame): boolean {
  if (a.frameClass !== b.frameClass || areOtherDays(doc.shadow, a, b)) return false
  if (a.places.length === 0 || b.places.length === 0) return true
  const variants = (text: string) =>
    new Set([
      text,
      ...names
        .filter(({ surfaces }) => surfaces.some((it) => it.text === text))
        .flatMap(({ surfaces }) => surfaces.map((it) => it.text)),
    ])
  return a.places.some(({ text }) => {
    const forms = variants(text)
    return b.places.some((it) => forms.has(it.text))
  })
}

const DAY =
  /lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday/iu
const areOtherDays = (shadow: string, a: Frame, b: Frame) => {
  const day = ({ time }: Frame) => (time ? DAY.exec(shadow.slice(time.start, time.end))?.[0].toLowerCase() : undefined)
  const [x, y] = [day(a), day(b)]
  return x !== undefined && y !== undefined && x !== y
}
