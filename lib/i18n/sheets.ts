import type { Language } from '@/lib/domain/vocabulary'
import { sheetsEn } from './sheets.en'
import { sheetsFr } from './sheets.fr'

export type SheetWords = typeof sheetsEn

/** What stands in a workbook beside the archive’s own words, and on the links that lead to it. */
export const sheetWords = (language: Language): SheetWords => (language === 'fr' ? sheetsFr : sheetsEn)
