export const deskFindEn = {
  label: 'Paste a quotation to find it',
  go: 'Find',
  exact: 'Found, letter for letter.',
  folded: 'Found with other quotation marks, spaces or accents. The words of the text are:',
  several: (n: number) => `These words stand in ${n} places. Choose one:`,
  place: (n: number, start: number) => `Place ${n}, from character ${start}`,
  take: 'Take this passage',
  none: 'These words are not in the text.',
  tooShort: 'With fewer than 16 characters, nothing near is looked for.',
  lookNear: 'Look for almost the same words',
  noNear: 'Nothing near either: a number, a negation or a name would differ, or too many words.',
  near: (n: number) =>
    n === 1
      ? 'Almost the same words stand here; what differs is marked. Check it before you take it:'
      : `Almost the same words stand in ${n} places; what differs is marked. Check before you take one:`,
  inText: 'in the text',
  inPasted: 'pasted',
}
