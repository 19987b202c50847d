import { RATING_CODES } from '@/lib/domain/rating'
import type { Statistics } from '@/lib/domain/statistics'
import { CONFLICT_CLASSES, CORRECTION_SEVERITIES } from '@/lib/domain/vocabulary'

/** What a small record adds up to, and an empty one. */
export const someFigures: Statistics = {
  verdicts: RATING_CODES.map((rating, i) => ({ rating, n: i % 3 })),
  withdrawn: 1,
  voices: [
    {
      slug: 'abdou-dardar',
      name: 'Abdou Dardar',
      language: 'fr',
      affiliation: 'Ansar Dine',
      verdicts: 3,
      ratings: [
        { rating: 'false', n: 1 },
        { rating: 'disputed', n: 2 },
      ],
    },
  ],
  conflicts: CONFLICT_CLASSES.map((it, i) => ({ class: it, open: i, settled: 5 - i })),
  corrections: CORRECTION_SEVERITIES.map((severity, n) => ({ severity, n })),
  delay: { verdicts: 3, shortest: 20, median: 90 * 60, longest: 4 * 86_400 },
}
export const noFigures: Statistics = {
  verdicts: RATING_CODES.map((rating) => ({ rating, n: 0 })),
  withdrawn: 0,
  voices: [],
  conflicts: CONFLICT_CLASSES.map((it) => ({ class: it, open: 0, settled: 0 })),
  corrections: CORRECTION_SEVERITIES.map((severity) => ({ severity, n: 0 })),
  delay: null,
}
