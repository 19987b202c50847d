/** A version of the method, and the day (UTC) it came into force. */
type Version = { version: number; since: string }

/**
 * The versions of the method, in order. The same list stands in PostgreSQL, which writes the latest on every verdict as it is
 * published; what each changed is told in lib/i18n/method-version.ts. A change of the scale, of what a verdict needs or of how
 * sources are counted is a new version: here, there, and in a migration, which bring it into force together.
 */
export const METHOD_VERSIONS = [{ version: 1, since: '2026-11-25' }] as const satisfies readonly Version[]

export type MethodVersion = (typeof METHOD_VERSIONS)[number]['version']

/** The version that a verdict published now would carry. */
export const METHOD_IN_FORCE = METHOD_VERSIONS[METHOD_VERSIONS.length - 1] ?? METHOD_VERSIONS[0]

/** The day the version that a verdict names came into force; null for one this release does not know. */
export const methodSince = (version: number): string | null =>
  METHOD_VERSIONS.find((it) => it.version === version)?.since ?? null
