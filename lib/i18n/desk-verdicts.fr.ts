import type { DeskVerdictsWords } from './desk-verdicts'

// U+202F avant ; : ! ? et à l’intérieur des guillemets.
export const deskVerdictsFr: DeskVerdictsWords = {
  reading: {
    sideBySide: 'Les deux avis, côte à côte',
    first: 'Première lecture',
    yours: 'La vôtre',
    rating: 'Avis',
    by: 'Par',
    note: 'Remarque',
    noNote: 'aucune',
    same: 'le même avis',
    differs: 'un autre avis',
    apart: (steps) => (steps === 1 ? '1 degré d’écart sur l’échelle' : `${steps} degrés d’écart sur l’échelle`),
    offAxis: 'l’un des deux est hors de l’échelle du vrai au faux\u202f: aucune distance entre eux',
    blind: 'donné à l’aveugle',
    seen: 'donné après une lecture antérieure de cette affirmation',
    comments: 'Remarques champ par champ',
    commentsHelp: 'Gardées, et montrées à l’auteur à côté de chaque champ.',
    commentOn: (field) => `Sur\u202f: ${field}`,
    submitBlind:
      'Lecture à l’aveugle\u202f: cacher mon verdict, mes mots et mon nom jusqu’à ce que le lecteur ait donné son avis',
    submitDefault: (isBlind) =>
      isBlind
        ? 'Ici, la seconde lecture est à l’aveugle, sauf choix contraire de l’auteur.'
        : 'Ici, la seconde lecture est ouverte, sauf choix contraire de l’auteur.',
  },
  settings: {
    blind: 'Secondes lectures',
    blindHelp: 'Ce qu’est une seconde lecture, sauf choix contraire de qui l’envoie.',
    blindOn:
      'À l’aveugle\u202f: le premier verdict, ses mots et son auteur restent cachés tant que le lecteur n’a pas donné son avis',
    blindOff: 'Ouverte\u202f: le lecteur voit tout de suite le premier verdict',
  },
}
