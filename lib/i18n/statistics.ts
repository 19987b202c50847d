import type { Language } from '@/lib/domain/vocabulary'
import { statisticsEn } from './statistics.en'
import { statisticsFr } from './statistics.fr'

/** What the page of statistics says around its figures. */
export type StatisticsWords = {
  title: string
  what: string
  link: string
  lead: string
  number: string
  verdicts: { title: string; how: string; rating: string; withdrawn: string }
  voices: { title: string; how: string; voice: string; verdicts: string; ratings: string; none: string }
  conflicts: { title: string; how: string; class: string; open: string; settled: string }
  corrections: { title: string; how: string; severity: string }
  delay: {
    title: string
    how: string
    measure: string
    time: string
    shortest: string
    median: string
    longest: string
    counted: string
    none: string
  }
  span: Record<'minute' | 'hour' | 'day', (n: number) => string>
}

export const statisticsWords = (language: Language): StatisticsWords =>
  language === 'fr' ? statisticsFr : statisticsEn
