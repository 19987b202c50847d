import type { SampleConflict } from '../shape'

/** Who says so, through whom, and what a confirmation confirms. */
export const SOURCING_CONFLICTS: readonly SampleConflict[] = [
  {
    ref: 'X04',
    slug: 'que-confirme-serge-daniel',
    type: 'confirmation_coverage',
    class: 'contradiction',
    severity: 'high',
    event: 'E1',
    property: 'confirms',
    title: { fr: 'Que confirme au juste Serge Daniel ?', en: 'What exactly does Serge Daniel confirm?' },
    explanation: {
      fr: '« Une information confirmée par Serge Daniel » suit les propos de Dardar, mais Daniel confirme seulement que « les islamistes » se sont emparés de Kona : ni le groupe (Ansar Dine), ni « presque en totalité », ni l’intention de continuer ne sont confirmés. Il parle plutôt de conséquence (« pourrait permettre »).',
      en: '“Une information confirmée par Serge Daniel” follows Dardar’s words, but Daniel’s quoted words confirm only that “the Islamists” took Kona: neither the group (Ansar Dine), nor “almost in its entirety”, nor the intention to go on is confirmed. He stresses consequence (“could allow”) instead.',
    },
    positions: [
      {
        value: 'ce que dit Dardar : Ansar Dine, presque en totalité, va continuer',
        claims: {
          C14: { value: 'Ansar Dine, presque en totalité', words: 'presque en totalité' },
          C15: { value: 'va continuer', words: 'nous allons continuer' },
        },
      },
      {
        value: 'ce que dit Daniel : les islamistes, prise, sans groupe ni étendue',
        claims: {
          C20: {
            value: 'les islamistes, prise (sans groupe ni étendue)',
            words: 'Les islamistes se sont emparés de Kona.',
          },
        },
      },
      {
        value: '« une information », sans dire laquelle',
        general: true,
        claims: { C19: '« une information confirmée »' },
      },
    ],
  },
  {
    ref: 'X05',
    slug: 'une-source-ou-deux',
    type: 'independence',
    class: 'gap',
    severity: 'medium',
    event: 'E1',
    property: 'source_independence',
    title: {
      fr: 'La confirmation vient-elle d’une seconde source ?',
      en: 'Does the confirmation come from a second source?',
    },
    explanation: {
      fr: 'Le journaliste qui confirme est à Bamako, pas à Kona, et son fondement n’est pas donné ; la revendication confirmée a elle aussi été recueillie par téléphone depuis Bamako. Rien ne permet de savoir s’il s’agit d’une seconde source indépendante ou de la même dépêche.',
      en: 'The confirming journalist is in Bamako, not in Kona, and his own basis is not stated; the claim he confirms was also collected by telephone from Bamako. The text does not let a reader know whether this is a second, independent source or the same wire.',
    },
    positions: [
      {
        value: 'un correspondant à Bamako, fondement non précisé',
        claims: { C19: { value: 'correspondant à Bamako', words: 'le correspondant de FRANCE 24 à Bamako' } },
      },
      {
        value: 'un entretien téléphonique de l’AFP depuis Bamako',
        claims: {
          C18: { value: 'entretien téléphonique depuis Bamako (AFP)', words: 'joint par téléphone depuis Bamako' },
        },
      },
      {
        value: 'une annonce des rebelles',
        claims: { C09: { value: 'annonce des rebelles', words: 'les rebelles djihadistes ont annoncé' } },
      },
      {
        value: 'des dépêches non nommées',
        claims: { C49: { value: 'avec dépêches (non nommées)', words: 'avec dépêches' } },
      },
    ],
  },
  {
    ref: 'X09',
    slug: 'intertitre-sans-attribution',
    type: 'attribution_dropped',
    class: 'tension',
    severity: 'high',
    event: 'E3',
    property: 'attribution',
    title: {
      fr: 'Pourquoi l’intertitre affirme-t-il ce que le texte attribue au Figaro ?',
      en: 'Why does the subhead assert what the text attributes to Le Figaro?',
    },
    explanation: {
      fr: 'L’intertitre affirme comme un fait (« en position ») ce que le texte attribue à un seul journal (« Selon le Figaro »), sans source officielle française, allemande ou malienne. La présence allemande ne repose que sur cette source.',
      en: 'The subhead states as fact (“en position”) what the text attributes to a single newspaper (“Selon le Figaro”), with no French, German or Malian official source. The presence of German forces rests on that one source.',
    },
    positions: [
      { value: 'aucune attribution, fait établi', claims: { C25: 'aucune attribution, fait établi' } },
      { value: '« Selon le Figaro »', claims: { C26: '« Selon le Figaro »' } },
    ],
  },
  {
    ref: 'X10',
    slug: 'ou-s-arrete-selon-le-figaro',
    type: 'attribution_scope',
    class: 'ambiguity',
    severity: 'high',
    event: 'E3',
    property: 'attribution_scope',
    title: { fr: 'Où s’arrête « Selon le Figaro » ?', en: 'Where does “Selon le Figaro” stop?' },
    explanation: {
      fr: "Rien ne marque la fin de « Selon le Figaro ». La phrase qui nomme Aqmi et le MUJAO et écrit « Konna » est dans le paragraphe suivant : elle peut être du Figaro ou de FRANCE 24. Cela décide de qui porte l’affirmation du conflit X02. Indice : ces deux paragraphes (et la plupart des mots cités de l’habitant) utilisent l’apostrophe typographique (’) ; tout le reste du récit utilise l’apostrophe droite (').",
      en: "It is not marked where “Selon le Figaro” stops. The sentence naming AQIM and MUJAO and spelling “Konna” is in the next paragraph: it may be Le Figaro’s or FRANCE 24’s. This decides whose claim conflict X02 is. Clue: these two paragraphs (and most of the resident’s quoted words) use typographic apostrophes (’); all other narration uses straight ones (').",
    },
    positions: [
      { value: '« Selon le Figaro », explicite', claims: { C26: '« Selon le Figaro » (explicite)' } },
      { value: 'même phrase, en apposition', claims: { C27: 'même phrase, apposition' } },
      {
        value: 'phrase suivante, sans attribution',
        claims: { C28: 'phrase suivante, sans attribution', C29: 'phrase suivante, sans attribution' },
      },
    ],
  },
  {
    ref: 'X15',
    slug: 'un-responsable-ou-les-rebelles',
    type: 'actor',
    class: 'tension',
    severity: 'medium',
    event: 'E1',
    property: 'actor',
    title: {
      fr: 'Qui a annoncé la prise : un responsable, ou « les rebelles » ?',
      en: 'Who announced the capture: one official, or “the rebels”?',
    },
    explanation: {
      fr: '« Les rebelles djihadistes ont annoncé » est collectif, mais la seule annonce citée est celle d’un responsable d’Ansar Dine. Une source unique est généralisée à tout un camp, et « annoncé (...) la prise » est plus fort que « presque en totalité ».',
      en: '“The jihadist rebels announced” is collective, but the only announcement quoted is that of one Ansar Dine official. A single source is generalised to a whole side, and “announced the capture” is stronger than what he says (“almost in its entirety”).',
    },
    positions: [
      { value: 'les rebelles djihadistes (collectif)', claims: { C09: 'les rebelles djihadistes (collectif)' } },
      {
        value: 'un responsable d’Ansar Dine',
        claims: {
          C17: { value: 'un responsable d’Ansar Dine', words: 'un responsable du groupe islamiste Ansar Dine' },
        },
      },
      { value: '« nous »', general: true, claims: { C14: '« nous »' } },
    ],
  },
  {
    ref: 'X16',
    slug: 'les-mots-de-dardar-sont-ils-les-siens',
    type: 'quote_fidelity',
    class: 'ambiguity',
    severity: 'medium',
    event: 'E1',
    property: 'quote_fidelity',
    title: { fr: 'Les mots cités sont-ils ceux de Dardar ?', en: 'Are the words quoted Dardar’s own?' },
    explanation: {
      fr: 'Les mots entre guillemets sont une traduction française par un interprète, avec une coupe « (...) » ; « vers le sud » est hors guillemets : c’est le complément de l’AFP ou de FRANCE 24, pas les mots de Dardar. La langue d’origine n’est pas donnée.',
      en: 'The words in quotation marks are a French translation by an interpreter, with an elision “(...)”; the destination “towards the south” is outside the quotation marks, so it is AFP’s or FRANCE 24’s completion, not Dardar’s words. The original language is not given.',
    },
    positions: [
      {
        value: 'entre guillemets',
        claims: { C13: 'guillemets', C14: 'guillemets, après « (...) »', C15: 'guillemets fermés ici' },
      },
      { value: 'hors guillemets', claims: { C16: 'hors guillemets' } },
      {
        value: 'traduits par un interprète',
        general: true,
        claims: {
          C18: { value: 'traduits par un interprète nigérien', words: "traduits à l'AFP par un interprète nigérien" },
        },
      },
    ],
  },
  {
    ref: 'X17',
    slug: 'ou-se-trouvait-dardar',
    type: 'place',
    class: 'ambiguity',
    severity: 'medium',
    event: 'E1',
    property: 'speaker_location',
    title: { fr: 'Où se trouvait Abdou Dardar quand il parlait ?', en: 'Where was Abdou Dardar when he spoke?' },
    explanation: {
      fr: '« Nous sommes actuellement à Kona » a été dit au téléphone ; le texte précise « joint (...) depuis Bamako » (où se trouve l’appelant) et rien n’établit où était le locuteur.',
      en: '“We are currently in Kona” was said by telephone; the text says he was reached “from Bamako” (where the caller is) and nothing establishes where the speaker was.',
    },
    positions: [
      {
        value: 'à Kona, d’après ses propres mots',
        claims: { C13: { value: '« nous sommes actuellement à Kona »', words: 'Nous sommes actuellement à Kona' } },
      },
      {
        value: 'au téléphone, joint depuis Bamako : lieu non précisé',
        claims: { C18: 'joint par téléphone depuis Bamako' },
      },
    ],
  },
  {
    ref: 'X18',
    slug: 'que-confirme-l-habitant',
    type: 'confirmation_coverage',
    class: 'tension',
    severity: 'medium',
    event: 'E6',
    property: 'confirms',
    title: {
      fr: 'L’habitant confirme-t-il ce que personne n’avait dit ?',
      en: 'Is the resident confirming what nobody had said?',
    },
    explanation: {
      fr: 'L’habitant « confirme » l’arrêt des combats et le retrait de l’armée, mais aucun passage antérieur ne rapporte un retrait : c’est une première affirmation, d’une source unique et anonyme, présentée comme une confirmation.',
      en: 'The resident is said to “confirm” the end of fighting and the withdrawal of the army, but no earlier passage or source reports a withdrawal; it is a first and single-source (anonymous) claim presented as corroboration.',
    },
    positions: [
      {
        value: "« Confirmant l'arrêt des combats et le retrait de l'armée »",
        claims: { C46: "« Confirmant l'arrêt des combats »", C47: "« Confirmant (...) le retrait de l'armée »" },
      },
      {
        value: 'jusqu’ici tenue par l’armée, aucun retrait annoncé',
        claims: {
          C05: { value: 'jusqu’ici tenue par l’armée (aucun retrait annoncé)', words: "jusqu'ici tenue par l'armée" },
        },
      },
    ],
  },
  {
    ref: 'X19',
    slug: 'qui-n-a-pas-ete-entendu',
    // Positions of a gap: each is a side that is spoken about and never quoted.
    type: 'missing_side',
    class: 'gap',
    severity: 'medium',
    event: 'E1',
    property: 'coverage',
    title: { fr: 'Qui est mis en cause sans être entendu ?', en: 'Who is spoken about and never heard?' },
    explanation: {
      fr: 'L’armée malienne et les autorités françaises et allemandes sont l’objet d’affirmations clés, mais aucune n’est citée.',
      en: 'The Malian army, the French and the German authorities are the subject of key claims but none is quoted, on or off the record.',
    },
    positions: [
      {
        value: 'l’armée malienne : décrite, jamais citée',
        claims: {
          C05: { value: 'armée : décrite, non citée', words: "l'armée" },
          C08: { value: 'affrontements avec l’armée', words: "entre l'armée et les islamistes" },
          C47: { value: 'retrait affirmé par un habitant', words: "le retrait de l'armée" },
        },
      },
      {
        value: 'les autorités françaises et allemandes : aucune source officielle',
        claims: {
          C26: {
            value: 'forces étrangères : aucune source officielle',
            words: 'des forces militaires françaises et allemandes',
          },
        },
      },
    ],
  },
  {
    ref: 'X28',
    slug: 'de-quand-date-la-depeche',
    // The four relative dates are all the file says about its own date.
    type: 'time',
    class: 'gap',
    severity: 'medium',
    event: 'E9',
    property: 'publication_date',
    title: { fr: 'De quand date cette dépêche ?', en: 'When was this dispatch published?' },
    explanation: {
      fr: 'Le fichier n’a ni date de publication ni année. Toutes les dates sont relatives ; les dates calendaires données ici (jeudi 10 janvier 2013) sont inférées hors du texte et signalées comme telles.',
      en: 'The file has no publication date or year. All dates are relative; the calendar dates given here (Thursday 10 January 2013) are inferred from outside the text and are marked so.',
    },
    positions: [
      { value: 'jeudi soir', claims: { C09: 'jeudi soir' } },
      { value: 'ce vendredi', claims: { C31: 'ce vendredi' } },
      { value: 'en milieu de semaine', claims: { C37: 'en milieu de semaine' } },
      { value: 'autour du 20 janvier', claims: { C40: 'autour du 20 janvier' } },
    ],
  },
]
