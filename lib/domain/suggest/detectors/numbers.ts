import { type Detector, type FoundConflict, quoted } from '../conflict-suggestion'
import type { Span } from '../document'
import { grouped } from '../grouped'
import { numberOf, WORD_NUMBERS } from '../number-words'

type Count = { span: Span; unit: string; low: number; high: number; group: string }
const UNITS: readonly [RegExp, string][] = [
  [/^(?:morts?|tués?|tuées?|décès|victimes?|dead|killed|deaths?|fatalities)$/iu, 'killed'],
  [/^(?:blessés?|blessées?|injured|wounded)$/iu, 'wounded'],
  [/^(?:disparus?|disparues?|missing)$/iu, 'missing'],
  [/^(?:arrestations?|interpellations?|arrested|arrests?)$/iu, 'arrested'],
  [/^(?:manifestants?|protesters?|demonstrators?)$/iu, 'protesters'],
  [/^(?:passagers?|passengers?)$/iu, 'passengers'],
]
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,])(?<hedge>au moins |plus de |près de |environ |quelque |une? |at least |more than |about |nearly |some |around )?(?<number>\\d{1,3}(?:[   .,]\\d{3})+|\\d+|${WORD_NUMBERS})(?:aine(?:s)? de)? (?<words>(?:[\\p{L}'-]+ ){0,2})(?<unit>[\\p{L}]+)`,
  'giu',
)

/** Two counts of one unit in one dispatch that no reading makes agree. Ranges and "au moins" are bounds, not points. */
export const numbers: Detector = ({ doc }) => {
  const counts = countsOf(doc.shadow)
  const found: FoundConflict[] = []
  const ofOneThing = grouped(counts, ({ unit, group }) => `${unit} ${group}`)
  const taken = new Set<Count>()
  for (const a of counts)
    for (const b of ofOneThing.get(`${a.unit} ${a.group}`) ?? []) {
      if (taken.has(a)) break
      if (b.span.start <= a.span.start || taken.has(b) || (a.low <= b.high && b.low <= a.high)) continue
      taken.add(a).add(b)
      found.push({
        type: 'number',
        class: 'contradiction',
        spans: [a.span, b.span],
        why: {
          fr: `« ${quoted(doc, a.span)} » et « ${quoted(doc, b.span)} » comptent la même chose et ne s’accordent pas.`,
          en: `“${quoted(doc, a.span)}” and “${quoted(doc, b.span)}” count the same thing and do not agree.`,
        },
        rule: 'number',
      })
    }
  return found
}

function countsOf(shadow: string): Count[] {
  return [...shadow.matchAll(NUMBER)].flatMap((match) => {
    const { hedge = '', number = '', words = '', unit = '' } = match.groups ?? {}
    const tail = [...words.trim().split(' '), unit].findLast((word) => UNITS.some(([test]) => test.test(word)))
    const kind = tail && UNITS.find(([test]) => test.test(tail))?.[1]
    const value = numberOf(number)
    if (!kind || value === null || (/^une? $/i.test(hedge) && value > 9)) return []
    const span = { start: match.index, end: match.index + match[0].length }
    const isFloor = /^(?:au moins|plus de|at least|more than) $/i.test(hedge)
    const isAbout = /^(?:près de|environ|quelque|about|nearly|some|around) $/i.test(hedge)
    // Of whom: "2 soldats tués" and "5 civils tués" are two counts.
    const group = words
      .trim()
      .toLowerCase()
      .replace(/(?:ont|a|été|ont été|were|was|have|been|personnes?|people|au|moins)/g, '')
      .trim()
    return [
      {
        span,
        unit: kind,
        low: isAbout ? value * 0.8 : value,
        high: isFloor ? Number.POSITIVE_INFINITY : isAbout ? value * 1.2 : value,
        group,
      },
    ]
  })
}
