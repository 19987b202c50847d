import type { SampleHop } from './shape'

/** FRANCE 24 tells it as a fact and says nobody told it: the most frequent chain of this dispatch. */
export const NARRATION: readonly SampleHop[] = [
  { source: 'source-non-precisee', role: 'unattributed' },
  { source: 'france-24', role: 'outlet' },
]
