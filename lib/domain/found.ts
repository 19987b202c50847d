import type { ClaimBrief, OccurrenceView } from './record'

/** Longest question a search takes, in code points. */
export const MAX_QUESTION = 200

/** What was found: claims, best first, and the other written forms of a name that was asked for. */
export type Found = {
  variants: readonly string[]
  /** `variant`: found only by another spelling or a stem, not by the words that were typed. */
  claims: readonly { claim: ClaimBrief; occurrence: OccurrenceView | null; foundBy: 'words' | 'variant' }[]
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
