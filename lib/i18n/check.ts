import type { CheckRule } from '@/lib/domain/claim-review-check'
import type { Language } from '@/lib/domain/vocabulary'
import { checkEn } from './check.en'
import { checkFr } from './check.fr'

/** What the validator of ClaimReview says. */
export type CheckWords = {
  title: string
  lead: string
  label: string
  go: string
  tooLong: string
  fine: (reviews: number) => string
  errors: (n: number) => string
  warnings: (n: number) => string
  at: string
  found: string
  whole: string
  error: string
  warning: string
  source: string
  rules: Record<CheckRule, string>
}

export const checkWords = (language: Language): CheckWords => (language === 'fr' ? checkFr : checkEn)
