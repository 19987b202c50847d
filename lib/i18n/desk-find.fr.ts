import type { DeskFindWords } from './desk-find'

// U+202F avant ; : ! ? et à l’intérieur des guillemets.
export const deskFindFr: DeskFindWords = {
  label: 'Coller une citation pour la trouver',
  go: 'Trouver',
  exact: 'Trouvée, lettre pour lettre.',
  folded: 'Trouvée avec d’autres guillemets, espaces ou accents. Les mots du texte sont\u202f:',
  several: (n) => `Ces mots se trouvent à ${n} endroits. Choisissez-en un\u202f:`,
  place: (n, start) => `Endroit ${n}, à partir du caractère ${start}`,
  take: 'Prendre ce passage',
  none: 'Ces mots ne sont pas dans le texte.',
  tooShort: 'À moins de 16 caractères, rien d’approchant n’est cherché.',
  lookNear: 'Chercher des mots approchants',
  noNear: 'Rien d’approchant non plus\u202f: un nombre, une négation ou un nom différerait, ou trop de mots.',
  near: (n) =>
    n === 1
      ? 'Des mots approchants se trouvent ici\u202f; ce qui diffère est marqué. Vérifiez avant de le prendre\u202f:'
      : `Des mots approchants se trouvent à ${n} endroits\u202f; ce qui diffère est marqué. Vérifiez avant d’en prendre un\u202f:`,
  inText: 'dans le texte',
  inPasted: 'collé',
}
