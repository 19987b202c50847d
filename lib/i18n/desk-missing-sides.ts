import type { Language } from '@/lib/domain/vocabulary'
import { deskMissingSidesEn } from './desk-missing-sides.en'
import { deskMissingSidesFr } from './desk-missing-sides.fr'

export type DeskMissingSidesWords = typeof deskMissingSidesEn

/** What the desk says around sides that are spoken about and not heard. */
export const deskMissingSidesWords = (language: Language): DeskMissingSidesWords =>
  language === 'fr' ? deskMissingSidesFr : deskMissingSidesEn
