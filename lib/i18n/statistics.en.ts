import { count } from './format'
import type { StatisticsWords } from './statistics'

export const statisticsEn: StatisticsWords = {
  title: 'Statistics',
  what: 'How many verdicts, on whom, how many conflicts are open or settled, what was corrected, and how long a verdict takes.',
  link: 'See the statistics',
  lead: 'Counted from what is published, at each change. A withdrawn verdict is counted as withdrawn; drafts are not counted.',
  number: 'Number',
  verdicts: {
    title: 'Verdicts by rating',
    how: 'The version in force of each published verdict.',
    rating: 'Rating',
    withdrawn: 'Withdrawn',
  },
  voices: {
    title: 'Verdicts by voice',
    how: 'Who made the claims that were ruled on, as the texts name them. A few verdicts say nothing about a person: we choose what we check. Unnamed and protected sources are not counted.',
    voice: 'Voice',
    verdicts: 'Verdicts',
    ratings: 'Ratings',
    none: 'No verdict on the claim of a named source yet.',
  },
  conflicts: {
    title: 'Conflicts by class',
    how: 'Open: not settled yet, or opened again. Settled: resolved with a public rationale.',
    class: 'Class',
    open: 'Open',
    settled: 'Settled',
  },
  corrections: {
    title: 'Corrections by severity',
    how: 'Every public change to a published verdict.',
    severity: 'Severity',
  },
  delay: {
    title: 'From a dispatch to a verdict',
    how: 'From the moment a text was taken in here to the first verdict published on one of its claims.',
    measure: 'Measure',
    time: 'Time',
    shortest: 'Shortest',
    median: 'Median: half took less',
    longest: 'Longest',
    counted: 'Verdicts counted',
    none: 'No verdict has been published yet.',
  },
  span: {
    minute: (n) => (n === 0 ? 'under a minute' : count('en', n, { one: 'minute', other: 'minutes' })),
    hour: (n) => count('en', n, { one: 'hour', other: 'hours' }),
    day: (n) => count('en', n, { one: 'day', other: 'days' }),
  },
}
