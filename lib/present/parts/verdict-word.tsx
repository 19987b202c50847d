import { RATING_CODES, RATINGS, type RatingCode } from '@/lib/domain/rating'
import type { Language } from '@/lib/domain/vocabulary'
import { publicWords } from '@/lib/i18n/public'
import { frenchSpaces } from '@/lib/i18n/typography'
import { VerdictShape } from './icons'

/** The visible word of a rating; the JSON-LD says the same one. */
export const ratingWord = (lang: Language, rating: RatingCode): string => RATINGS[rating][lang]
export const ratingDefinition = (lang: Language, rating: RatingCode): string =>
  lang === 'fr' ? frenchSpaces(RATINGS[rating].definitionFr) : RATINGS[rating].definitionEn

/**
 * What a correction says was written before or after: a rating, by its code or its word in either language, is said in the
 * reader's; so is that a verdict was withdrawn; any other words as they were.
 */
export function beforeOrAfter(lang: Language, text: string): string {
  if (text === 'withdrawn') return publicWords(lang).claim.withdrawnTitle
  const code = RATING_CODES.find((it) => it === text || RATINGS[it].fr === text || RATINGS[it].en === text)
  return code ? ratingWord(lang, code) : text
}

/** Shape and word together, always: never a colour, never the shape alone. */
export const VerdictWord = ({ lang, rating, href }: { lang: Language; rating: RatingCode; href?: string }) =>
  href ? (
    <a className="v" href={href}>
      <VerdictShape rating={rating} />
      {ratingWord(lang, rating)}
    </a>
  ) : (
    <span className="v">
      <VerdictShape rating={rating} />
      {ratingWord(lang, rating)}
    </span>
  )
