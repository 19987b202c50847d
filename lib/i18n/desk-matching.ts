import type { Language } from '@/lib/domain/vocabulary'
import { deskMatchingEn } from './desk-matching.en'
import { deskMatchingFr } from './desk-matching.fr'

export type DeskMatchingWords = typeof deskMatchingEn

/** What the desk says when it looks whether something was checked already. */
export const deskMatchingWords = (language: Language): DeskMatchingWords =>
  language === 'fr' ? deskMatchingFr : deskMatchingEn
