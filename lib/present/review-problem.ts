import { REVIEW_COLUMNS } from '@/lib/domain/import-report'
import type { ReviewProblem } from '@/lib/domain/review-outcome'
import type { ImportFileWords } from '@/lib/i18n/import-file'

/** Where something odd stands in a file of reviews, and what it is. */
export const reviewProblemSentence = (words: ImportFileWords, { row, code }: ReviewProblem): string =>
  words.place(row, REVIEW_COLUMNS[code]) + words.problem[code]
