import 'server-only'
/** SQL that several exports share; each takes the name of a column, never a value. */

/** The letter of a side: 1 is A. */
export const letter = (ordinal: string): string => `chr(64 + ${ordinal})`
/** X2 before X10, the same on every machine. */
export const refOrder = (ref: string): string => `length(${ref}), ${ref} collate "C"`
/** As JavaScript writes an instant. */
export const instant = (at: string): string => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
