import type { Language } from '@/lib/domain/vocabulary'
import { deskImportEn } from './desk-import.en'
import { deskImportFr } from './desk-import.fr'

export type DeskImportWords = typeof deskImportEn

/** What the desk says about importing tables. */
export const deskImportWords = (language: Language): DeskImportWords =>
  language === 'fr' ? deskImportFr : deskImportEn
