import { startingConfidence } from './suggest/rule-starts'
import type { SuggestedDisagreement } from './suggested-pair'

/** A place as its passages name it: by its label, and with the ids of those people said may be it, hold it or lie in it. */
export type ToldPlace = { fr: string; en: string; words: string | null; ids: string[] }
/**
 * What the passages of a claim say of when and where, apart from what is known of its event: else two claims would differ in
 * what neither says. An end that one of the passages leaves open is null, and so are the words when they say it in several.
 */
export type Told = { from: string | null; to: string | null; timeWords: string | null; places: ToldPlace[] }
export const NOTHING_TOLD: Told = { from: null, to: null, timeWords: null, places: [] }

/** Two claims that put one event on different days or at different places. */
export type OtherTelling = {
  rule: 'other_date' | 'other_place'
  confidence: number
  value: SuggestedDisagreement
}

/**
 * A day between two datings is no difference: what happens in the evening is dated the day after by others, and a night has
 * two dates. The 10th and the 11th are one dating, the 10th and the 12th are two.
 */
const GRACE_MS = 86_400_000
type Days = { from: string | null; to: string | null }
/** Whether no reading puts the two on the same days. Where an end is unknown or open nothing can be said. */
export function areDaysApart(a: Days, b: Days): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false
  return Date.parse(b.from) - Date.parse(a.to) > GRACE_MS || Date.parse(a.from) - Date.parse(b.to) > GRACE_MS
}

const arePlacesApart = (a: readonly ToldPlace[], b: readonly ToldPlace[]) =>
  a.length > 0 && b.length > 0 && !a.some(({ ids }) => b.some((it) => it.ids.some((id) => ids.includes(id))))

/** On what two claims about one event differ, of what their own passages say: when, where, or both. */
export function otherTellings(a: Told, b: Told): OtherTelling[] {
  const found: OtherTelling[] = []
  if (areDaysApart(a, b)) found.push(otherDate(a, b))
  if (arePlacesApart(a.places, b.places)) found.push(otherPlace(a.places, b.places))
  return found
}

/** The words both sides use, when each uses some: a form that marks the conflict looks for them in the passages. */
const quotesOf = (a: string | null, b: string | null): [string, string] | null =>
  a !== null && b !== null ? [a, b] : null

function otherDate(a: Told, b: Told): OtherTelling {
  const [one, other] = [daysInWords(a), daysInWords(b)]
  return {
    rule: 'other_date',
    confidence: startingConfidence('conflict', 'other_date'),
    value: {
      kind: 'conflict',
      type: 'time',
      class: 'contradiction',
      quotes: quotesOf(a.timeWords, b.timeWords),
      why: {
        fr: `${one.fr} d’un côté, ${other.fr} de l’autre, pour un même événement\u202f: aucune lecture ne les fait tomber ensemble.`,
        en: `${one.en} on one side, ${other.en} on the other, for one event: no reading makes them fall together.`,
      },
    },
  }
}

/** A tension, not a contradiction: one place may lie in the other, or a fight may go on from one to the next. */
function otherPlace(a: readonly ToldPlace[], b: readonly ToldPlace[]): OtherTelling {
  const named = (places: readonly ToldPlace[], lang: 'fr' | 'en') => places.map((it) => it[lang]).join(', ')
  const words = (places: readonly ToldPlace[]) => (places.length === 1 ? (places[0]?.words ?? null) : null)
  return {
    rule: 'other_place',
    confidence: startingConfidence('conflict', 'other_place'),
    value: {
      kind: 'conflict',
      type: 'place',
      class: 'tension',
      quotes: quotesOf(words(a), words(b)),
      why: {
        fr: `${named(a, 'fr')} d’un côté, ${named(b, 'fr')} de l’autre, pour un même événement.`,
        en: `${named(a, 'en')} on one side, ${named(b, 'en')} on the other, for one event.`,
      },
    },
  }
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const
/** The days of a stretch that is known at both ends, as a reader says them. */
export function daysInWords({ from, to }: Days): { fr: string; en: string } {
  const inWords = (lang: 'fr' | 'en') =>
    new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'long', timeZone: 'UTC' })
      .formatRange(Date.parse(from ?? ''), Date.parse(to ?? ''))
      .replace(/[\u2009\u202f]/g, ' ')
  return { fr: inWords('fr').replace(/(?<!\d)1(?= ?–| \p{L})/gu, '1er'), en: inWords('en') }
}
