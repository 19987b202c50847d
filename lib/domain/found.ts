import type { ClaimBrief, OccurrenceView } from './record'
import type { SearchCursor, SearchKey } from './search-query'

/** Longest question a search takes, in code points. */
export const MAX_QUESTION = 200
/** How many results are counted and ranked: of more, it is said that there are more. */
export const MAX_COUNTED = 10_000

/**
 * By what a claim was found: the words as typed, their stem, another written form of a name, or a name that looks alike.
 * The first two are the words that were asked for; the others are said to be variants.
 */
export type FoundBy = 'words' | 'stem' | 'form' | 'likeness'

/** One value of a filter among the results: what is written after its colon, what it is called, in how many results it is. */
export type Facet = { value: string; fr: string; en: string; n: number }

/** What was found: claims, best first, and the other written forms of a name that was asked for. */
export type Found = {
  variants: readonly string[]
  claims: readonly { claim: ClaimBrief; occurrence: OccurrenceView | null; foundBy: FoundBy }[]
  /** How many there are; `isMore`: at least so many, and the newest come first. */
  total: number
  isMore: boolean
  facets: Readonly<Record<SearchKey, readonly Facet[]>>
  /** Where the page before and the page after begin; null where there is none. */
  previous: SearchCursor | null
  next: SearchCursor | null
  /** Filters that name nothing there is. */
  unknown: readonly { key: SearchKey; value: string }[]
  sources: readonly { slug: string; name: string }[]
  events: readonly { slug: string; titleFr: string; titleEn: string }[]
}

/** What the palette of the desk finds: by kind, with the words of both languages or the one it was written in. */
export type DeskThing = {
  kind: 'claim' | 'conflict' | 'dispatch' | 'event' | 'source'
  ref: string | null
  slug: string
  fr: string | null
  en: string | null
  /** The language of its own title, where it is a quotation of somebody's headline. */
  language: string | null
}
