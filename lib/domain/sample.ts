/** Who signs the sample, by address: two people who cannot sign in (RFC 2606). What they made is the sample. */
export const SAMPLE_SIGNERS = ['redaction@exemple.invalid', 'relecture@exemple.invalid'] as const
/** The reason kept with each row a change of the whole sample touches: by it the change is found again. */
export const SAMPLE_DELETED = 'sample.deleted'
export const SAMPLE_RESTORED = 'sample.restored'
export const SAMPLE_RESET = 'sample.reset'

/** Where the sample is: never loaded, there, or deleted (out of the public and of the desk, and nothing lost). */
export type SampleState = 'absent' | 'there' | 'deleted'

/** What the sample holds, before anything is done to it. */
export type SampleCounts = {
  dispatches: number
  claims: number
  events: number
  conflicts: number
  published: number
  /** What a reset would put back, and what it would set aside because people added it. */
  changed: number
  added: number
  /** Verdicts published since the loading: a reset leaves them, a published verdict changes only with a correction. */
  kept: number
}
