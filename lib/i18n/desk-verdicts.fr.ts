import type { DeskVerdictsWords } from './desk-verdicts'
import { count } from './format'

const n = (one: string, other: string) => (many: number) => count('fr', many, { one, other })

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
    asked: (comment) => `Le second lecteur\u202f: «\u202f${comment}\u202f»`,
    submitDefault: (isBlind) =>
      isBlind
        ? 'Ici, la seconde lecture est à l’aveugle, sauf choix contraire de l’auteur.'
        : 'Ici, la seconde lecture est ouverte, sauf choix contraire de l’auteur.',
  },
  since: {
    title: 'Ce qui a changé depuis votre dernière lecture',
    read: 'Vous l’avez lu le',
    asked: (comment) => `Vous demandiez\u202f: «\u202f${comment}\u202f»`,
    nothing: 'Aucun mot n’a changé depuis que vous l’avez lu.',
    untouched: 'Inchangé depuis.',
    legend: 'Barré\u202f: retiré. Souligné et gras\u202f: ajouté.',
  },
  agreement: {
    title: 'Accord entre lecteurs',
    lead: 'Jusqu’où s’accordent ceux qui ont lu la même affirmation sans voir l’avis l’un de l’autre.',
    period: 'Période',
    periods: {
      all: 'Depuis le début',
      '365': '12 derniers mois',
      '90': '90 derniers jours',
      '30': '30 derniers jours',
    },
    show: 'Afficher',
    figures: 'Lectures indépendantes',
    figure: 'Mesure',
    value: 'Valeur',
    over: 'Sur',
    units: n('affirmation', 'affirmations'),
    readings: n('avis', 'avis'),
    sameRating: 'Affirmations où tous ont donné le même avis',
    nominal: 'Alpha de Krippendorff, nominal',
    nominalHelp: 'Deux avis différents comptent comme un désaccord, quels qu’ils soient. Toute l’échelle compte.',
    ordinal: 'Alpha de Krippendorff, ordinal',
    ordinalHelp:
      'Vrai contre faux pèse plus que vrai contre plutôt vrai. Non étayé, contesté, dépassé, contexte manquant et satire n’ont pas de place entre vrai et faux\u202f: ils sont laissés de côté ici, et gardés ci-dessus.',
    tooFew: 'trop peu pour le dire',
    noVariation: 'non défini\u202f: rien ne varie',
    scale:
      '1 est un accord parfait, 0 ce que donnerait le seul hasard. En dessous de 5 affirmations, aucun chiffre n’est montré.',
    perRating: 'Par avis',
    rating: 'Avis',
    given: 'Fois donné',
    shared: 'Un autre lecteur était d’accord',
    perPair: 'Par paire de lecteurs',
    pair: 'Lecteurs',
    common: 'Affirmations communes',
    same: 'Même avis',
    differing: 'Là où les lecteurs ne s’accordent pas',
    noneDiffer: 'Sur aucune affirmation pour l’instant.',
    and: 'et',
    open: 'Lectures ouvertes, montrées à part',
    openLead:
      'Ces lecteurs ont vu le premier verdict avant de donner leur avis. Ils ne comptent dans aucun chiffre ci-dessus.',
    empty:
      'Personne n’a encore lu une affirmation à l’aveugle. Envoyez un verdict en seconde lecture et choisissez une lecture à l’aveugle.',
    toVerdicts: 'Verdicts',
    source: 'Calculé d’après Krippendorff, «\u202fComputing Krippendorff’s Alpha-Reliability\u202f» (2011).',
    under: 'Une affirmation qu’on lit en ce moment à l’aveugle compte une fois la lecture finie.',
  },
  rereview: {
    title: 'À réexaminer',
    why: {
      conflict_resolved: 'Un conflit dont ce verdict dépend a été tranché depuis sa publication.',
      conflict_reopened: 'Un conflit dont ce verdict dépend a été rouvert depuis sa publication.',
    },
    whyOther: 'Ce dont ce verdict dépend a changé depuis sa publication.',
    drafted: 'La correction, à l’état de projet',
    draftFr: 'En français',
    draftEn: 'En anglais',
    next: 'Changez au besoin le brouillon du verdict et envoyez-le en seconde lecture\u202f; ce texte figure ensuite dans le formulaire de correction, où vous pouvez le récrire.',
    noCorrection: 'Aucune correction à faire',
    reason: 'Pourquoi il n’en faut pas',
    reasonHelp: 'Gardé dans l’historique. Le verdict est de nouveau publié tel qu’il était, sans l’avertissement.',
    uphold: 'Garder le verdict tel que publié',
    upheld: 'Le verdict reste tel que publié.',
  },
  conflict: { superseded: (by) => `remplacée par la décision ${by}` },
  settings: {
    blind: 'Secondes lectures',
    blindHelp: 'Ce qu’est une seconde lecture, sauf choix contraire de qui l’envoie.',
    blindOn:
      'À l’aveugle\u202f: le premier verdict, ses mots et son auteur restent cachés tant que le lecteur n’a pas donné son avis',
    blindOff: 'Ouverte\u202f: le lecteur voit tout de suite le premier verdict',
  },
}
