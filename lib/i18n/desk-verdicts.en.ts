export const deskVerdictsEn = {
  reading: {
    sideBySide: 'The two ratings, side by side',
    first: 'First reading',
    yours: 'Yours',
    rating: 'Rating',
    by: 'By',
    note: 'Note',
    noNote: 'none',
    same: 'the same rating',
    differs: 'a different rating',
    apart: (steps: number): string => (steps === 1 ? '1 step apart on the scale' : `${steps} steps apart on the scale`),
    offAxis: 'one of them is off the scale from true to false: no distance between them',
    blind: 'given blind',
    seen: 'given after an earlier reading of this claim',
    comments: 'Comments field by field',
    commentsHelp: 'Kept, and shown to the author beside each field.',
    commentOn: (field: string): string => `On: ${field}`,
    submitBlind: 'Blind reading: hide my rating, my words and my name until the reader has given theirs',
    submitDefault: (isBlind: boolean): string =>
      isBlind
        ? 'This newsroom reads blind unless the author says otherwise.'
        : 'This newsroom reads openly unless the author says otherwise.',
  },
  settings: {
    blind: 'Second readings',
    blindHelp: 'What a second reading is unless whoever sends it says otherwise.',
    blindOn: 'Blind: the first rating, its words and its author stay hidden until the reader has given theirs',
    blindOff: 'Open: the reader sees the first rating at once',
  },
}
