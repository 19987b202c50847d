/** The five things somebody sees once: the text, who said it, the matrix, the two spellings, a verdict. */
export const TOUR_STEPS = [1, 2, 3, 4, 5] as const
export type TourStep = (typeof TOUR_STEPS)[number]

/** Where a person is: never taken, put away, or at a step. */
export type TourPlace = 'never' | 'away' | TourStep

/** What the database keeps of it: null, 0, or the step. */
export const tourPlace = (kept: number | null): TourPlace =>
  kept === null ? 'never' : (TOUR_STEPS.find((step) => step === kept) ?? 'away')

/** What a step shows, by the names of the sample's rows; null where the sample no longer has it. */
export type TourSights = {
  dispatch: string | null
  claim: string | null
  event: string | null
  conflict: string | null
  verdict: string | null
}

const PATHS: Record<TourStep, (sights: TourSights) => string | null> = {
  1: ({ dispatch }) => dispatch && `dispatches/${dispatch}`,
  2: ({ claim }) => claim && `claims/${claim}`,
  3: ({ event }) => event && `events/${event}`,
  4: ({ conflict }) => conflict && `conflicts/${conflict}`,
  5: ({ verdict }) => verdict && `claims/${verdict}#verdict`,
}
/** The page of a step under the desk, or null. */
export const tourPath = (step: TourStep, sights: TourSights): string | null => PATHS[step](sights)
/** A tour is worth taking when each of its pages is there. */
export const isTourWhole = (sights: TourSights): boolean => TOUR_STEPS.every((step) => tourPath(step, sights) !== null)
