import type { RatingCode } from './rating'
import type { ConflictClass, CorrectionSeverity } from './vocabulary'

/** Verdicts of one voice that is not protected, by rating. */
export type VoiceFigures = {
  slug: string
  name: string
  language: string | null
  affiliation: string | null
  verdicts: number
  ratings: readonly { rating: RatingCode; n: number }[]
}

/** What the public record adds up to. Nothing here is about a reader, a draft or a protected source. */
export type Statistics = {
  verdicts: readonly { rating: RatingCode; n: number }[]
  withdrawn: number
  voices: readonly VoiceFigures[]
  conflicts: readonly { class: ConflictClass; open: number; settled: number }[]
  corrections: readonly { severity: CorrectionSeverity; n: number }[]
  /** Seconds from a dispatch taken in to the first verdict on one of its claims; null while there is none. */
  delay: { verdicts: number; shortest: number; median: number; longest: number } | null
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A span of time in the unit a reader would say it in: whole minutes under two hours, whole hours under two days, else days. */
export function spanOf(seconds: number): { n: number; unit: 'minute' | 'hour' | 'day' } {
  if (seconds < 2 * HOUR) return { n: Math.round(seconds / MINUTE), unit: 'minute' }
  if (seconds < 2 * DAY) return { n: Math.round(seconds / HOUR), unit: 'hour' }
  return { n: Math.round(seconds / DAY), unit: 'day' }
}
