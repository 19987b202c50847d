import type { Language } from '@/lib/domain/vocabulary'
import { deskTourEn } from './desk-tour.en'
import { deskTourFr } from './desk-tour.fr'

export type DeskTourWords = typeof deskTourEn

/** What the tour of the sample says, and what resetting or deleting the sample says. */
export const deskTourWords = (language: Language): DeskTourWords => (language === 'fr' ? deskTourFr : deskTourEn)
