import { contentWords, isSmallWord, overlap } from './suggest/content-words'
import { foldKey } from './suggest/fold-key'
import { classesIn, type FrameClass } from './suggest/frames'
import { type KnownNames, NOTHING_KNOWN } from './suggest/names'
import { numberOf, WORD_NUMBERS } from './suggest/number-words'
import { startingConfidence } from './suggest/rule-starts'
import type { SuggestedPair } from './suggested-pair'
import { areDaysApart, type OtherTelling, otherTellings, type Told } from './told'

/** What is known of a claim when it is compared: its words per language, the days it is about, and what people linked it to. */
export type ClaimToCompare = {
  id: string
  fr: string | null
  en: string | null
  /** First and last day (ISO), null when nobody knows. */
  from: string | null
  to: string | null
  eventId: string | null
  /** Ids of the places people linked it or its event to. */
  linkedPlaces: string[]
  told: Told
}
type Count = { unit: string; low: number; high: number; words: string }
export type Slots = ClaimToCompare & {
  names: string[]
  /** The linked places, then those a gazetteer knows by these names. */
  places: string[]
  classes: FrameClass[]
  counts: Count[]
  words: { fr: ReadonlySet<string> | null; en: ReadonlySet<string> | null }
}
/** What two claims of the archive are proposed as, and why. */
export type PairSuggestion =
  | { rule: 'same_words' | 'other_number'; confidence: number; value: SuggestedPair }
  | OtherTelling

export const WEEK_MS = 7 * 86_400_000
/** Words that begin a sentence and name nobody, besides the small ones. */
const OPENERS =
  /^(?:selon|depuis|lors|pendant|hier|deux|trois|quatre|according|during|since|several|some|two|three|four)$/iu
/** Two claims say the same when each holds this much of the other's words; they speak of one thing from half of it on. */
const SAME = 0.6
const ABOUT_ONE = 0.4
/** Of one event — its class, its place and its time say so — fewer words in common do. */
const ABOUT_ONE_EVENT = 0.25
/** A name that more places bear says nothing of where. */
const PLACES_OF_A_NAME = 3

