import type { DeskSuggestWords } from './desk-suggest'
import { count } from './format'

// U+202F avant ; : ! ? et à l’intérieur des guillemets.
export const deskSuggestFr: DeskSuggestWords = {
  title: 'Suggestions',
  propose: 'Proposer',
  again: 'Proposer de nouveau',
  working: 'Lecture du texte…',
  lead: 'Des règles lisent le texte et proposent affirmations, noms et conflits. Rien n’en est gardé avant que vous ne l’acceptiez.',
  none: 'Rien n’est encore proposé.',
  allDone: 'Tout ce qui était proposé est traité.',
  tooLong: 'Ce texte est trop long pour des suggestions.',
  found: (added, open) =>
    added === 0
      ? `Rien de nouveau\u202f; ${count('fr', open, { one: 'suggestion attend', other: 'suggestions attendent' })}.`
      : `${count('fr', added, { one: 'nouvelle suggestion', other: 'nouvelles suggestions' })}\u202f; ${count('fr', open, { one: 'attend', other: 'attendent' })} une décision.`,
  tally: (open, accepted, edited, dismissed) =>
    `à traiter\u202f: ${open} · acceptées\u202f: ${accepted} · acceptées après modification\u202f: ${edited} · écartées\u202f: ${dismissed}`,
  groups: { claim: 'Affirmations', name: 'Noms', conflict: 'Conflits' },
  card: { claim: 'Affirmation proposée', name: 'Nom proposé', conflict: 'Conflit proposé' },
  place: (n, words) => `Passage ${n}, le voir dans le texte\u202f: ${words}`,
  sure: { high: 'plutôt sûr', middle: 'probable', low: 'peu sûr' },
  percent: (share) => `${Math.round(share * 100)}\u202f%`,
  confidenceHelp: 'Combien de fois cette règle a raison.',
  says: (cue, who) =>
    who === null
      ? `${cue ? `«\u202f${cue}\u202f»` : 'Le texte'} donne ces mots à quelqu’un qu’il ne nomme pas.`
      : cue
        ? `«\u202f${cue}\u202f» désigne la source\u202f: ${who}.`
        : `Ces mots suivent ceux de la source\u202f: ${who}.`,
  chain: 'Chaîne',
  newSource: 'nouvelle source',
  accept: 'Accepter',
  acceptOf: (words) => `Accepter\u202f: ${words}`,
  edit: 'Modifier, puis accepter',
  editOf: (words) => `Modifier, puis accepter\u202f: ${words}`,
  dismiss: 'Écarter',
  dismissOf: (words) => `Écarter\u202f: ${words}`,
  dismissReason: 'Pourquoi non (facultatif)',
  dismissWithReason: 'Écarter pour cette raison',
  close: 'Fermer',
  decided: 'C’est décidé.',
  stale: 'Quelqu’un a déjà décidé de celle-ci.',
  mark: 'Marquer le conflit',
  needsClaims: (n) =>
    `Un conflit se marque entre deux affirmations. ${count('fr', n, { one: 'passage n’en est', other: 'passages n’en sont' })} pas encore\u202f: acceptez ou faites d’abord l’affirmation.`,
  claimFirst: (words) => `Faire une affirmation de ce passage\u202f: ${words}`,
  claimFirstShort: 'Faire une affirmation de ce passage',
  relation: 'Rapport entre les deux noms',
  entityKind: 'Ce que désigne un nom encore inconnu ici',
  passage: 'Mots du texte',
  passageHelp: 'Ils doivent se trouver dans le texte, à la lettre près.',
  statementFr: 'Ce qu’il affirme, en français',
  statementEn: 'Ce qu’il affirme, en anglais',
  kind: 'Forme',
  modality: 'Degré de certitude du texte',
  scopes: 'Part de la citation',
  hop: (n) => `Maillon ${n}`,
  role: 'Rôle',
  source: 'Source',
  sourceOf: (n) => `Source du maillon ${n}`,
  isNew: (words) => `${words} (nouvelle source)`,
  newName: 'Nom, si elle est nouvelle',
  newKind: 'Ce qu’elle est, si elle est nouvelle',
  verb: 'Mots qui le disent',
  medium: 'Par quel moyen',
  leftOut: 'Laisser ce maillon de côté',
  event: 'Événement',
  noEvent: 'Aucun événement',
  whenWords: 'Quand, dans les mots du texte',
  whenEdtf: 'Date lue (EDTF)',
  whenBasis: 'Comment la date est connue',
  placeWords: 'Où, dans les mots du texte',
  isCheckable: 'Vérifiable',
  yes: 'oui',
  no: 'non',
  keysLine: { step: 'suggestion', accept: 'accepter', edit: 'modifier', dismiss: 'écarter' },
  keysGroup: 'Dans les suggestions',
  keys: {
    enter: 'Aller aux suggestions',
    next: 'Suggestion suivante',
    previous: 'Suggestion précédente',
    accept: 'Accepter la suggestion',
    edit: 'La modifier, puis l’accepter',
    dismiss: 'Écarter la suggestion',
    show: 'Montrer ses passages dans le texte',
  },
  rules: {
    claim: {
      according: {
        name: 'Selon quelqu’un',
        how: 'Le texte donne les mots à une source\u202f: «\u202fselon\u202f», «\u202fd’après\u202f», «\u202fde source…\u202f».',
      },
      postposed: { name: 'Dit après coup', how: 'La source vient derrière les mots\u202f: «\u202f…, a dit X\u202f».' },
      inverted: {
        name: 'Verbe avant le sujet',
        how: 'Le verbe précède qui parle\u202f: «\u202f…, explique-t-il\u202f».',
      },
      clause: { name: 'Dit que', how: 'Un verbe de parole et ce qui est dit\u202f: «\u202fX affirme que…\u202f».' },
      quoted: {
        name: 'Dit, puis cite',
        how: 'Un verbe de parole et une citation\u202f: «\u202fX précise\u202f: …\u202f».',
      },
      noun: {
        name: 'Annonce quelque chose',
        how: 'Un verbe de parole et un nom\u202f: «\u202fX annonce la prise de…\u202f».',
      },
      infinitive: {
        name: 'Demande ou promet de',
        how: 'Un verbe de parole et un infinitif\u202f: «\u202fX demande de…\u202f».',
      },
      passive: { name: 'Confirmé par', how: 'Ce qui est dit, puis par qui\u202f: «\u202f… confirmée par X\u202f».' },
      gerund: {
        name: 'En affirmant',
        how: 'Dit en même temps qu’autre chose\u202f: «\u202fconfirmant le retrait, il…\u202f».',
      },
      floating: { name: 'Citation qui suit', how: 'Une citation sans verbe, après les mots de la même personne.' },
      naming: {
        name: 'Qualifie de',
        how: 'La source donne un nom à quelque chose\u202f: «\u202fX qualifie Y de…\u202f».',
      },
      model: {
        name: 'Proposée par un modèle',
        how: 'Aucune règle ne l’a trouvée\u202f: un fournisseur a donné les mots, et ils sont dans le texte.',
      },
    },
    name: {
      acronym: { name: 'Sigle', how: 'L’un est donné entre parenthèses comme l’abrégé de l’autre.' },
      gazetteer: {
        name: 'Même lieu au répertoire',
        how: 'Le répertoire des lieux donne les deux comme graphies d’un même lieu.',
      },
      alias: { name: 'Déjà accepté', how: 'Quelqu’un a reconnu les deux comme noms d’une même entité.' },
      fold_key: {
        name: 'Même son',
        how: 'Accents, lettres doubles et transcriptions mis à part, rien ne les distingue.',
      },
      near_key: { name: 'Formes proches', how: 'Ils diffèrent de très peu dans un même texte.' },
      short_name: { name: 'Nom abrégé', how: 'L’un est une partie de l’autre.' },
    },
    conflict: {
      actor: { name: 'Deux acteurs', how: 'Deux groupes différents sont nommés pour un même événement.' },
      actor_labels: {
        name: 'Noms qui ne nomment personne',
        how: 'Un même camp porte plusieurs noms qui ne disent pas qui il est.',
      },
      announcement_time: { name: 'Heure de l’annonce', how: 'L’heure de l’annonce est devenue celle de l’événement.' },
      attribution_dropped: { name: 'Source perdue', how: 'Un titre affirme ce que le texte prête à quelqu’un.' },
      attribution_scope: { name: 'Où s’arrête la source', how: 'Le texte continue sans dire de qui sont ces mots.' },
      certainty: { name: 'Signalé ou certain', how: 'Un signalement ici, un fait là.' },
      confirmation_coverage: {
        name: 'Ce qui est confirmé',
        how: 'Ce que la source confirme est peut-être moins que ce qui a été dit.',
      },
      confirmation_of_nothing: { name: 'Confirme ce que nul n’a dit', how: 'On confirme ce que personne n’avait dit.' },
      deployment_status: { name: 'Sur place ou demandé', how: 'Des forces sont en place, et on les demande encore.' },
      event_date: { name: 'Deux jours', how: 'Un même fait au même lieu est daté de deux jours différents.' },
      event_place: { name: 'Deux lieux', how: 'Deux personnes mettent un même fait en deux lieux.' },
      extent: { name: 'Jusqu’où', how: 'Presque en totalité ici, accompli là.' },
      generalised_source: { name: 'Une voix pour tous', how: 'Tout un camp parle, et une seule personne est citée.' },
      independence: { name: 'Même origine', how: 'Une confirmation dont la source n’est pas donnée.' },
      missing_side: { name: 'Partie non entendue', how: 'On rapporte ce que quelqu’un fait sans jamais le citer.' },
      modality_ladder: {
        name: 'Plus sûr que son texte',
        how: 'Un fait au-dessus, une intention ou une possibilité au-dessous.',
      },
      name_spelling: { name: 'Deux graphies', how: 'Un même nom est écrit de deux façons.' },
      number: { name: 'Deux chiffres', how: 'Deux comptes d’une même chose qui ne peuvent tenir ensemble.' },
      other_date: {
        name: 'Un autre jour dans les archives',
        how: 'Deux affirmations sur un même événement ne le mettent pas aux mêmes jours.',
      },
      other_number: {
        name: 'Un autre chiffre dans les archives',
        how: 'Deux affirmations comptent autrement une même chose.',
      },
      other_place: {
        name: 'Un autre lieu dans les archives',
        how: 'Deux affirmations sur un même événement le mettent en deux lieux.',
      },
      place_kind: { name: 'Genre de lieu', how: 'Un même lieu est dit ville ici et village là.' },
      quote_fidelity: {
        name: 'À qui sont ces mots',
        how: 'La citation est traduite, coupée, ou continue hors des guillemets.',
      },
      quote_wording: {
        name: 'Une phrase, deux rédactions',
        how: 'Les mêmes mots d’une personne sont imprimés sous deux formes.',
      },
      sequence: { name: 'Ordre des faits', how: 'L’ordre donné ne tient qu’à une autre heure.' },
      stale_statement: { name: 'Dit avant les faits', how: 'Des mots d’avant l’événement sont imprimés après lui.' },
      undated: { name: 'Sans date', how: 'Le texte nomme des jours et aucune date.' },
      unsourced_figure: { name: 'Chiffre sans source', how: 'Un chiffre dans la voix du texte, sans source.' },
    },
    match: {
      same_words: {
        name: 'Presque les mêmes mots',
        how: 'Deux affirmations partagent un nom et la plupart de leurs mots.',
      },
    },
  },
}
