import type { Language } from '@/lib/domain/vocabulary'
import { deskMatrixEn } from './desk-matrix.en'
import { deskMatrixFr } from './desk-matrix.fr'

export type DeskMatrixWords = typeof deskMatrixEn

/** What the desk says around the matrix of an event, origins and what each confirmation covers. */
export const deskMatrixWords = (language: Language): DeskMatrixWords =>
  language === 'fr' ? deskMatrixFr : deskMatrixEn
