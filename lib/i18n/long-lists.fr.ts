import { count, number } from './format'
import type { LongListsWords } from './long-lists'

export const longListsFr: LongListsWords = {
  pages: 'Pages de la liste',
  first: 'Début de la liste',
  next: 'Page suivante',
  previous: 'Page précédente',
  shown: (n, total) => `${number('fr', n)} sur ${number('fr', total)} sont sur cette page.`,
  events: (n) => count('fr', n, { one: 'événement', other: 'événements' }),
  allInSearch: 'Les voir tous dans la recherche',
  part: (n, of) => `Partie ${number('fr', n)} sur ${number('fr', of)}`,
  partWhy: 'Le texte est long\u202f: il se lit en plusieurs parties, sans rien en moins.',
}
