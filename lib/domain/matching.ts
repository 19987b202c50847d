import type { RatingCode } from './rating'
import { MAX_PROSE_LENGTH } from './text'
import type { Language } from './vocabulary'

/** Longest text somebody asks "has this been checked?" of, in code points. */
export const MAX_MATCH_TEXT = MAX_PROSE_LENGTH
/** Shorter than this, there is nothing to compare yet. */
export const MIN_MATCH_LETTERS = 8
/** A claim that holds less than this part of what is rare in a text is not shown: likeness by one common word is noise. */
export const MIN_SHARE = 0.15
/** How many claims are shown for one text. */
export const MAX_MATCHES = 5

/** A claim of the archive that reads like the text somebody typed, best first. */
export type SimilarClaim = {
  ref: string
  slug: string
  statementFr: string | null
  statementEn: string | null
  /** The published rating, when there is one that was not withdrawn. */
  rating: RatingCode | null
  isPublic: boolean
  /** How much of what is rare in the text the claim holds, 0 to about 1. */
  share: number
}

/** A review others published that reads like the text: their words, never a verdict of ours. */
export type ReviewElsewhere = {
  url: string
  claim: string
  language: string | null
  publisherName: string | null
  ratingWords: string | null
  datePublished: string | null
  share: number
}
export type Similar = { claims: SimilarClaim[]; reviews: ReviewElsewhere[] }

/** Who published a review: by name, else by the site it is read on. */
export const publisherOf = ({ publisherName, url }: Pick<ReviewElsewhere, 'publisherName' | 'url'>): string =>
  publisherName ?? new URL(url).host.replace(/^www\./u, '')

/**
 * A text as it is compared: web addresses away, names of accounts and marks taken apart (#AustralianFires also counts as
 * "Australian Fires"), for that is where posts that are pasted carry their names.
 */
export const comparable = (text: string): string =>
  text
    .replace(/(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S+/gu, ' ')
    .replace(/[#@]([\p{L}\p{N}_]+)/gu, (_, mark: string) => ` ${mark.replaceAll('_', ' ')} ${apart(mark)} `)

const apart = (mark: string): string =>
  mark
    .replaceAll('_', ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')

/** Whether a text is long enough to be compared with anything. */
export const isComparable = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= MIN_MATCH_LETTERS

/** The claims that are worth a look: those that hold enough of the text, at most a handful, never the claim itself. */
export const worthALook = <C extends { share: number; slug?: string }>(found: readonly C[], self: string | null): C[] =>
  found.filter(({ share, slug }) => share >= MIN_SHARE && (slug ?? null) !== (self ?? '')).slice(0, MAX_MATCHES)

/** The claim's statement in a reader's language, else in the other. */
export const statementIn = ({ statementFr, statementEn }: SimilarClaim, lang: Language) =>
  lang === 'fr'
    ? { text: statementFr ?? statementEn ?? '', language: statementFr === null ? 'en' : 'fr' }
    : { text: statementEn ?? statementFr ?? '', language: statementEn === null ? 'fr' : 'en' }
