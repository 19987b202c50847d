import type { Language } from '@/lib/domain/vocabulary'
import { deskReviewEn } from './desk-review.en'
import { deskReviewFr } from './desk-review.fr'

export type DeskReviewWords = typeof deskReviewEn

/** What the desk says around conflicts, claims at work and verdicts. */
export const deskReviewWords = (language: Language): DeskReviewWords =>
  language === 'fr' ? deskReviewFr : deskReviewEn

const ages = new Map<Language, Intl.RelativeTimeFormat>()
/** How long ago, in the largest whole unit: "3 days ago", "il y a 3 jours". */
export function age(language: Language, from: Date, now: Date): string {
  const format = ages.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  ages.set(language, format)
  const minutes = Math.max(0, Math.floor((now.getTime() - from.getTime()) / 60_000))
  if (minutes < 60) return format.format(-minutes, 'minute')
  return minutes < 60 * 24
    ? format.format(-Math.floor(minutes / 60), 'hour')
    : format.format(-Math.floor(minutes / (60 * 24)), 'day')
}
