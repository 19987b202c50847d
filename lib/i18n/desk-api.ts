import type { Language } from '@/lib/domain/vocabulary'
import { deskApiEn } from './desk-api.en'
import { deskApiFr } from './desk-api.fr'

export type DeskApiWords = typeof deskApiEn

/** What the desk says about programs: tokens, and the addresses that are told what is published. */
export const deskApiWords = (language: Language): DeskApiWords => (language === 'fr' ? deskApiFr : deskApiEn)
