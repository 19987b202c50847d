import type { Language } from '@/lib/domain/vocabulary'
import { deskJobsEn } from './desk-jobs.en'
import { deskJobsFr } from './desk-jobs.fr'

export type DeskJobsWords = typeof deskJobsEn

/** What the desk says about long work. */
export const deskJobsWords = (language: Language): DeskJobsWords => (language === 'fr' ? deskJobsFr : deskJobsEn)
