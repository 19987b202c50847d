import type { DeskImportReviewsWords } from './desk-import-reviews'
import { count, number } from './format'

const records = (n: number) => count('en', n, { one: 'record', other: 'records' })
const reviews = (n: number) => count('en', n, { one: 'review', other: 'reviews' })

export const deskImportReviewsEn: DeskImportReviewsWords = {
  lead: 'Fact checks others published. They stay on the desk: “has this been checked?” finds them, and none becomes a claim or a verdict of ours.',
  counts: ({ read, added, changed, unchanged, rejected }) =>
    `${records(read)}: ${number('en', added)} new, ${number('en', changed)} changed in substance, ${number('en', unchanged)} unchanged, ${number('en', rejected)} refused`,
  own: (n) => `${reviews(n)} of this site came back with it and stay as they are.`,
  absent: (n) => `${reviews(n)} are no longer in it. They are marked as gone from their publisher, and kept.`,
  wasAbsent: (n) => `${reviews(n)} were marked as gone from their publisher, and kept.`,
  lacking: (n) =>
    `${reviews(n)} are lacking, more than half of what is known of these publishers: the file looks cut off, so none would be marked as gone.`,
  labels: (n) => count('en', n, { one: 'label of theirs', other: 'labels of theirs' }),
  labelsLead:
    'Say which rating of ours each means, where one does. What you leave stays unmapped: their words are kept as they are, and nothing is made up.',
  labelsSaid: 'What their labels were taken to mean',
  used: (n) => reviews(n),
  firstAt: (row) => `first in record ${number('en', row)}`,
  noRating: '(unmapped)',
  labelFor: (label) => `Rating for “${label}”`,
  moreLabels: (n) =>
    `${number('en', n)} rarer labels are not shown and stay unmapped. The command line takes them all: recoupe import FILE --map LABELS.json.`,
  extent: 'How much of what its publishers have is in the file?',
  extents: { as_it_looks: 'As it looks', part: 'Only a part', whole: 'All of it' },
  extentHelp: {
    as_it_looks: 'A feed or a file of lines is all of it; one page is a part. One that looks cut off marks nothing.',
    part: 'Nothing is marked as gone.',
    whole: 'Whatever is lacking is marked as gone, however much that is.',
  },
  changes: (n) => count('en', n, { one: 'difference in substance', other: 'differences in substance' }),
  changed: (n) => count('en', n, { one: 'review that changes', other: 'reviews that change' }),
  fields: {
    claim: 'claim',
    verdict: 'rating in their words',
    score: 'score (0 to 1)',
    claimant: 'claimant',
    claim_date: 'date of the claim',
  },
  problems: (n) => count('en', n, { one: 'thing that is odd', other: 'things that are odd' }),
  problemsLead: 'What is left out is not kept; the rest is kept as said here.',
  leavesOut: (n) => `Leave ${records(n)} out and keep the others`,
  written: 'Kept. Their next file shows what changed since.',
  look: 'Compare with what is kept',
  again: 'Compare again',
}
