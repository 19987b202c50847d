import type { Language } from '@/lib/domain/vocabulary'
import { deskDraftsEn } from './desk-drafts.en'
import { deskDraftsFr } from './desk-drafts.fr'

export type DeskDraftsWords = typeof deskDraftsEn

/** What a form says about the draft of it. */
export const deskDraftsWords = (lang: Language): DeskDraftsWords => (lang === 'fr' ? deskDraftsFr : deskDraftsEn)
