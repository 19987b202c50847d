import { count } from './format'

export const deskMatchingEn = {
  title: 'Has this been checked?',
  lead: 'Paste a sentence or a post. The claims of this archive that read like it come back, with their verdicts. Likeness of words is no proof that two claims say the same: read them.',
  text: 'Sentence or post',
  submit: 'Look',
  found: (many: number) => count('en', many, { one: 'claim reads like this', other: 'claims read like this' }),
  none: 'No claim of the archive reads like this.',
  tooShort: 'Write a few more words: there is nothing to compare yet.',
  noVerdict: 'no verdict yet',
  failed: 'The archive could not be asked just now. What you type is kept.',
}
