import { count } from './format'

export const deskMatchingEn = {
  title: 'Has this been checked?',
  lead: 'Paste a sentence or a post. The claims of this archive that read like it come back, with their verdicts. Likeness of words is no proof that two claims say the same: read them.',
  text: 'Sentence or post',
  submit: 'Look',
  said: (claims: number, reviews: number) => {
    const ours = count('en', claims, { one: 'claim reads like this', other: 'claims read like this' })
    const theirs = count('en', reviews, { one: 'review by others does', other: 'reviews by others do' })
    if (claims === 0)
      return reviews === 0
        ? 'No claim of the archive reads like this.'
        : `No claim of the archive reads like this; ${theirs}.`
    return reviews === 0 ? ours : `${ours}; ${theirs}.`
  },
  reviewedBy: 'already reviewed by',
  opens: '“',
  closes: '”',
  colon: ': ',
  noRating: 'no rating given',
  tooShort: 'Write a few more words: there is nothing to compare yet.',
  noVerdict: 'no verdict yet',
  failed: 'The archive could not be asked just now. What you type is kept.',
}
