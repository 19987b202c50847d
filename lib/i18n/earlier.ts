import type { Language } from '@/lib/domain/vocabulary'
import { earlierEn } from './earlier.en'
import { earlierFr } from './earlier.fr'

/** What is said around a page as it was published at an earlier moment. */
export type EarlierWords = {
  title: string
  asked: string
  show: string
  /** Above the page as it was: which version, when it was asked for. */
  banner: (version: string, moment: string) => string
  /** There too: the verdict was withdrawn after that moment. */
  withdrawnSince: (moment: string) => string
  exact: string
  /** Above any other page of a moment. */
  shown: (moment: string) => string
  present: string
  none: (moment: string) => string
  since: (moment: string) => string
  never: string
  future: string
  unread: string
  noVersion: string
}

export const earlierWords = (language: Language): EarlierWords => (language === 'fr' ? earlierFr : earlierEn)
