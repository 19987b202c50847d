import type { Language } from '@/lib/domain/vocabulary'
import { publicEn } from './public.en'
import { publicFr } from './public.fr'

/** What the public pages say. The English dictionary gives the shape, the French one must fill it. */
export type PublicWords = typeof publicEn

export const publicWords = (language: Language): PublicWords => (language === 'fr' ? publicFr : publicEn)
