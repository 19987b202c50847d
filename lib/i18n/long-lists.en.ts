import { count, number } from './format'
import type { LongListsWords } from './long-lists'

export const longListsEn: LongListsWords = {
  pages: 'Pages of the list',
  first: 'Beginning of the list',
  next: 'Next page',
  previous: 'Previous page',
  shown: (n, total) => `${number('en', n)} of ${number('en', total)} are on this page.`,
  events: (n) => count('en', n, { one: 'event', other: 'events' }),
  allInSearch: 'See them all in the search',
  part: (n, of) => `Part ${number('en', n)} of ${number('en', of)}`,
  partWhy: 'The text is long: it is read in several parts, with nothing left out.',
}
