import { count } from './format'
import type { WhereWhenWords } from './where-when'

export const whereWhenEn: WhereWhenWords = {
  when: 'When',
  whenHow:
    'A dot is one day; a line between two ticks is every day it can be; a dashed line is “about”; an arrow has no end we know. The numbers are those of the table.',
  undated: (n) => `${count('en', n, { one: 'passage does', other: 'passages do' })} not say when.`,
  number: 'No.',
  what: 'What',
  date: 'Date',
  passages: 'Claims',
  kind: { event: 'The event', told: 'Told by the text', said: 'Said', printed: 'Dispatch published' },
  where: 'Where',
  whereHow:
    'The places the passages name, by their coordinates: no map of borders, nobody else’s tiles. A country or a region is one point.',
  place: 'Place',
  latitude: 'Latitude',
  longitude: 'Longitude',
  authority: 'Authority',
  noAuthority: 'none given',
  degrees: (n, axis, figures) => {
    const side = axis === 'lat' ? (n < 0 ? 'S' : 'N') : n < 0 ? 'W' : 'E'
    return `${Math.abs(n).toLocaleString('en-GB', { maximumFractionDigits: figures })}°\u00a0${side}`
  },
}
