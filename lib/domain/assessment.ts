/**
 * The Admiralty code: reliability of the source and credibility of what it says are two independent judgements. F and 6 mean
 * "cannot be judged", not "worst"; a field left unset says nothing at all.
 */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const
export type Reliability = (typeof RELIABILITIES)[number]
export type Credibility = (typeof CREDIBILITIES)[number]

/** One judgement of a source, by somebody, at a moment. A later one stands beside it; none is ever changed. */
export type AssessmentView = {
  id: string
  reliability: Reliability | null
  credibility: Credibility | null
  rationale: string
  by: string
  at: string
}
