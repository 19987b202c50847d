import type { TourStep } from '@/lib/domain/tour'

export const deskTourEn = {
  label: 'Tour',
  offerTitle: 'New here?',
  offer: 'A tour of five short steps on the sample dispatch: the town written Kona six times and Konna once.',
  start: 'Take the tour',
  replay: 'Take the tour again',
  notNow: 'Not now',
  at: (step: number) => `Tour, step ${step} of 5`,
  show: 'Go to this page',
  next: 'Next',
  back: 'Back',
  skip: 'Leave the tour',
  end: 'End the tour',
  steps: {
    1: {
      title: 'Read the dispatch',
      text: 'Each mark is a claim, each card says who makes it. Choose a sentence, then “Claim”, to take one more out of the text.',
    },
    2: {
      title: 'Who said it, through whom',
      text: 'The chain goes from the first who speaks to the one who publishes: three outlets that carry one agency are one origin.',
    },
    3: {
      title: 'The matrix',
      text: 'One event: a row for each passage, a column for each property. Cells that disagree are marked by icon and word; silent cells stay silent.',
    },
    4: {
      title: 'Kona or Konna?',
      text: 'A conflict lays the positions side by side, in their own words. Settling it needs a public reason; reopening it sends its verdicts back.',
    },
    5: {
      title: 'The verdict',
      text: 'A rating, a summary, what it stands on. Somebody else reads it again before it is published; then it changes only with a correction.',
    },
  } as Record<TourStep, { title: string; text: string }>,
}
