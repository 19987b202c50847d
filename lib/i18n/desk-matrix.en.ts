import type { CoverageState } from '@/lib/domain/coverage'
import type { OriginKind } from '@/lib/domain/origins'
import { count } from './format'

const n = (one: string, other: string) => (many: number) => count('en', many, { one, other })

/** The desk's sentences about the matrix. The French ones have the same keys, or they do not compile. */
export const deskMatrixEn = {
  kicker: 'Events',
  publicPage: 'public page',
  notPublic: 'not public',
  partOf: 'Part of',
  parts: 'Its parts',
  place: 'Place',
  time: 'Time',
  noPlace: 'not known',
  claims: 'Its claims',
  matrix: 'Who says what',
  caption:
    'One row per passage, with the chain it came through; one column per property; a cell is the words themselves.',
  region: 'Matrix of the event, can be scrolled',
  who: 'Passage, and who through whom',
  passages: n('passage', 'passages'),
  hidden: n('passage hidden by the filters', 'passages hidden by the filters'),
  none: 'Nobody says anything about this event yet. Open a text and make a claim about it.',
  noneFound: 'No passage passes these filters.',
  toDispatches: 'To the texts',
  inText: (ref: string) => `${ref} in the text`,
  claimOf: (ref: string) => `Work on ${ref}`,
  silent: 'says nothing',
  filters: {
    title: 'Filters',
    origin: 'Origin',
    conflict: 'Conflict',
    outlet: 'Carried by',
    any: 'all',
    whole: 'Properties nobody speaks about too',
    apply: 'Filter',
    clear: 'Remove the filters',
  },
  stand: {
    contradiction: 'contradicts',
    tension: 'pulls another way',
    general: 'too general to choose',
    settled: 'settled',
    position: (letter: string) => `position ${letter}`,
  },
  legend: {
    title: 'How to read a cell',
    contradiction: 'contradicts the other positions',
    tension: 'does not contradict, does not agree either',
    general: 'too general to take a position',
    settled: 'the conflict is settled',
    letter: 'the same letter is the same position',
    silent: 'says nothing: a silence is not an agreement',
  },
  origins: {
    title: 'Origins, not outlets',
    figures: (outlets: number, origins: number) =>
      `${n('outlet or agency', 'outlets and agencies')(outlets)}, ${n('origin', 'origins')(origins)}`,
    short: n('origin', 'origins'),
    unidentifiable: n('origin cannot be identified by a reader', 'origins cannot be identified by a reader'),
    lead: 'A reprint or a relay adds an outlet, never an origin.',
    kind: {
      named: 'named',
      unnamed: 'without a name: cannot be identified independently',
      protected: 'protected: cannot be identified independently',
      narration: 'its own narration, no source named',
    } satisfies Record<OriginKind, string>,
    origin: 'Origin',
    how: 'How far it can be looked for',
    carriedBy: 'Carried by',
    itself: 'nobody else',
    passages: 'Passages',
    show: (name: string) => `Show only ${name}`,
  },
  coverage: {
    title: 'What each confirmation covers',
    colon: ': ',
    lead: 'A confirmation covers what its own words cover, and nothing else.',
    none: 'No passage says that it confirms something.',
    property: 'Property',
    covers: (properties: string) => `confirms ${properties}.`,
    coversNothing: 'confirms none of what the others say.',
    coversNot: (properties: string) => `Speaks of ${properties} without confirming what is in dispute.`,
    state: {
      said: 'said',
      one_side: 'said, one side of the dispute only',
      general: 'said, too general to confirm',
      denied: 'denied',
      silent: 'silent',
    } satisfies Record<CoverageState, string>,
  },
}
