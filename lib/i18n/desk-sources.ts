import type { Language } from '@/lib/domain/vocabulary'
import { deskSourcesEn } from './desk-sources.en'
import { deskSourcesFr } from './desk-sources.fr'

export type DeskSourcesWords = typeof deskSourcesEn

/** What the desk says around one source: who it is, how it is judged, what stands on it. */
export const deskSourcesWords = (language: Language): DeskSourcesWords =>
  language === 'fr' ? deskSourcesFr : deskSourcesEn
