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
  sample: {
    title: 'The sample',
    absent: 'The sample is not loaded. To load it:',
    isThere: 'The sample is there:',
    isDeleted: 'The sample is deleted: neither the desk nor the public sees it. It can be brought back.',
    holds: (claims: number, events: number, conflicts: number) =>
      `${claims} claims, ${events} events, ${conflicts} conflicts`,
    published: (verdicts: number) => `${verdicts} published verdicts`,
    reset: 'Reset the sample',
    resetWhat:
      'Every row of the sample goes back to what was loaded, as a new version: history keeps what people did. Notes stay where they are.',
    changed: (rows: number) => `rows changed since it was loaded, to be put back: ${rows}`,
    added: (rows: number) => `rows that people added, to be set aside: ${rows}`,
    kept: (verdicts: number) =>
      `verdicts published since, which stay: ${verdicts}. A published verdict changes only with a correction.`,
    delete: 'Delete the sample',
    deleteWhat:
      'Its dispatch, claims and events leave the desk; its pages and its published verdicts are found by nobody any more. What your own work uses of it stays. Nothing is lost: it can be brought back.',
    restore: 'Bring the sample back',
    restoreWhat: 'Everything that was taken away comes back as it was, public pages included.',
    confirm: 'To confirm, type the title of the dispatch',
    notTheTitle: 'This is not the title. Type it letter for letter, as above.',
    done: {
      reset: 'The sample is as it was loaded.',
      delete: 'The sample is deleted.',
      restore: 'The sample is back.',
    },
  },
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
