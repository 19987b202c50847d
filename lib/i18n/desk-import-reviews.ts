import type { ReviewField } from '@/lib/domain/review-changes'
import type { ReviewExtent } from '@/lib/domain/review-outcome'
import type { Language } from '@/lib/domain/vocabulary'
import { deskImportReviewsEn } from './desk-import-reviews.en'
import { deskImportReviewsFr } from './desk-import-reviews.fr'

/** What the desk says about a file of ClaimReviews others published. */
export type DeskImportReviewsWords = {
  lead: string
  counts: (it: { read: number; added: number; changed: number; unchanged: number; rejected: number }) => string
  own: (n: number) => string
  absent: (n: number) => string
  wasAbsent: (n: number) => string
  lacking: (n: number) => string
  labels: (n: number) => string
  labelsLead: string
  labelsSaid: string
  used: (n: number) => string
  firstAt: (row: number) => string
  noRating: string
  labelFor: (label: string) => string
  moreLabels: (n: number) => string
  extent: string
  extents: Record<ReviewExtent, string>
  extentHelp: Record<ReviewExtent, string>
  changes: (n: number) => string
  changed: (n: number) => string
  fields: Record<ReviewField, string>
  problems: (n: number) => string
  problemsLead: string
  leavesOut: (n: number) => string
  written: string
  look: string
  again: string
}

export const deskImportReviewsWords = (language: Language): DeskImportReviewsWords =>
  language === 'fr' ? deskImportReviewsFr : deskImportReviewsEn
