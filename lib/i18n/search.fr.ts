import { count, number } from './format'
import type { SearchWords } from './search'

const THINGS = { verdict: 'verdict', source: 'source', place: 'lieu', event: 'événement', year: 'année' } as const

export const searchFr: SearchWords = {
  how: 'Comment chercher',
  ways: [
    ['Kona Gao', 'les deux mots, dans n’importe quel ordre, accents et majuscules ignorés'],
    ['"prise de Kona"', 'ces mots à la suite'],
    ['empar*', 'tout mot qui commence ainsi'],
    ['Kona -Gao', 'le premier mot, sans le second'],
    ['source:afp', 'ce que dit ou rapporte une source'],
    ['verdict:faux', 'ce qui a ce verdict\u202f; verdict:aucun, ce qui n’en a pas'],
    ['lieu:Konna', 'ce qui touche un lieu, sous toutes ses graphies'],
    ['événement:E1', 'ce qui touche un événement'],
    ['avant:2013-01 après:2012', 'ce qui se passe avant janvier 2013 et après 2012'],
  ],
  results: (n) => count('fr', n, { one: 'affirmation', other: 'affirmations' }),
  manyResults: (n) => `Plus de ${number('fr', n)} affirmations`,
  newestFirst: 'Trop pour être classées\u202f: les plus récentes d’abord. Un mot de plus en laisse moins.',
  active: 'Filtres en cours',
  remove: (filter) => `Retirer ${filter}`,
  narrow: 'Affiner',
  facet: { verdict: 'Verdict', source: 'Source', place: 'Lieu', event: 'Événement', year: 'Année' },
  noVerdict: 'aucun verdict',
  among: (n, isMore) => (isMore ? `au moins ${number('fr', n)}` : number('fr', n)),
  notUnderstood: (text, why) =>
    ({
      unknown_filter: `«\u202f${text}\u202f»\u202f: ce filtre n’existe pas, ses mots ont été cherchés. Il y a verdict, source, lieu, événement, année, avant et après.`,
      bad_date: `«\u202f${text}\u202f»\u202f: cette date n’a pas été comprise et le filtre est ignoré. Écrivez 2013, 2013-01 ou 2013-01-10.`,
      no_value: `«\u202f${text}\u202f»\u202f: rien ne suit les deux-points et le filtre est ignoré.`,
      no_words: `«\u202f${text}\u202f»\u202f: ni lettre ni chiffre à chercher.`,
      too_many: `«\u202f${text}\u202f»\u202f: au-delà de quarante mots, le reste est ignoré.`,
    })[why],
  unknown: (key, value) =>
    `Rien ne s’appelle ici «\u202f${value}\u202f» parmi les ${{ verdict: 'verdicts', source: 'sources', place: 'lieux', event: 'événements', year: 'années' }[key]}\u202f: le filtre ${THINGS[key]} ne trouve rien.`,
  wrongPlace:
    'L’adresse nommait une page d’une autre recherche, ou n’a pas été recopiée en entier\u202f: voici la première page.',
  pages: 'Pages de résultats',
  previous: 'Page précédente',
  next: 'Page suivante',
  alike: 'nom voisin',
}
