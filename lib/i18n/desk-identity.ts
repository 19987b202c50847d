import type { Language } from '@/lib/domain/vocabulary'
import { deskIdentityEn } from './desk-identity.en'
import { deskIdentityFr } from './desk-identity.fr'

export type DeskIdentityWords = typeof deskIdentityEn

/** What source keepers read around protected identities. */
export const deskIdentityWords = (language: Language): DeskIdentityWords =>
  language === 'fr' ? deskIdentityFr : deskIdentityEn
