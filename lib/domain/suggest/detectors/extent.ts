import { type Detector, quoted } from '../conflict-suggestion'
import { samePlace } from '../same-event'

const PARTIAL = /presque|partie|partiel|majeure|moitié|quasi|pas |almost|part|most|half/iu

/** "presque en totalité" beside "se sont emparés de": one says how far, the other says it is done. */
export const extent: Detector = (reading) => {
  const captures = reading.frames.filter(({ frameClass, modality }) => frameClass === 'capture' && modality === 'fact')
  const partial = captures.find(
    ({ degree }) => degree && PARTIAL.test(reading.doc.shadow.slice(degree.start, degree.end)),
  )
  if (!partial?.degree) return []
  const whole = captures.filter(
    (it) =>
      it !== partial &&
      it.degree === null &&
      it.places.length > 0 &&
      samePlace(reading, it, partial) &&
      it.clause.start !== partial.clause.start,
  )
  if (whole.length === 0) return []
  const words = quoted(reading.doc, partial.degree)
  return [
    {
      type: 'extent',
      class: 'contradiction',
      spans: [partial.clause, ...whole.map(({ clause }) => clause)],
      why: {
        fr: `« ${words} » d’un côté ; de l’autre, la prise est donnée sans réserve.`,
        en: `“${words}” on one side; on the other the capture is given without reserve.`,
      },
      rule: 'extent',
    },
  ]
}
