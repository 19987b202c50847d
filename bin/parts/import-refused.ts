/** What cannot be imported, in words; the caller says it and ends with the code of a wrong command, or of one that failed. */
export class ImportRefused extends Error {
  constructor(
    message: string,
    readonly isUsage = true,
  ) {
    super(message)
  }
}
