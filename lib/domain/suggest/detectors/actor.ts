import type { Detector, FoundConflict } from '../conflict-suggestion'
import type { Frame } from '../frames'
import { samePlace } from '../same-event'

/** One event, two different actors named. Labels that name nobody ("les islamistes") fit any of them and raise nothing. */
export const actor: Detector = (reading) => {
  const frames = reading.frames.filter(({ frameClass, actors }) => frameClass === 'capture' && actors.length > 0)
  for (const [i, a] of frames.entries())
    for (const b of frames.slice(i + 1)) {
      if (a.actors.some((name) => b.actors.includes(name)) || !samePlace(reading, a, b)) continue
      return [
        suggestion(
          a,
          b,
          reading.frames.filter(
            ({ frameClass, generic, actors }) => frameClass === 'capture' && actors.length === 0 && generic.length > 0,
          ),
        ),
      ]
    }
  return []
}

function suggestion(a: Frame, b: Frame, general: readonly Frame[]): FoundConflict {
  const [one, other] = [a.actors.join(' + '), b.actors.join(' + ')]
  const labels = [...new Set(general.flatMap(({ generic }) => generic))].slice(0, 3)
  return {
    type: 'actor',
    class: 'contradiction',
    spans: [a.clause, b.clause, ...general.map(({ clause }) => clause)],
    why: {
      fr: `Un passage attribue la prise à ${one}, un autre à ${other}${labels.length > 0 ? ` ; ailleurs « ${labels.join(' », « ')} » ne nomme personne` : ''}.`,
      en: `One passage gives the capture to ${one}, another to ${other}${labels.length > 0 ? `; elsewhere “${labels.join('”, “')}” names nobody` : ''}.`,
    },
    rule: 'actor',
  }
}
