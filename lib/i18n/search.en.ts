import { count, number } from './format'
import type { SearchWords } from './search'

export const searchEn: SearchWords = {
  how: 'How to search',
  ways: [
    ['Kona Gao', 'both words, in any order, accents and capitals ignored'],
    ['"prise de Kona"', 'these words one after the other'],
    ['captur*', 'any word that begins so'],
    ['Kona -Gao', 'the first word, without the second'],
    ['source:afp', 'what a source says or relays'],
    ['verdict:false', 'what has this verdict; verdict:none, what has none'],
    ['place:Konna', 'what is about a place, in all its spellings'],
    ['event:E1', 'what is about an event'],
    ['before:2013-01 after:2012', 'what happens before January 2013 and after 2012'],
  ],
  results: (n) => count('en', n, { one: 'claim', other: 'claims' }),
  manyResults: (n) => `More than ${number('en', n)} claims`,
  newestFirst: 'Too many to be ranked: the newest come first. One word more leaves fewer.',
  active: 'Filters in use',
  remove: (filter) => `Remove ${filter}`,
  narrow: 'Narrow',
  facet: { verdict: 'Verdict', source: 'Source', place: 'Place', event: 'Event', year: 'Year' },
  noVerdict: 'no verdict',
  among: (n, isMore) => (isMore ? `at least ${number('en', n)}` : number('en', n)),
  notUnderstood: (text, why) =>
    ({
      unknown_filter: `“${text}”: there is no such filter, its words were searched. There are verdict, source, place, event, year, before and after.`,
      bad_date: `“${text}”: this date was not understood and the filter is ignored. Write 2013, 2013-01 or 2013-01-10.`,
      no_value: `“${text}”: nothing follows the colon and the filter is ignored.`,
      no_words: `“${text}”: no letter and no figure to look for.`,
      too_many: `“${text}”: beyond forty words the rest is ignored.`,
    })[why],
  unknown: (key, value) =>
    `Nothing here is called “${value}” among the ${{ verdict: 'verdicts', source: 'sources', place: 'places', event: 'events', year: 'years' }[key]}: the filter ${key} finds nothing.`,
  wrongPlace: 'The address named a page of another search, or was not copied whole: this is the first page.',
  pages: 'Pages of results',
  previous: 'Previous page',
  next: 'Next page',
  alike: 'similar name',
}
