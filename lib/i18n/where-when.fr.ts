import { count } from './format'
import type { WhereWhenWords } from './where-when'

export const whereWhenFr: WhereWhenWords = {
  when: 'Quand',
  whenHow:
    'Un point est un jour\u202f; un trait entre deux bornes, tous les jours possibles\u202f; un trait interrompu, «\u202fvers\u202f»\u202f; une flèche n’a pas de fin connue. Les numéros sont ceux du tableau.',
  undated: (n) => `${count('fr', n, { one: 'passage ne dit', other: 'passages ne disent' })} pas quand.`,
  number: 'N°',
  what: 'Quoi',
  date: 'Date',
  passages: 'Affirmations',
  kind: { event: 'L’événement', told: 'Selon le texte', said: 'Dit', printed: 'Dépêche publiée' },
  where: 'Où',
  whereHow:
    'Les lieux que nomment les passages, par leurs coordonnées\u202f: ni frontières, ni fond de carte d’un tiers. Un pays ou une région y est un seul point.',
  place: 'Lieu',
  latitude: 'Latitude',
  longitude: 'Longitude',
  authority: 'Autorité',
  noAuthority: 'aucune indiquée',
  degrees: (n, axis, figures) => {
    const side = axis === 'lat' ? (n < 0 ? 'S' : 'N') : n < 0 ? 'O' : 'E'
    return `${Math.abs(n).toLocaleString('fr-FR', { maximumFractionDigits: figures })}°\u00a0${side}`
  },
}
