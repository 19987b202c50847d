import type { SampleConflict } from '../shape'

/** Paris, the Council, the mediator, and the state of the town after the capture. */
export const RESPONSE_CONFLICTS: readonly SampleConflict[] = [
  {
    ref: 'X07',
    slug: 'deploiement-avant-ou-apres-la-prise',
    type: 'sequence',
    class: 'tension',
    severity: 'high',
    event: 'E3',
    property: 'sequence',
    title: {
      fr: 'Le déploiement est-il venu après la prise de la ville ?',
      en: 'Did the deployment come after the town was taken?',
    },
    explanation: {
      fr: 'Les forces ont pris position « jeudi » ; ce déploiement « intervient après » une avancée dont la prise est datée « jeudi soir ». Les trois ne tiennent ensemble que si le déploiement a eu lieu tard dans la nuit de jeudi.',
      en: 'The forces took position “Thursday”; the deployment “comes after” an advance whose capture is dated “Thursday evening”. Both hold only if the deployment happened late on Thursday night; if the capture or the deployment was earlier in the day, one of the three statements is wrong.',
    },
    positions: [
      {
        value: 'déploiement jeudi, heure non précisée',
        general: true,
        claims: { C26: { value: 'jeudi (heure non précisée)', words: 'jeudi' } },
      },
      { value: 'déploiement après la nouvelle avancée', claims: { C28: 'après la nouvelle avancée' } },
      {
        value: 'prise jeudi soir',
        claims: { C29: { value: 'prise jeudi soir', words: 'se sont emparés jeudi soir' } },
      },
    ],
  },
  {
    ref: 'X08',
    slug: 'forces-en-place-ou-aide-demandee',
    type: 'status',
    class: 'contradiction',
    severity: 'high',
    event: 'E3',
    property: 'force_status',
    title: {
      fr: 'Des forces étrangères déjà en place, ou une aide seulement demandée ?',
      en: 'Foreign forces already in place, or help only asked for?',
    },
    explanation: {
      fr: 'Une section affirme que des forces françaises (et allemandes) sont déjà en position à Sévaré jeudi ; les autres disent que le Mali demande encore l’aide militaire de la France, que Paris répondra vendredi et que l’ONU demande le déploiement d’une force. La dépêche ne les concilie pas.',
      en: 'One section states that French (and German) forces are already in position in Sévaré on Thursday; the others say Mali is still asking France for military help, that Paris will answer on Friday, and that the UN is calling for a force to be deployed. Either the forces are not a combat intervention, or the Figaro report is wrong, or the “answer on Friday” is a formality: the dispatch says none of it.',
    },
    positions: [
      { value: 'forces en position', claims: { C25: 'en position', C26: 'ont pris position jeudi à Sévaré' } },
      {
        value: 'aide demandée, réponse attendue',
        claims: {
          C30: { value: 'aide militaire demandée', words: "a demandé l'aide militaire" },
          C31: 'réponse attendue ce vendredi',
          C07: { value: 'aide militaire demandée', words: "demande l'aide militaire" },
          C02: { value: 'aide demandée', words: "demande l'aide" },
        },
      },
      { value: '« déploiement rapide » demandé', claims: { C36: '« déploiement rapide » demandé' } },
    ],
  },
  {
    ref: 'X21',
    slug: 'un-texte-de-l-onu-ou-deux',
    // No type says one document or two.
    type: 'other',
    class: 'ambiguity',
    severity: 'low',
    event: 'E4',
    property: 'document_identity',
    title: {
      fr: 'Le Conseil de sécurité a-t-il publié un texte ou deux ?',
      en: 'Did the Security Council issue one text or two?',
    },
    explanation: {
      fr: 'L’inquiétude citée est présentée avant, et le « déploiement rapide » dans, une déclaration « adoptée dans la foulée » : le texte ne dit pas si les deux citations viennent d’un seul document.',
      en: 'The quoted concern is presented before, and the “déploiement rapide” in, a statement “adopted straight afterwards”: the text does not say whether both quotations come from one document.',
    },
    positions: [
      {
        value: 'ce que les membres « ont exprimé »',
        claims: { C33: 'les membres « ont exprimé »', C34: 'citation (même phrase)' },
      },
      {
        value: 'une déclaration « adoptée dans la foulée »',
        claims: {
          C35: { value: 'déclaration « adoptée dans la foulée »', words: 'adoptée dans la foulée' },
          C36: { value: '« déploiement rapide » demandé', words: 'a demandé un "déploiement rapide"' },
        },
      },
    ],
  },
  {
    ref: 'X22',
    slug: 'des-mots-d-avant-la-prise',
    type: 'stale_statement',
    class: 'tension',
    severity: 'medium',
    event: 'E5',
    property: 'time',
    title: {
      fr: 'Les mots de Djibril Bassolé datent-ils d’avant la prise ?',
      en: 'Were Djibril Bassolé’s words said before the capture?',
    },
    explanation: {
      fr: 'L’appel à la retenue de Bassolé et les négociations « autour du 20 janvier » datent d’avant la prise ; ils sont rapportés après, sans dire si le rendez-vous tenait encore.',
      en: 'Bassolé’s restraint appeal and the talks “around 20 January” were said before the capture; reported after it, with no sign whether the date of talks still stood.',
    },
    positions: [
      {
        value: 'avant la prise',
        claims: {
          C37: 'milieu de semaine (avant)',
          C38: 'avant la prise',
          C39: 'avant la prise',
          C40: { value: 'négociations autour du 20 janvier', words: 'négociations "autour du 20 janvier"' },
        },
      },
      { value: 'jeudi soir', claims: { C29: 'jeudi soir' } },
    ],
  },
  {
    ref: 'X23',
    slug: 'retenue-ou-renfort-militaire',
    // Two answers to two moments, not two versions of one fact: no type says it.
    type: 'other',
    class: 'tension',
    severity: 'low',
    event: 'E5',
    property: 'demand',
    title: {
      fr: 'Retenue et négociations, ou renfort militaire ?',
      en: 'Restraint and talks, or military reinforcement?',
    },
    explanation: {
      fr: 'Médiation (retenue, négociations) et réponse militaire sont rapportées côte à côte ; pas de contradiction de fait, mais il faut les dates pour voir qu’elles répondent à des situations différentes.',
      en: 'Mediation (restraint, talks) and military answers are reported side by side; not a factual contradiction, but a reader needs the dates to see that they answer different situations (see the stale statement).',
    },
    positions: [
      { value: 'retenue et négociations', claims: { C39: 'retenue', C40: 'négociations' } },
      {
        value: 'aide militaire, déploiement d’une force',
        claims: { C30: 'aide militaire', C36: 'déploiement rapide d’une force' },
      },
    ],
  },
  {
    ref: 'X24',
    slug: 'qui-demande-quoi-a-la-france',
    // A variant of wording on the one who asks; the actor type is kept for who acted.
    type: 'other',
    class: 'variant',
    severity: 'low',
    event: 'E2',
    property: 'requester',
    title: { fr: 'Qui demande quoi à la France ?', en: 'Who asks France for what?' },
    explanation: {
      fr: 'La même demande est formulée quatre fois, par métonymie ou par personne, « aide » ou « aide militaire », au présent ou au passé. Même affirmation ; la forme la plus précise est la dernière.',
      en: 'The same request is stated four times with a metonym or a person, “help” or “military help”, present or past tense. Same claim; the most precise form is the last.',
    },
    positions: [
      {
        value: 'Bamako',
        claims: {
          C02: 'Bamako → Paris, « aide », présent',
          C07: 'Bamako → Paris, « aide militaire », présent',
          C24: 'Bamako → la France, « aide », présent',
        },
      },
      {
        value: 'le président par intérim',
        claims: { C30: 'le président par intérim → la France, « aide militaire », passé' },
      },
    ],
  },
  {
    ref: 'X27',
    slug: 'militaires-mutiles-population-epargnee',
    // Soldiers and civilians: apparent only, kept as an example that a reader may check.
    type: 'other',
    class: 'apparent',
    severity: 'low',
    event: 'E6',
    property: 'victims',
    title: {
      fr: 'Des militaires mutilés, une population épargnée : est-ce contradictoire ?',
      en: 'Soldiers mutilated, population unharmed: a contradiction?',
    },
    explanation: {
      fr: 'Pas une contradiction (militaires / civils), mais un détecteur la signalera ; à garder comme exemple relu « sans conflit ». Les deux reposent sur un seul témoin anonyme et l’auteur des mutilations n’est pas nommé.',
      en: 'Not a contradiction (soldiers / civilians), but a detector will raise it; keep as a reviewed “no conflict” example. Both rest on one anonymous witness and the perpetrator of the mutilations is not named.',
    },
    positions: [
      { value: 'corps de militaires mutilés', claims: { C44: 'corps de militaires mutilés' } },
      {
        value: "population : aucune attaque « pour l'instant »",
        claims: { C48: "population : aucune attaque « pour l'instant »" },
      },
    ],
  },
]
