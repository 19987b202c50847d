import { z } from 'zod'
import { ROWS, SITE_WORDS, STEMS } from './common-passwords'
import type { FieldFault, Reason } from './fault'
import { optionalLine } from './input'
import { codePointLength } from './text'

/** Shortest password: NIST SP 800-63B-4 asks 15 where a password is the only factor. No rule of composition. */
export const MIN_PASSWORD_LENGTH = 15
/** Longest: a diceware phrase of twenty words is about 130. Beyond, somebody is testing how long we hash. */
export const MAX_PASSWORD_LENGTH = 1_000
/** What must be left of a password once everything well known is taken out of it. */
const MIN_OWN_LENGTH = 5
/** Shortest part of a name or address that counts as well known to whoever attacks this person. */
const MIN_PERSONAL_LENGTH = 3
/** Shortest run (`1234`, `dcba`, `azer`) that counts as one gesture. */
const MIN_RUN = 4
/** A unit of up to eight characters said again and again is one unit. */
const MAX_UNIT = 8

/** RFC 5321: a mailbox is at most 254 characters. */
const MAX_EMAIL_LENGTH = 254

/** An e-mail as it is stored and compared: NFKC, lower case, no space around. */
export const email = () =>
  z
    .string()
    .transform((raw) => raw.normalize('NFKC').trim().toLowerCase())
    .pipe(z.email().max(MAX_EMAIL_LENGTH))

/** A person's name, as they write it; the caller says whether it is required. */
export const personName = () => optionalLine()

/** How passwords are kept. The web room knows how; verbs are handed it. */
export type Passwords = {
  hash: (password: string) => Promise<string>
  /** Takes as long for a person who does not exist (`null`) as for one who does. */
  verify: (hash: string | null, password: string) => Promise<boolean>
}

/** One spelling for one password, however the keyboard composes its accents (SP 800-63B, 3.1.1.2). */
export const passwordForm = (password: string): string => password.normalize('NFKC')

/** Why a new password is refused, as a field fault, or null. `about` is what anybody knows of the person. */
export function passwordFault(password: string, about: readonly string[], field = 'password'): FieldFault | null {
  const fault = (reason: Reason, values?: FieldFault['values']): FieldFault => ({
    field,
    reason,
    ...(values && { values }),
  })
  // The cheap test first: 5,000 characters are refused without being looked at.
  if (password.length > MAX_PASSWORD_LENGTH * 2) return fault('too_long', { max: MAX_PASSWORD_LENGTH })
  const length = codePointLength(password)
  if (length === 0) return fault('required')
  if (length > MAX_PASSWORD_LENGTH) return fault('too_long', { max: MAX_PASSWORD_LENGTH })
  if (password.includes('\u0000')) return fault('nul_character')
  if (!password.isWellFormed()) return fault('lone_surrogate')
  if (length < MIN_PASSWORD_LENGTH) return fault('password_too_short', { min: MIN_PASSWORD_LENGTH })
  return isGuessable(password, about) ? fault('password_too_common') : null
}

/** Is nothing of this password its owner's own? */
export function isGuessable(password: string, about: readonly string[]): boolean {
  const folded = fold(password)
  if (hasShortPeriod(folded)) return true
  let left = folded
  for (const word of wordsAbout(about)) left = left.replaceAll(word, '\n')
  for (const run of runsOf(left)) left = left.replaceAll(run, '\n')
  const own = left
    .replace(/(?:19|20)\d\d/g, '\n')
    .replace(/(.)\1{2,}/gu, '\n')
    .replace(/[\s!-/:-@[-`{-~]/g, '')
  return codePointLength(own) < MIN_OWN_LENGTH
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Longest words first, so that "passwordpass" leaves nothing behind. */
const wordsAbout = (about: readonly string[]): string[] =>
  [
    ...STEMS,
    ...SITE_WORDS,
    ...about
      .flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word.length >= MIN_PERSONAL_LENGTH),
  ]
    .map(fold)
    .filter((word) => word.length >= MIN_PERSONAL_LENGTH)
    .sort((a, b) => b.length - a.length)

/** Stretches that follow a row of the keyboard or the alphabet, forwards or backwards, longest first. */
function runsOf(text: string): string[] {
  const rows = ROWS.flatMap((row) => [row + row, [...row].reverse().join('').repeat(2)])
  const runs: string[] = []
  for (let start = 0; start < text.length; ) {
    let end = start + MIN_RUN
    if (rows.some((row) => row.includes(text.slice(start, end))) && text.length >= end) {
      while (end < text.length && rows.some((row) => row.includes(text.slice(start, end + 1)))) end++
      runs.push(text.slice(start, end))
      start = end
    } else start++
  }
  return runs.sort((a, b) => b.length - a.length)
}

/** Is the text one unit of up to eight characters, said again and again? */
function hasShortPeriod(text: string): boolean {
  for (let unit = 1; unit <= MAX_UNIT && unit * 2 <= text.length; unit++)
    if (text.slice(unit) === text.slice(0, text.length - unit)) return true
  return false
}
