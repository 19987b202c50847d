import type { SampleRelation } from './shape'

const SAME_REQUEST = { fr: 'Même demande, en quatre formulations.', en: 'Same request, four wordings.' }

/** Claims that repeat, support or belong to one another: the first says again, supports or is part of the second. */
export const RELATIONS: readonly SampleRelation[] = [
  {
    kind: 'repeats',
    from: 'C20',
    to: 'C03',
    note: { fr: 'Même énoncé : le chapô et le correspondant.', en: 'Same proposition: lead and correspondent.' },
  },
  { kind: 'repeats', from: 'C07', to: 'C02', note: SAME_REQUEST },
  { kind: 'repeats', from: 'C24', to: 'C02', note: SAME_REQUEST },
  { kind: 'repeats', from: 'C30', to: 'C02', note: SAME_REQUEST },
  {
    kind: 'repeats',
    from: 'C25',
    to: 'C26',
    note: { fr: 'L’intertitre reprend l’affirmation du Figaro.', en: 'Subhead restates the Figaro claim.' },
  },
  {
    kind: 'supports',
    from: 'C42',
    to: 'C14',
    note: {
      fr: 'L’habitant appuie le contrôle par les insurgés ; il ne nomme aucun groupe.',
      en: 'Resident supports insurgent control; does not name a group.',
    },
  },
  { kind: 'supports', from: 'C46', to: 'C06', note: { fr: 'Fin des combats.', en: 'End of fighting.' } },
  {
    kind: 'supports',
    from: 'C37',
    to: 'C08',
    note: {
      fr: 'L’inquiétude du milieu de semaine s’accorde avec des combats commencés vers mercredi.',
      en: 'Midweek concern is consistent with fighting that began about Wednesday.',
    },
  },
  {
    kind: 'part_of',
    from: 'C29',
    to: 'C28',
    note: { fr: 'Proposition relative de la même phrase.', en: 'Relative clause of the same sentence.' },
  },
]
