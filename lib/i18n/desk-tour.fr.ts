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
  sample: {
    title: 'L’exemple',
    absent: 'L’exemple n’est pas chargé. Pour le charger\u202f:',
    isThere: 'L’exemple est là\u202f:',
    isDeleted: 'L’exemple est supprimé\u202f: ni le bureau ni le public ne le voient. On peut le remettre.',
    holds: (claims, events, conflicts) => `${claims} affirmations, ${events} événements, ${conflicts} conflits`,
    published: (verdicts) => `${verdicts} verdicts publiés`,
    reset: 'Remettre l’exemple à zéro',
    resetWhat:
      'Chaque ligne de l’exemple redevient ce qui a été chargé, sous une nouvelle version\u202f: l’histoire garde ce que chacun a fait. Les notes restent où elles sont.',
    changed: (rows) => `lignes modifiées depuis le chargement, à remettre\u202f: ${rows}`,
    added: (rows) => `lignes ajoutées, à écarter\u202f: ${rows}`,
    kept: (verdicts) =>
      `verdicts publiés depuis, qui restent\u202f: ${verdicts}. Un verdict publié ne change qu’avec une correction.`,
    delete: 'Supprimer l’exemple',
    deleteWhat:
      'Sa dépêche, ses affirmations et ses événements quittent le bureau\u202f; plus personne ne trouve ses pages ni ses verdicts publiés. Ce que votre travail en utilise reste. Rien n’est perdu\u202f: on peut le remettre.',
    restore: 'Remettre l’exemple',
    restoreWhat: 'Tout ce qui a été retiré revient comme c’était, pages publiques comprises.',
    confirm: 'Pour confirmer, tapez le titre de la dépêche',
    notTheTitle: 'Ce n’est pas le titre. Tapez-le lettre pour lettre, comme ci-dessus.',
    done: {
      reset: 'L’exemple est tel qu’il a été chargé.',
      delete: 'L’exemple est supprimé.',
      restore: 'L’exemple est de retour.',
    },
  },
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
