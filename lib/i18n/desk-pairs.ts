import type { Language } from '@/lib/domain/vocabulary'
import { deskPairsEn } from './desk-pairs.en'
import { deskPairsFr } from './desk-pairs.fr'

export type DeskPairsWords = typeof deskPairsEn

/** What the desk says of two claims the rules lay side by side. */
export const deskPairsWords = (language: Language): DeskPairsWords => (language === 'fr' ? deskPairsFr : deskPairsEn)
