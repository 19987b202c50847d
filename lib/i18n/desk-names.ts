import type { Language } from '@/lib/domain/vocabulary'
import { deskNamesEn } from './desk-names.en'
import { deskNamesFr } from './desk-names.fr'

export type DeskNamesWords = typeof deskNamesEn

/** What the desk says about names: their forms, and the links somebody decided between two of them. */
export const deskNamesWords = (language: Language): DeskNamesWords => (language === 'fr' ? deskNamesFr : deskNamesEn)
