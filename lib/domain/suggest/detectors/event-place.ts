import type { Detector, FoundConflict, Reading } from '../conflict-suggestion'
import { areOneDay } from '../days'
import { spanAt } from '../document'
import { type Happening, happeningsOf, intervalOf, shareActor } from '../happenings'
import { areOneName } from '../same-event'

/** "Également", "puis": the second is told beside the first, not instead of it. */
const BESIDES =
  /(?<!\p{L})(?:aussi|également|puis|ensuite|autre|outre|encore|en plus|avant|après|enfin|tandis|also|then|another|besides|too|second|next|both|before|after|while|further)(?!\p{L})/iu

/**
 * One actor, one class of event, one day, two people who put it at two places a gazetteer knows to be others. Only a tension:
 * on one day a troop may take two towns. So two people must say it, and nothing in the text may tell the two as two. How far
 * apart the places are is not asked: a gazetteer here has names and no coordinates.
 */
export const eventPlace: Detector = (reading) => {
  const happenings = happeningsOf(reading).filter(
    ({ actors, attribution }) => actors.length > 0 && attribution !== null,
  )
  const areInOneSentence = companions(reading.doc)
  for (const [i, a] of happenings.entries())
    for (const b of happenings.slice(i + 1)) {
      if (a.frameClass !== b.frameClass || a.sentence === b.sentence || !areOneDay(a.day, b.day)) continue
      if (!shareActor(reading, a, b) || !areOtherSpeakers(a, b)) continue
      if (
        areOtherPlaces(reading, a.place, b.place) &&
        !areToldAsTwo(reading, a, b) &&
        !areInOneSentence(a.place, b.place)
      )
        return [suggestion(a, b)]
    }
  return []
}

const areOtherSpeakers = (a: Happening, b: Happening) => {
  const [one, other] = [a.attribution?.sourceName, b.attribution?.sourceName]
  return Boolean(one && other && one !== other && !one.includes(other) && !other.includes(one))
}

/** Both known, no place in common, and no name of one another. */
function areOtherPlaces(reading: Reading, a: string, b: string): boolean {
  const [one, other] = [reading.placeIds(a), reading.placeIds(b)]
  return one.size > 0 && other.size > 0 && ![...one].some((id) => other.has(id)) && !areOneName(reading, a, b)
}

/** One comes besides the other: "puis", "also". */
const areToldAsTwo = ({ doc }: Reading, a: Happening, b: Happening): boolean =>
  [a, b].some(({ clause }) => BESIDES.test(doc.shadow.slice(clause.start, clause.end)))

/** Answers whether some sentence names two places, as a list of conquests does; each place is looked for once. */
function companions({ sentences, shadow }: Reading['doc']): (a: string, b: string) => boolean {
  const known = new Map<string, ReadonlySet<number>>()
  const sentencesOf = (place: string) => {
    const there = known.get(place)
    if (there) return there
    const found = new Set<number>()
    for (let at = shadow.indexOf(place); at >= 0; at = shadow.indexOf(place, at + place.length)) {
      const sentence = spanAt(sentences, at)
      if (sentence) found.add(sentence.start)
    }
    known.set(place, found)
    return found
  }
  return (a, b) => [...sentencesOf(a)].some((at) => sentencesOf(b).has(at))
}

function suggestion(a: Happening, b: Happening): FoundConflict {
  const [one, other] = [a.attribution?.sourceName, b.attribution?.sourceName]
  return {
    type: 'place',
    class: 'tension',
    spans: [a.clause, b.clause],
    why: {
      fr: `${a.place} pour ${one}, ${b.place} pour ${other}, le même jour (« ${a.day.words} »${intervalOf(a.day)}) et pour les mêmes acteurs.`,
      en: `${a.place} for ${one}, ${b.place} for ${other}, on one day (“${a.day.words}”${intervalOf(a.day)}) and of the same actors.`,
    },
    rule: 'event_place',
  }
}
