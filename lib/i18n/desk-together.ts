import type { Language } from '@/lib/domain/vocabulary'
import { deskTogetherEn } from './desk-together.en'
import { deskTogetherFr } from './desk-together.fr'

export type DeskTogetherWords = typeof deskTogetherEn

/** What the desk says where people work together: notes, who does what, what is new. */
export const deskTogetherWords = (language: Language): DeskTogetherWords =>
  language === 'fr' ? deskTogetherFr : deskTogetherEn