const UNITS: readonly [RegExp, string][] = [
  [/^(?:morts?|tuée?s?|décès|dead|killed|deaths?)$/iu, 'killed'],
  [/^(?:blessée?s?|injured|wounded)$/iu, 'wounded'],
  [/^(?:disparue?s?|missing)$/iu, 'missing'],
]
/** The number before one of these is a day of it, not a count. */
const MONTH =
  /^(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)$/iu
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,])(?<hedge>au moins |plus de |at least |more than |près de |environ |about |nearly |around )?(?<number>\\d{1,3}(?:[   .,]\\d{3}){1,4}|\\d{1,9}|${WORD_NUMBERS}) (?<unit>[\\p{L}]{3,30})`,
  'giu',
)

/** The counts of a text: "au moins" is a bound, "environ" a tenth either way. */
function countsOf(text: string): Count[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: words, groups }) => {
    const value = numberOf(groups?.number ?? '')
    const word = groups?.unit ?? ''
    if (value === null || MONTH.test(word)) return []
    const unit = UNITS.find(([form]) => form.test(word))?.[1] ?? [...contentWords(word, 'fr')][0]
    if (unit === undefined) return []
    const hedge = groups?.hedge?.trim().toLowerCase() ?? ''
    const isBound = /^(?:au moins|plus de|at least|more than)$/.test(hedge)
    const slack = hedge !== '' && !isBound ? value * 0.1 : 0
    return [{ unit, low: value - slack, high: isBound ? Number.POSITIVE_INFINITY : value + slack, words }]
  })
}

/** Names in the order of the text, small words of a sentence's start away. */
function namesOf(text: string): string[] {
  const found = text.match(/\p{Lu}[\p{L}\p{M}\d-]{2,40}/gu) ?? []
  return [...new Set(found)].filter((word) => !OPENERS.test(word) && !isSmallWord(word))
}

/** What a claim is about, read from its words and from what people linked it to. */
export function slotsOf(claim: ClaimToCompare, known: KnownNames = NOTHING_KNOWN): Slots {
  const text = [claim.fr, claim.en].filter((it) => it !== null).join('\n')
  const names = namesOf(text)
  const listed = names.flatMap((name) => {
    const ids = known.placeIds(name)
    return ids.size <= PLACES_OF_A_NAME ? [...ids].map(String) : []
  })
  return {
    ...claim,
    // By how they sound, so that Kona and Konna are one.
    names: [...new Set(names.map(foldKey))].filter((key) => key.length > 2),
    places: [...new Set([...claim.linkedPlaces, ...listed])],
    classes: [
      ...new Set([
        ...(claim.fr === null ? [] : classesIn(claim.fr, 'fr')),
        ...(claim.en === null ? [] : classesIn(claim.en, 'en')),
      ]),
    ],
    counts: countsOf(claim.fr ?? claim.en ?? ''),
    words: {
      fr: claim.fr === null ? null : contentWords(claim.fr, 'fr'),
      en: claim.en === null ? null : contentWords(claim.en, 'en'),
    },
  }
}

const meet = <T>(a: readonly T[], b: readonly T[]) => a.some((it) => b.includes(it))
/** What happened is of another class, or people linked the two to different places: not one event, whatever the words. */
const areOtherEvents = (a: Slots, b: Slots) =>
  (a.classes.length > 0 && b.classes.length > 0 && !meet(a.classes, b.classes)) ||
  (a.linkedPlaces.length > 0 && b.linkedPlaces.length > 0 && !meet(a.linkedPlaces, b.linkedPlaces))

/** How alike the words of two claims are, in the language both have; 0 when they have none in common. */
function likeness(a: Slots, b: Slots): number {
  const both = (['fr', 'en'] as const).flatMap((language) => {
    const [x, y] = [a.words[language], b.words[language]]
    return x && y ? [Math.min(overlap(x, y), overlap(y, x))] : []
  })
  return Math.max(0, ...both)
}

/**
 * What two claims are to one another: the same thing in other words, one thing with another number, or one event at another
 * time or place. Words alone never make a conflict: only numbers of one unit that no reading makes agree, about one name and
 * not on different days; and days and places of claims that people linked to one event.
 */
export function comparePair(a: Slots, b: Slots): PairSuggestion[] {
  const sharePlaces = meet(a.places, b.places)
  const areLinked = a.eventId !== null && a.eventId === b.eventId
  if (!(areLinked || sharePlaces || meet(a.names, b.names))) return []
  const alike = likeness(a, b)
  if (areLinked && areOneHappening(a, b, alike)) {
    const other = otherTellings(a.told, b.told)
    if (other.length > 0) return other
  }
  if (areDaysApart(a, b) || areOtherEvents(a, b)) return []
  const isOneEvent = areLinked || (sharePlaces && meet(a.classes, b.classes) && a.from !== null && b.from !== null)
  if (alike < (isOneEvent ? ABOUT_ONE_EVENT : ABOUT_ONE)) return []
  const number = otherNumber(a, b)
  if (number) return [number]
  return alike >= SAME ? [sameWords()] : []
}

/** Of claims of one event those that speak of one happening in it: of its class, or in much the same words. */
const areOneHappening = (a: Slots, b: Slots, alike: number) =>
  a.classes.length > 0 && b.classes.length > 0
    ? meet(a.classes, b.classes) && alike >= ABOUT_ONE_EVENT
    : alike >= ABOUT_ONE

const sameWords = (): PairSuggestion => ({
  rule: 'same_words',
  confidence: startingConfidence('match', 'same_words'),
  value: {
    kind: 'match',
    why: { fr: 'Les deux disent presque les mêmes mots.', en: 'Both say almost the same words.' },
  },
})

function otherNumber(a: Slots, b: Slots): PairSuggestion | null {
  const apart = a.counts.flatMap((x) =>
    b.counts.some((y) => y.unit === x.unit && x.low <= y.high && y.low <= x.high)
      ? []
      : b.counts.filter((y) => y.unit === x.unit).map((y) => [x.words, y.words] as const),
  )[0]
  if (!apart) return null
  return {
    rule: 'other_number',
    confidence: startingConfidence('conflict', 'other_number'),
    value: {
      kind: 'conflict',
      type: 'number',
      class: 'contradiction',
      quotes: [apart[0], apart[1]],
      why: {
        fr: `«\u202f${apart[0]}\u202f» d’un côté, «\u202f${apart[1]}\u202f» de l’autre, à propos d’une même chose.`,
        en: `“${apart[0]}” on one side, “${apart[1]}” on the other, about one thing.`,
      },
    },
  }
}
