import { RATING_CODES } from '@/lib/domain/rating'
import type { VerdictField } from '@/lib/domain/verdict-input'
import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewWords } from '@/lib/i18n/desk-review'
import { ratingDefinition, ratingWord, VerdictWord } from '@/lib/present/parts/verdict-word'

/** Every rating with its shape, its word and what it means. */
export const ratingChoices = (lang: Language) =>
  RATING_CODES.map((value) => ({
    value,
    label: ratingWord(lang, value),
    help: ratingDefinition(lang, value),
    mark: <VerdictWord lang={lang} rating={value} />,
  }))

/** What a field of a draft is called on the page. */
export function fieldName(lang: Language, field: VerdictField): string {
  const { verdict: t } = deskReviewWords(lang)
  return field === 'ratingCode' ? t.rating : t[field]
}
