import type { DeskConflictWords } from './desk-conflict'

// U+202F avant ; : ! ? et à l’intérieur des guillemets.
export const deskConflictFr: DeskConflictWords = {
  inText: 'Voir dans le texte',
  legend:
    'Surligné, avec la lettre de sa position\u202f: les mots que seule cette position emploie, comparée aux autres.',
  wordForWord: (first, second) => `Mot à mot\u202f: ${first} et ${second}`,
  pairLegend: (first, second) =>
    `Barré et marqué ${first}\u202f: seulement dans ${first}. Souligné et marqué ${second}\u202f: seulement dans ${second}.`,
  onlyIn: (letter) => `seulement dans ${letter}`,
  evidence: {
    title: (letter) => `Pièces sur la position ${letter}`,
    none: 'Aucune pièce sur cette position pour l’instant.',
    add: (letter) => `Ajouter une pièce à la position ${letter}`,
    existing: 'Lier une pièce déjà versée',
    fresh: 'Ou en verser une nouvelle',
    piece: 'Pièce',
    choose: 'Choisissez une pièce',
    stance: 'Ce qu’elle fait à cette position',
    noteFr: 'Pourquoi, en français',
    noteEn: 'Pourquoi, en anglais',
    link: 'Lier cette pièce',
  },
  position: {
    title: 'Ajouter une position',
    lead: (property) => `Une autre partie du même désaccord, faite de ce qu’un passage dit sur\u202f: ${property}.`,
    forGood: 'Une position reste au dossier\u202f: on ne peut plus la retirer. Vérifiez ses mots avant de l’ajouter.',
    value: 'Ce que tient cette position',
    valueHelp: 'Comme le disent les passages, par exemple «\u202fKonna\u202f».',
    statements: 'Ce que disent des passages qui ne sont encore d’aucun côté',
    general: 'Trop générale pour choisir entre les autres',
    submit: 'Ajouter cette position',
    none: 'Tout ce que les passages en disent est déjà d’un côté. Dites d’abord dans la matrice ce que tient un autre passage.',
    matrix: 'Ouvrir la matrice',
    settled: 'Ce conflit est tranché\u202f: rouvrez-le avant d’ajouter une position.',
    added: (letter) => `La position ${letter} est ajoutée.`,
  },
}
