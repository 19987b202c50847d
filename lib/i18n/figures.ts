import type { Language } from '@/lib/domain/vocabulary'
import { figuresEn } from './figures.en'
import { figuresFr } from './figures.fr'

export type FiguresWords = typeof figuresEn

/** How good the suggestions are, as readers are told it. */
export const figuresWords = (language: Language): FiguresWords => (language === 'fr' ? figuresFr : figuresEn)
