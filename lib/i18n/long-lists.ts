import type { Language } from '@/lib/domain/vocabulary'
import { longListsEn } from './long-lists.en'
import { longListsFr } from './long-lists.fr'

/** What a page says that shows a part of something long. */
export type LongListsWords = {
  pages: string
  first: string
  next: string
  previous: string
  /** How many are shown of how many there are. */
  shown: (n: number, total: number) => string
  events: (n: number) => string
  allInSearch: string
  part: (n: number, of: number) => string
  partWhy: string
}

export const longListsWords = (language: Language): LongListsWords => (language === 'fr' ? longListsFr : longListsEn)
