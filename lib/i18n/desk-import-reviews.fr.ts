import type { DeskImportReviewsWords } from './desk-import-reviews'
import { count, number } from './format'

const records = (n: number) => count('fr', n, { one: 'enregistrement', other: 'enregistrements' })
const reviews = (n: number) => count('fr', n, { one: 'vérification', other: 'vérifications' })

export const deskImportReviewsFr: DeskImportReviewsWords = {
  lead: 'Des vérifications publiées par d’autres. Elles restent dans la rédaction\u202f: «\u202fa-t-on déjà vérifié cela\u202f?\u202f» les trouve, et aucune ne devient une affirmation ou un verdict à nous.',
  counts: ({ read, added, changed, unchanged, rejected }) =>
    `${records(read)}\u202f: ${number('fr', added)} nouveaux, ${number('fr', changed)} changés sur le fond, ${number('fr', unchanged)} inchangés, ${number('fr', rejected)} refusés`,
  own: (n) => `${reviews(n)} de ce site en sont revenues et restent comme elles sont.`,
  absent: (n) => `${reviews(n)} n’y figurent plus. Elles sont marquées comme disparues chez leur éditeur, et gardées.`,
  wasAbsent: (n) => `${reviews(n)} ont été marquées comme disparues chez leur éditeur, et gardées.`,
  lacking: (n) =>
    `Il manque ${reviews(n)}, plus de la moitié de ce qui est connu de ces éditeurs\u202f: le fichier a l’air coupé, donc aucune ne serait marquée comme disparue.`,
  labels: (n) => count('fr', n, { one: 'libellé de leur part', other: 'libellés de leur part' }),
  labelsLead:
    'Dites à quelle note de notre échelle chacun correspond, s’il y en a une. Ce que vous laissez reste sans correspondance\u202f: leurs mots sont gardés tels quels, et rien n’est inventé.',
  labelsSaid: 'Comment leurs libellés ont été compris',
  used: (n) => reviews(n),
  firstAt: (row) => `d’abord à l’enregistrement ${number('fr', row)}`,
  noRating: '(sans correspondance)',
  labelFor: (label) => `Note pour «\u202f${label}\u202f»`,
  moreLabels: (n) =>
    `${number('fr', n)} libellés plus rares ne sont pas montrés et restent sans correspondance. La ligne de commande les prend tous\u202f: recoupe import FICHIER --map LIBELLES.json.`,
  extent: 'Quelle part de ce qu’ont ses éditeurs le fichier contient-il\u202f?',
  extents: { as_it_looks: 'Ce qu’il paraît', part: 'Une partie seulement', whole: 'La totalité' },
  extentHelp: {
    as_it_looks:
      'Un flux ou un fichier de lignes est la totalité\u202f; une page est une partie. Un fichier qui a l’air coupé ne marque rien.',
    part: 'Rien n’est marqué comme disparu.',
    whole: 'Tout ce qui manque est marqué comme disparu, si nombreux que ce soit.',
  },
  changes: (n) => count('fr', n, { one: 'différence sur le fond', other: 'différences sur le fond' }),
  changed: (n) => count('fr', n, { one: 'vérification qui change', other: 'vérifications qui changent' }),
  fields: {
    claim: 'affirmation',
    verdict: 'note, dans leurs mots',
    score: 'score (0 à 1)',
    claimant: 'auteur de l’affirmation',
    claim_date: 'date de l’affirmation',
  },
  problems: (n) => count('fr', n, { one: 'point à regarder', other: 'points à regarder' }),
  problemsLead: 'Ce qui est laissé de côté n’est pas gardé\u202f; le reste l’est comme il est dit ici.',
  leavesOut: (n) => `Laisser ${records(n)} de côté et garder les autres`,
  written: 'Gardé. Leur prochain fichier montrera ce qui a changé depuis.',
  look: 'Comparer avec ce qui est gardé',
  again: 'Comparer de nouveau',
}
