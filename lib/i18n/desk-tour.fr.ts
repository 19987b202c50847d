import type { DeskTourWords } from './desk-tour'

export const deskTourFr: DeskTourWords = {
  label: 'Visite',
  offerTitle: 'Première fois ici\u202f?',
  offer:
    'Une visite en cinq courtes étapes sur la dépêche d’exemple\u202f: la ville y est écrite Kona six fois et Konna une fois.',
  start: 'Faire la visite',
  replay: 'Refaire la visite',
  notNow: 'Pas maintenant',
  at: (step) => `Visite, étape ${step} sur 5`,
  show: 'Aller à cette page',
  next: 'Suivant',
  back: 'Retour',
  skip: 'Quitter la visite',
  end: 'Finir la visite',
  steps: {
    1: {
      title: 'Lire la dépêche',
      text: 'Chaque marque est une affirmation, chaque fiche dit qui la fait. Choisissez une phrase, puis «\u202fAffirmation\u202f», pour en tirer une de plus du texte.',
    },
    2: {
      title: 'Qui l’a dit, par où',
      text: 'La chaîne va du premier qui parle à celui qui publie\u202f: trois médias qui reprennent une agence sont une seule origine.',
    },
    3: {
      title: 'La matrice',
      text: 'Un événement\u202f: une ligne par passage, une colonne par propriété. Les cases en désaccord sont marquées d’une icône et d’un mot\u202f; les cases muettes restent muettes.',
    },
    4: {
      title: 'Kona ou Konna\u202f?',
      text: 'Un conflit met les positions côte à côte, dans leurs mots. Le trancher demande une raison publique\u202f; le rouvrir renvoie ses verdicts à revoir.',
    },
    5: {
      title: 'Le verdict',
      text: 'Une note, un résumé, ce sur quoi il repose. Quelqu’un d’autre le relit avant publication\u202f; ensuite, il ne change qu’avec une correction.',
    },
  },
}
