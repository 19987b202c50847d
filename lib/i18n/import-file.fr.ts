import type { ImportFileWords } from './import-file'

export const importFileFr: ImportFileWords = {
  place: (row, column) => (column === null ? `ligne ${row} : ` : `ligne ${row}, ${column} : `),
  problem: {
    said_twice:
      'la vérification figure deux fois dans le fichier et ne dit pas la même chose ; la dernière est gardée.',
    not_json: 'ce n’est pas du JSON ; la ligne est laissée de côté.',
    not_a_claim_review: 'ce n’est pas un ClaimReview ; laissé de côté.',
    too_deep: 'trop d’éléments imbriqués pour une vérification ; laissé de côté.',
    no_claim: 'aucune affirmation ; laissé de côté.',
    too_long: 'l’affirmation dépasse 20 000 caractères ; laissé de côté.',
    no_url: 'aucune adresse web de la vérification ; laissé de côté.',
    several_claims:
      'plusieurs affirmations dans une vérification ; laissé de côté. Donnez une vérification à chacune, avec un #fragment.',
    no_claim_described: 'rien ne dit qui a fait l’affirmation, ni quand ; gardé sans.',
    no_publisher: 'aucun éditeur ; gardé sans.',
    no_rating: 'aucune note en mots ; gardé sans.',
    inverted_scale: 'la meilleure note est inférieure à la pire ; lue dans le bon sens.',
    rating_not_read: 'le nombre n’est pas sur sa propre échelle ; les mots sont gardés, le nombre non.',
    date_not_read: 'date illisible ; gardé sans.',
    claim_date_not_read: 'date illisible ; gardé sans.',
    claim_after_review: 'l’affirmation est datée d’après sa vérification ; gardée telle quelle.',
    claim_date_ahead: 'l’affirmation est datée du futur ; gardée telle quelle.',
  },
  halfGone: (lacking) =>
    `il manque ${lacking} vérifications, plus de la moitié de ce qui est connu de ces éditeurs : le fichier a l’air coupé, et rien n’a été marqué comme disparu. S’il est complet, ajoutez --whole ; si c’en est une partie, --part.`,
  unmapped: (label, count) =>
    `le libellé « ${label} » (${count === 1 ? 'une vérification' : `${count} vérifications`}) ne correspond à aucune de nos notes ; il reste sans correspondance. Donnez-en une dans le fichier de --map.`,
  unreadable: {
    empty: 'Il est vide.',
    not_utf8: 'Ce n’est pas du texte en UTF-8. Enregistrez-le en UTF-8 et recommencez.',
    binary: 'Ce n’est pas du texte.',
  },
  counts: ({ read, added, changed, unchanged, absent, rejected }) =>
    `${read} lus : ${added} ajoutés, ${changed} modifiés, ${unchanged} inchangés, ${absent} disparus de leur source, ${rejected} laissés de côté.`,
  change: (field, before, after) => `${field} : ${before ?? '(rien)'} → ${after ?? '(rien)'}`,
  newSources: (names, isWritten) =>
    `${isWritten ? 'Sources ajoutées' : 'Sources qui seraient ajoutées'}\u202f: ${names.join(', ')}`,
  dryRun: 'Essai à blanc : rien n’a été écrit.',
  stopped: 'Rien n’a été écrit. Corrigez les lignes ci-dessus, ou laissez-les de côté avec --leave-out.',
}
