import type { Span } from './document'

const DAY_MS = 86_400_000
/**
 * The day a text gives for something, as far as it says: an EDTF interval when it can be placed in a calendar, the days of
 * the week it can be, and the day and month without a year. What it does not say is null and never decides anything.
 */
export type Day = Span & {
  words: string
  edtf: string | null
  from: number | null
  to: number | null
  weekdays: readonly number[] | null
  ofYear: string | null
}

const WEEKDAYS = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
} as const
const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'january february march april may june july august september october november december'.split(' '),
} as const
const L = '(?<![\\p{L}\\p{M}\\d])'
const R = '(?![\\p{L}\\p{M}\\d])'
const [FR_DAY, EN_DAY] = [WEEKDAYS.fr.join('|'), WEEKDAYS.en.join('|')]
const [FR_MONTH, EN_MONTH] = [MONTHS.fr.join('|'), MONTHS.en.join('|')]
/** Everything that says when, the most telling first, so that a clause with two of them is known to have two. */
const WHEN: Record<'fr' | 'en', RegExp> = {
  fr: new RegExp(
    `${L}(?:(?:(?:${FR_DAY}) )?(?<date>\\d{1,2})(?:er)? (?<month>${FR_MONTH})(?: (?<year>\\d{4}))?|nuit d[eu] (?<night>${FR_DAY})(?: (?:à|au) (?<until>${FR_DAY}))?|(?<weekday>${FR_DAY})(?: (?:matin|midi|après-midi|soir))?(?: (?<turn>dernier|prochain|suivant|précédent))?|(?<near>hier|aujourd'hui)(?: (?:matin|midi|après-midi|soir))?|avant-hier|veille|lendemain|plus t(?:ard|ôt)|semaines?|mois|ans?|années?|${FR_MONTH}|(?:19|20)\\d\\d)${R}`,
    'giu',
  ),
  en: new RegExp(
    `${L}(?:(?:(?:${EN_DAY}),? )?(?:(?<month>${EN_MONTH}) (?<date>\\d{1,2})(?:st|nd|rd|th)?|(?<date2>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month2>${EN_MONTH}))(?:,? (?<year>\\d{4}))?|(?:(?<turn>last|next) )?(?<weekday>${EN_DAY})(?: (?:morning|afternoon|evening|(?<night>night)))?|(?<near>yesterday|today)|day (?:before|after)|(?:next|following) day|overnight|later|earlier|weeks?|months?|years?|${EN_MONTH}|(?:19|20)\\d\\d)${R}`,
    'giu',
  ),
}
/** What makes of a day a limit, or the end of a stretch: "depuis jeudi", "du 8 au 10 janvier". */
const LIMIT_BEFORE =
  /(?:depuis|jusqu'(?:à|au|en)|avant|après|dès|partir d[eu]|d'ici|au|à|et|entre|since|until|till|before|after|by|from|between|and|to|through|[-–—]) ?(?:le |la |the |ce |cette )?$/iu
const LIMIT_BEHIND =
  /^ ?(?:[-–—/]|(?:au|à|et|to|and|until) (?:le )?)\s?(?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)/iu

/** The days a stretch of text speaks of, in order; one that is a limit or not a day at all is there and says nothing. */
export function daysIn(shadow: string, { start, end }: Span, language: 'fr' | 'en', published: string | null): Day[] {
  return [...shadow.slice(start, end).matchAll(WHEN[language])].map((match) => {
    const at = { start: start + match.index, end: start + match.index + match[0].length }
    const isLimit =
      LIMIT_BEFORE.test(shadow.slice(Math.max(0, at.start - 20), at.start)) ||
      LIMIT_BEHIND.test(shadow.slice(at.end, at.end + 20))
    const said = isLimit ? NOTHING : dayOf(match.groups ?? {}, language, published)
    return { ...at, words: match[0], ...said }
  })
}

