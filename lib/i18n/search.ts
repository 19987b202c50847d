import type { NotUnderstoodWhy, SearchKey } from '@/lib/domain/search-query'
import type { Language } from '@/lib/domain/vocabulary'
import { searchEn } from './search.en'
import { searchFr } from './search.fr'

/** What a search says about its question, its results and how to narrow them. */
export type SearchWords = {
  how: string
  /** The ways to ask, each with an example. */
  ways: readonly (readonly [example: string, meaning: string])[]
  results: (n: number) => string
  manyResults: (n: number) => string
  newestFirst: string
  active: string
  remove: (filter: string) => string
  narrow: string
  facet: Readonly<Record<SearchKey, string>>
  noVerdict: string
  among: (n: number, isMore: boolean) => string
  notUnderstood: (text: string, why: NotUnderstoodWhy) => string
  unknown: (key: SearchKey, value: string) => string
  wrongPlace: string
  pages: string
  previous: string
  next: string
  alike: string
}

export const searchWords = (language: Language): SearchWords => (language === 'fr' ? searchFr : searchEn)
