import type { EarlierWords } from './earlier'

export const earlierEn: EarlierWords = {
  title: 'As published at a moment',
  asked: 'As published on (a day, to its end, UTC)',
  show: 'Show that page',
  banner: (version, moment) => `This page is ${version}, the one in force on ${moment}. It may have changed since.`,
  shown: (moment) =>
    `This page shows what was published on ${moment}, less what has been withdrawn since. It may have changed.`,
  withdrawnSince: (moment) => `Its verdict was withdrawn since, on ${moment}.`,
  exact: 'The same, byte for byte',
  present: 'The page as it is now',
  none: (moment) => `Nothing was published here on ${moment}.`,
  since: (moment) => `The first verdict was published on ${moment}.`,
  never: 'No verdict has been published here yet.',
  future: 'That moment has not come yet: nobody can say what will be published.',
  unread: 'That is not a moment we can read. Write a day, or a day and an hour in UTC, as in 2026-11-26T08:00:00Z.',
  noVersion: 'There is no published version with that number.',
}