type Said = Pick<Day, 'edtf' | 'from' | 'to' | 'weekdays' | 'ofYear'>
const NOTHING: Said = { edtf: null, from: null, to: null, weekdays: null, ofYear: null }
const numberOfDay = (iso: string): number => Math.floor(Date.parse(iso) / DAY_MS)
const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7
const between = (from: number, to: number): Said => ({
  edtf: from === to ? isoOf(from) : `${isoOf(from)}/${isoOf(to)}`,
  ...{ from, to, ofYear: from === to ? isoOf(from).slice(5) : null },
  weekdays: Array.from({ length: to - from + 1 }, (_, i) => weekdayOf(from + i)),
})

function dayOf(groups: Record<string, string | undefined>, language: 'fr' | 'en', published: string | null): Said {
  const today = published === null ? null : numberOfDay(published)
  const month = groups.month ?? groups.month2
  if (month !== undefined)
    return dateOf(
      (MONTHS[language] as readonly string[]).indexOf(month.toLowerCase()) + 1,
      Number(groups.date ?? groups.date2),
      groups.year === undefined ? null : Number(groups.year),
      today,
    )
  if (groups.near !== undefined)
    return today === null ? NOTHING : between(...twice(/hier|yesterday/iu.test(groups.near) ? today - 1 : today))
  // "Dans la nuit de jeudi", "Thursday night": the day or the one behind it.
  const name = (language === 'fr' ? (groups.night ?? groups.weekday) : groups.weekday)?.toLowerCase()
  if (name === undefined) return NOTHING
  const weekday = (WEEKDAYS[language] as readonly string[]).indexOf(name)
  const length = groups.night === undefined ? 0 : 1
  const weekdays = Array.from({ length: length + 1 }, (_, i) => (weekday + i) % 7)
  // The week of "jeudi dernier" is anybody's guess: only that it is a Thursday is known.
  if (today === null || groups.turn !== undefined) return { ...NOTHING, weekdays }
  const from = today - ((weekdayOf(today) - weekday + 7) % 7)
  return between(from, from + length)
}
const twice = (day: number): [number, number] => [day, day]

/** A date of the calendar; without a year it is the nearest one that is not later than the text, when that has a date. */
function dateOf(month: number, date: number, year: number | null, today: number | null): Said {
  const two = (n: number) => String(n).padStart(2, '0')
  const at = (y: number) => numberOfDay(`${String(y).padStart(4, '0')}-${two(month)}-${two(date)}`)
  const leap = at(2000)
  if (Number.isNaN(leap) || isoOf(leap).slice(8) !== two(date)) return NOTHING
  if (year !== null) {
    const day = at(year)
    return Number.isNaN(day) || isoOf(day).slice(8) !== two(date) ? NOTHING : between(day, day)
  }
  const ofYear = `${two(month)}-${two(date)}`
  if (today === null) return { ...NOTHING, ofYear }
  const thisYear = new Date(today * DAY_MS).getUTCFullYear()
  const found = [thisYear, thisYear - 1].map(at).find((day) => day <= today && isoOf(day).slice(5) === ofYear)
  return found === undefined ? { ...NOTHING, ofYear } : between(found, found)
}

/**
 * Whether two days can be one in no reading: placed in a calendar, they are apart; else they are other days of the week, or
 * other days of the year. Where neither can be said of both, they may be one.
 */
export function areDisjoint(a: Day, b: Day): boolean {
  if (a.from !== null && a.to !== null && b.from !== null && b.to !== null) return a.to < b.from || b.to < a.from
  if (a.weekdays !== null && b.weekdays !== null) return !a.weekdays.some((day) => b.weekdays?.includes(day))
  return a.ofYear !== null && b.ofYear !== null && a.ofYear !== b.ofYear
}

/** Whether two are one and the same day, as far as both say. */
export function areOneDay(a: Day, b: Day): boolean {
  if (a.from !== null && b.from !== null) return a.from === a.to && b.from === b.to && a.from === b.from
  if (a.weekdays !== null && b.weekdays !== null)
    return a.weekdays.length === 1 && b.weekdays.length === 1 && a.weekdays[0] === b.weekdays[0]
  return a.ofYear !== null && a.ofYear === b.ofYear
}

/** How many days lie between two that can be placed; null when one of them cannot. */
export const daysBetween = (a: Day, b: Day): number | null =>
  a.from === null || b.from === null ? null : Math.abs(a.from - b.from)
