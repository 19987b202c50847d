import type { Language } from '@/lib/domain/vocabulary'
import { deskVerdictsEn } from './desk-verdicts.en'
import { deskVerdictsFr } from './desk-verdicts.fr'

export type DeskVerdictsWords = typeof deskVerdictsEn

/** What the desk says around the second reading, its agreement, and corrections that a conflict calls for. */
export const deskVerdictsWords = (language: Language): DeskVerdictsWords =>
  language === 'fr' ? deskVerdictsFr : deskVerdictsEn
