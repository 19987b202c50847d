import type { EventBrief, OccurrenceView } from './record'

/**
 * Said before the event, printed after it: words that cannot be about what happened since. True only when all three times are
 * known as days: when it was said, when the event was, when the text was published. An unknown or approximate time is never
 * guessed, so silence here is no proof that the words are fresh.
 */
export function isSaidBefore(
  { chain, dispatch }: Pick<OccurrenceView, 'chain' | 'dispatch'>,
  event: Pick<EventBrief, 'date'> | null,
): boolean {
  const spokenBy = chain.find(
    ({ role }) => role === 'speaker' || role === 'witness' || role === 'correspondent',
  )?.spokenBy
  const [begins, ends] = [event?.date.from, event?.date.to]
  const printed = dispatch.published.from
  if (!spokenBy || !begins || !ends || !printed || isApproximate(event?.date.edtf)) return false
  return spokenBy < begins && printed >= ends && !isApproximate(dispatch.published.edtf)
}

/** EDTF says "about" and "perhaps" with these three signs. */
export const isApproximate = (edtf: string | null | undefined): boolean => /[~?%]/.test(edtf ?? '')
