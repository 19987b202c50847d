import type { SampleConflict } from '../shape'

/** Who took the town, how much of it, when, and what its name is. */
export const CAPTURE_CONFLICTS: readonly SampleConflict[] = [
  {
    ref: 'X01',
    slug: 'kona-ou-konna',
    type: 'name_spelling',
    class: 'variant',
    severity: 'medium',
    event: 'E1',
    property: 'place_spelling',
    title: { fr: '« Kona » ou « Konna » : un lieu ou deux ?', en: '“Kona” or “Konna”: one place or two?' },
    explanation: {
      fr: 'La localité est écrite « Kona » six fois et « Konna » une seule fois, dans le passage qui suit « Selon le Figaro ». Même région, même événement, même soir : variante graphique d’un seul lieu, et non deux lieux.',
      en: 'The town is written “Kona” six times in the file and “Konna” once, only in the passage that follows “Selon le Figaro”. Same region, same event, same evening: a spelling variant of one place, not two places.',
    },
    positions: [
      { value: 'Kona', claims: { C03: 'Kona', C09: 'Kona', C10: 'Kona', C13: 'Kona', C20: 'Kona', C41: 'Kona' } },
      { value: 'Konna', claims: { C29: 'Konna' } },
    ],
  },
  {
    ref: 'X02',
    slug: 'qui-a-pris-la-ville',
    type: 'actor',
    class: 'contradiction',
    severity: 'high',
    event: 'E1',
    property: 'actor',
    title: { fr: 'Qui a pris la ville ?', en: 'Who took the town?' },
    explanation: {
      fr: 'Qui a pris la ville ? Un responsable d’Ansar Dine dit « nous » la contrôlons ; plus loin, Aqmi et le MUJAO s’en sont emparés, sans mention d’Ansar Dine ; le chapô, le correspondant et l’habitant disent seulement « les islamistes ». La dépêche ne concilie jamais les trois. Une opération commune est possible mais n’est pas dite.',
      en: 'Who took the town? An Ansar Dine official says “we” control it; a later passage says AQIM and MUJAO seized it and does not mention Ansar Dine; the lead, the correspondent and the resident only say “the Islamists”. The dispatch never reconciles the three. A joint operation is possible but not stated.',
    },
    positions: [
      { value: 'Ansar Dine (« nous »)', claims: { C14: 'Ansar Dine (« nous »)', C13: 'Ansar Dine (« nous »)' } },
      { value: 'Aqmi + MUJAO', claims: { C29: 'Aqmi + MUJAO', C28: 'Aqmi + MUJAO' } },
      { value: 'les islamistes', general: true, claims: { C03: 'les islamistes', C20: 'les islamistes' } },
      { value: 'les rebelles djihadistes', general: true, claims: { C09: 'les rebelles djihadistes' } },
    ],
  },
  {
    ref: 'X03',
    slug: 'toute-la-ville-ou-presque',
    type: 'extent',
    class: 'contradiction',
    severity: 'high',
    event: 'E1',
    property: 'extent',
    title: {
      fr: 'La ville est-elle prise tout entière, ou presque ?',
      en: 'Was the whole town taken, or almost all of it?',
    },
    explanation: {
      fr: 'Le seul combattant cité revendique le contrôle de la cité « presque en totalité » ; le chapô, le correspondant et le passage du Figaro parlent d’une prise accomplie. La formule la plus forte n’est pas celle de la partie qui revendique.',
      en: 'The only fighter quoted claims control of the town “almost in its entirety”; the headline, lead, correspondent and Figaro passage report a completed seizure. The strongest wording is not that of the party that made the claim.',
    },
    positions: [
      { value: 'presque en totalité', claims: { C14: 'presque en totalité' } },
      {
        value: 'prise, sans réserve',
        claims: { C03: 'se sont emparés', C20: 'se sont emparés', C09: 'la prise', C29: 'se sont emparés' },
      },
      {
        value: 'circulent à leur guise dans la ville',
        general: true,
        claims: { C42: 'circulent à leur guise dans la ville' },
      },
    ],
  },
  {
    ref: 'X06',
    slug: 'jeudi-soir-la-prise-ou-l-annonce',
    type: 'time',
    class: 'contradiction',
    severity: 'high',
    event: 'E1',
    property: 'time',
    title: {
      fr: '« Jeudi soir » : la prise, ou son annonce ?',
      en: '“Thursday evening”: the capture, or its announcement?',
    },
    explanation: {
      fr: '« Jeudi soir » date l’annonce dans un passage et la prise elle-même dans un autre. Le premier laisse ouverte l’heure de la prise ; le second transforme l’heure de l’annonce en heure de l’événement.',
      en: '“Thursday evening” dates the announcement in one passage and the capture itself in another. The first passage leaves the hour of capture open (it may be earlier on Thursday); the second turns the announcement time into the event time.',
    },
    positions: [
      {
        value: 'annonce : jeudi soir (prise non datée)',
        claims: { C09: { value: 'annonce : jeudi soir (prise non datée)', words: 'jeudi soir' } },
      },
      { value: 'prise : jeudi soir', claims: { C29: 'prise : jeudi soir' } },
      { value: 'au terme de deux jours', general: true, claims: { C08: 'au terme de deux jours' } },
      { value: '« actuellement »', general: true, claims: { C13: '« actuellement »' } },
    ],
  },
  {
    ref: 'X11',
    slug: 'ou-passe-la-ligne',
    type: 'place',
    class: 'contradiction',
    severity: 'medium',
    event: 'E1',
    property: 'line_position',
    title: { fr: 'Où passe la ligne qui coupe le Mali ?', en: 'Where does the line that divides Mali run?' },
    explanation: {
      fr: 'Kona est « la porte du Nord », une zone « proche » de la ligne de partition et « sur » la ligne de démarcation, alors que Sévaré est aussi présentée comme ce qui sépare le nord du sud. Deux noms pour la ligne (partition / démarcation).',
      en: 'Kona is “the gate of the North”, “close to” the partition line, and “on” the demarcation line, while another place, Sévaré, is also said to be what separates north from south. Two names are used for the line (partition / démarcation).',
    },
    positions: [
      { value: 'Kona, porte du Nord', claims: { C04: 'Kona = porte du Nord' } },
      { value: 'Kona, proche de la ligne de partition', claims: { C11: 'zone proche de la ligne de partition' } },
      { value: 'Kona, sur la ligne de démarcation', claims: { C21: 'Kona située SUR la ligne de démarcation' } },
      { value: 'Sévaré sépare le nord du sud', claims: { C27: 'Sévaré sépare le nord du sud' } },
      { value: 'Kona, au centre du pays', general: true, claims: { C10: 'Kona au centre du pays' } },
    ],
  },
  {
    ref: 'X12',
    slug: 'avancee-fait-intention-ou-possibilite',
    type: 'modality',
    class: 'tension',
    severity: 'medium',
    event: 'E1',
    property: 'movement',
    title: {
      fr: 'L’avancée vers le sud : un fait, une intention ou une possibilité ?',
      en: 'The advance southwards: a fact, an intention or a possibility?',
    },
    explanation: {
      fr: 'Le titre dit que les islamistes progressent vers le sud ; le corps n’établit que la prise de Kona, une intention (« après ») et un conditionnel (« pourrait »). Le titre est plus fort que ses preuves.',
      en: 'The headline says the Islamists are advancing south; the body only supports the capture of Kona, a declared intention to go on “afterwards”, and a correspondent’s “could”. The headline is stronger than its evidence.',
    },
    positions: [
      { value: 'un fait : progressent', claims: { C01: 'progressent (présent, fait)' } },
      {
        value: 'une intention : continuer, progresser',
        claims: { C15: 'allons continuer (intention)', C16: 'à progresser vers le sud (intention, hors guillemets)' },
      },
      {
        value: 'une possibilité : pourrait permettre',
        claims: { C23: 'pourrait permettre de poursuivre (possibilité)' },
      },
    ],
  },
  {
    ref: 'X13',
    slug: 'les-combats-sont-ils-finis',
    type: 'status',
    class: 'tension',
    severity: 'medium',
    event: 'E1',
    property: 'fighting_status',
    title: { fr: 'Les combats sont-ils finis ?', en: 'Is the fighting over?' },
    explanation: {
      fr: 'Le chapô et l’habitant disent les combats finis ; le « presque » de Dardar implique qu’une partie de la cité n’est pas tenue. Sans l’heure de chaque déclaration, on ne peut les ordonner.',
      en: 'The lead and the resident say the fighting has ended; Dardar’s “almost” implies part of the town is not held. Without the time of each statement the two cannot be ordered.',
    },
    positions: [
      {
        value: 'combats terminés',
        claims: {
          C06: 'au terme de violents combats',
          C08: 'au terme de deux jours',
          C46: 'arrêt des combats',
          C42: 'circulent à leur guise',
        },
      },
      { value: 'contrôle non total', claims: { C14: 'contrôle non total' } },
    ],
  },
  {
    ref: 'X14',
    slug: 'd-ou-viennent-les-deux-jours',
    // The reading calls it an unsourced figure: the number is what has no source.
    type: 'number',
    class: 'gap',
    severity: 'medium',
    event: 'E1',
    property: 'duration',
    title: {
      fr: 'D’où viennent les « deux jours » et les « neuf mois » ?',
      en: 'Where do the “two days” and the “nine months” come from?',
    },
    explanation: {
      fr: '« Deux jours de violents affrontements » n’a ni source ni début ; le chapô ne donne aucune durée. Aucune partie n’est citée là-dessus. Même remarque pour « neuf mois ».',
      en: '“Two days of violent clashes” has no source and no start; the standfirst gives no duration. No party to the fighting is quoted on it. The same holds for “nine months”.',
    },
    positions: [
      { value: 'deux jours (aucune source)', claims: { C08: 'deux jours (aucune source)' } },
      { value: 'durée non précisée', general: true, claims: { C06: 'durée non précisée' } },
      { value: 'neuf mois (aucune source)', claims: { C12: 'neuf mois (aucune source)' } },
    ],
  },
  {
    ref: 'X20',
    slug: 'fait-etabli-ou-attaques-signalees',
    type: 'modality',
    class: 'tension',
    severity: 'low',
    event: 'E1',
    property: 'event_certainty',
    title: { fr: 'Un fait établi, ou des attaques « signalées » ?', en: 'An established fact, or “reported” attacks?' },
    explanation: {
      fr: 'Le Conseil de sécurité parle d’attaques terroristes « signalées » (prudence, et sans parler de la prise d’une ville) le soir même où la dépêche affirme la prise comme un fait.',
      en: 'The Security Council speaks of “reported” terrorist attacks (hedged, and not of the capture of a town) on the same evening that the dispatch states the capture as fact.',
    },
    positions: [
      { value: 'attaques « signalées » (rapportées)', claims: { C33: 'attaques « signalées » (rapportées)' } },
      {
        value: 'fait accompli',
        claims: {
          C03: { value: 'fait accompli', words: 'se sont emparés' },
          C29: { value: 'fait accompli', words: 'se sont emparés' },
        },
      },
    ],
  },
  {
    ref: 'X25',
    slug: 'localite-cite-ou-ville',
    // A common noun, not a spelling of the name.
    type: 'other',
    class: 'variant',
    severity: 'low',
    event: 'E1',
    property: 'place_type',
    title: { fr: 'Localité, cité ou ville ?', en: 'Locality, “cité” or town?' },
    explanation: {
      fr: '« Localité », « cité » et « ville » désignent le même lieu ; cela compte pour « presque en totalité » (de quoi ?) et pour la précision du géocodage.',
      en: '“Localité”, “cité” and “ville” are used for the same place; it matters for “presque en totalité” (of what?) and for geocoding precision.',
    },
    positions: [
      { value: 'localité', claims: { C03: 'localité', C10: 'localité', C21: 'localité importante' } },
      { value: 'cité', claims: { C14: 'cité' } },
      { value: 'ville', claims: { C29: 'ville', C41: 'ville', C42: 'ville' } },
    ],
  },
  {
    ref: 'X26',
    slug: 'six-etiquettes-pour-les-memes-acteurs',
    // Labels are not spellings of one name: whom each covers is what X02 asks.
    type: 'other',
    class: 'variant',
    severity: 'low',
    event: 'E1',
    property: 'label',
    title: { fr: 'Six étiquettes : parle-t-on des mêmes acteurs ?', en: 'Six labels: are they the same actors?' },
    explanation: {
      fr: 'Six étiquettes pour des acteurs jamais énumérés : islamistes, rebelles djihadistes, groupes islamistes armés, djihadistes, (attaques) terroristes, rebelles. Elles masquent le conflit d’attribution X02.',
      en: 'Six labels for actors that are never listed: islamists, jihadist rebels, armed Islamist groups, jihadists, terrorist (attacks), rebels. They hide the attribution conflict X02.',
    },
    positions: [
      { value: 'les islamistes', claims: { C01: 'les islamistes' } },
      { value: 'les rebelles djihadistes', claims: { C09: 'les rebelles djihadistes' } },
      { value: 'les groupes islamistes armés', claims: { C12: 'les groupes islamistes armés' } },
      { value: 'les djihadistes', claims: { C23: { value: 'les djihadistes', words: 'djihadistes' } } },
      { value: '(attaques) terroristes', claims: { C33: '(attaques) terroristes' } },
      { value: 'les rebelles', claims: { C48: 'les rebelles' } },
    ],
  },
]
