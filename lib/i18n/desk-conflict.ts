import type { Language } from '@/lib/domain/vocabulary'
import { deskConflictEn } from './desk-conflict.en'
import { deskConflictFr } from './desk-conflict.fr'

export type DeskConflictWords = typeof deskConflictEn

/** What the page of one conflict says about its positions: their words, their evidence, and one more of them. */
export const deskConflictWords = (language: Language): DeskConflictWords =>
  language === 'fr' ? deskConflictFr : deskConflictEn
