import type { DeskPairsWords } from './desk-pairs'
import { count } from './format'

export const deskPairsFr: DeskPairsWords = {
  title: 'Dans les archives',
  listTitle: 'Affirmations qui se rencontrent',
  lead: 'Des règles comparent chaque nouvelle affirmation aux archives. Rien n’est lié avant que vous ne le disiez.',
  none: 'Aucune paire d’affirmations n’attend de décision.',
  waiting: (n) => count('fr', n, { one: 'paire attend', other: 'paires attendent' }),
  first: (shown) =>
    `${shown > 1 ? `Les ${shown} plus sûres sont` : 'La plus sûre est'} ici\u202f; les autres suivent à mesure qu’on décide.`,
  card: (a, b) => `Proposition\u202f: ${a} et ${b}`,
  match: 'disent peut-être la même chose',
  conflict: 'ne sont peut-être pas d’accord',
  relation: 'Ce qui les lie',
  relate: 'Lier les deux',
  relateOf: (a, b) => `Lier ${a} et ${b}`,
  mark: 'Marquer le conflit',
  markOf: (a, b) => `Marquer le conflit entre ${a} et ${b}`,
  dismiss: 'Écarter',
  dismissOf: (a, b) => `Écarter\u202f: ${a} et ${b}`,
  reason: 'Pourquoi non (facultatif)',
  why: 'Dire pourquoi',
  noWords: 'sans mots dans aucune langue',
  decided: 'C’est décidé.',
  stale: 'Quelqu’un a déjà décidé de celle-ci.',
  related: 'Ces deux-là sont déjà liées ainsi.',
  readOnly: 'Votre rôle permet de les lire\u202f; un relecteur ou une relectrice décide.',
  keysGroup: 'Dans les paires',
  keys: {
    enter: 'Aller aux paires',
    next: 'Paire suivante',
    previous: 'Paire précédente',
    accept: 'Lier les deux, ou marquer le conflit',
    dismiss: 'Écarter la paire',
  },
  keysLine: { step: 'paire', accept: 'accepter', dismiss: 'écarter' },
}
