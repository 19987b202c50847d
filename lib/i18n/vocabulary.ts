import type { Language } from '@/lib/domain/vocabulary'
import { vocabularyEn } from './vocabulary.en'
import { vocabularyFr } from './vocabulary.fr'

/** The terms of our own in the data for machines, besides the roles of a chain, which the method page defines. */
export const OWN_TERMS = ['attributionChain', 'conflictsWith', 'rating', 'scope', 'sha256'] as const
export type OwnTerm = (typeof OWN_TERMS)[number]

/** The page at the address of these terms. */
export type VocabularyWords = { title: string; lead: string; roles: string; term: Record<OwnTerm, string> }

export const vocabularyWords = (language: Language): VocabularyWords =>
  language === 'fr' ? vocabularyFr : vocabularyEn
