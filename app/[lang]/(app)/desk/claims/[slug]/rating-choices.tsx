import { RATING_CODES } from '@/lib/domain/rating'
import type { Language } from '@/lib/domain/vocabulary'
import { ratingDefinition, ratingWord, VerdictWord } from '@/lib/present/parts/verdict-word'

/** Every rating with its shape, its word and what it means. */
export const ratingChoices = (lang: Language) =>
  RATING_CODES.map((value) => ({
    value,
    label: ratingWord(lang, value),
    help: ratingDefinition(lang, value),
    mark: <VerdictWord lang={lang} rating={value} />,
  }))
