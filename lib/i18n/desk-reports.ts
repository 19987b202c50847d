import type { Language } from '@/lib/domain/vocabulary'
import { deskReportsEn } from './desk-reports.en'
import { deskReportsFr } from './desk-reports.fr'

export type DeskReportsWords = typeof deskReportsEn

/** What the desk says around what readers sent. */
export const deskReportsWords = (language: Language): DeskReportsWords =>
  language === 'fr' ? deskReportsFr : deskReportsEn
