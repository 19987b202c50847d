/** Errors a person can act on: one sentence on what happened, one on what to do next. */

/** Exit codes, the same for every command. */
export const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 }

/** What went wrong, with the next step; printed without a stack. */
export class Problem extends Error {
  /**
   * @param {string} message what happened
   * @param {string} [nextStep] what the reader can do about it
   * @param {{ exitCode?: number, code?: string, cause?: unknown }} [options]
   */
  constructor(message, nextStep = '', { exitCode = EXIT.failed, code = 'failed', cause } = {}) {
    super(message, { cause })
    this.name = 'Problem'
    this.nextStep = nextStep
    this.exitCode = exitCode
    this.code = code
  }
}

/** @param {unknown} error @returns {string} the sentence of any thrown value */
export const sentenceOf = (error) => {
  if (error instanceof AggregateError && error.errors.length > 0) return sentenceOf(error.errors[0])
  return error instanceof Error ? error.message || error.name : String(error)
}
