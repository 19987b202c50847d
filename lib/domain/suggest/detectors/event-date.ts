import type { Detector, FoundConflict, Reading } from '../conflict-suggestion'
import { areDisjoint, daysBetween } from '../days'
import { type Happening, happeningsOf, intervalOf, shareActor } from '../happenings'
import { areOneName } from '../same-event'

/** Further apart, one is told as history: the same town fell twice. */
const ONE_STORY = 14

/** One event, two days no reading makes one. Both mentions name the place and somebody who may be the same actor. */
export const eventDate: Detector = (reading) => {
  const happenings = happeningsOf(reading)
  for (const [i, a] of happenings.entries())
    for (const b of happenings.slice(i + 1)) {
      if (a.frameClass !== b.frameClass || a.sentence === b.sentence || !mayBeOneActor(reading, a, b)) continue
      if (!areDisjoint(a.day, b.day) || (daysBetween(a.day, b.day) ?? 0) > ONE_STORY) continue
      if (areOneName(reading, a.place, b.place)) return [suggestion(a, b)]
    }
  return []
}

/** Both name somebody, and one name at least is in both; a label that names nobody fits any. */
const mayBeOneActor = (reading: Reading, a: Happening, b: Happening) =>
  [a, b].every(({ actors, generic }) => actors.length + generic.length > 0) &&
  (shareActor(reading, a, b) || [a, b].some(({ actors }) => actors.length === 0))

function suggestion(a: Happening, b: Happening): FoundConflict {
  const [one, other] = [intervalOf(a.day), intervalOf(b.day)]
  return {
    type: 'time',
    class: 'contradiction',
    spans: [a.clause, b.clause],
    why: {
      fr: `« ${a.day.words} »${one} dans un passage, « ${b.day.words} »${other} dans un autre, pour un même fait à ${a.place} : ces jours n’ont rien en commun.`,
      en: `“${a.day.words}”${one} in one passage, “${b.day.words}”${other} in another, for one event at ${a.place}: these days have nothing in common.`,
    },
    rule: 'event_date',
  }
}
