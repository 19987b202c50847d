import type { Language } from '@/lib/domain/vocabulary'
import { deskFindEn } from './desk-find.en'
import { deskFindFr } from './desk-find.fr'

export type DeskFindWords = typeof deskFindEn

/** What the reading view says about a pasted quotation. */
export const deskFindWords = (lang: Language): DeskFindWords => (lang === 'fr' ? deskFindFr : deskFindEn)
