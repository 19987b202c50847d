import type { EarlierWords } from './earlier'

export const earlierFr: EarlierWords = {
  title: 'Telle que publiée à un moment',
  asked: 'Telle que publiée le (un jour, jusqu’à sa fin, UTC)',
  show: 'Montrer cette page',
  banner: (version, moment) =>
    `Cette page est la ${version}, celle qui était en vigueur le ${moment}. Elle a pu changer depuis.`,
  shown: (moment) =>
    `Cette page montre ce qui était publié le ${moment}, moins ce qui a été retiré depuis. Elle a pu changer.`,
  withdrawnSince: (moment) => `Son verdict a été retiré depuis, le ${moment}.`,
  exact: 'La même, octet pour octet',
  present: 'La page telle qu’elle est aujourd’hui',
  none: (moment) => `Rien n’était publié ici le ${moment}.`,
  since: (moment) => `Le premier verdict a été publié le ${moment}.`,
  never: 'Aucun verdict n’a encore été publié ici.',
  future: 'Ce moment n’est pas encore venu\u202f: personne ne peut dire ce qui sera publié.',
  unread:
    'Ce n’est pas un moment que nous savons lire. Écrivez un jour, ou un jour et une heure en UTC, comme 2026-11-26T08:00:00Z.',
  noVersion: 'Aucune version publiée ne porte ce numéro.',
}
