import type { SampleEvent } from './shape'

/** The dispatch says “jeudi”, never the date: a dated outside text (EV1) makes it 10 January 2013. */
const THURSDAY = 'La dépêche dit « jeudi » ; un texte extérieur daté (EV1) en fait le 10 janvier 2013.'

/** What the claims are about. No event is declared part of another: the dispatch does not say so. */
export const EVENTS: readonly SampleEvent[] = [
  {
    key: 'E0',
    slug: 'occupation-du-nord-du-mali',
    title: { fr: 'Occupation du nord du Mali', en: 'Occupation of northern Mali' },
    time: {
      words: 'depuis neuf mois',
      edtf: '2012-04~/..',
      basis: 'inferred',
      note: 'Neuf mois avant janvier 2013.',
    },
    place: 'mali',
    parent: null,
  },
  {
    key: 'E1',
    slug: 'prise-de-kona-konna',
    title: { fr: 'Prise de Kona/Konna', en: 'Capture of Kona/Konna' },
    time: { words: 'jeudi', edtf: '2013-01-10', basis: 'inferred', note: THURSDAY },
    place: 'kona',
    parent: null,
  },
  {
    key: 'E2',
    slug: 'le-mali-demande-l-aide-de-la-france',
    title: { fr: 'Le Mali demande l’aide (militaire) de la France', en: 'Mali asks France for (military) help' },
    time: null,
    place: null,
    parent: null,
  },
  {
    key: 'E3',
    slug: 'forces-francaises-et-allemandes-a-sevare',
    title: { fr: 'Forces françaises et allemandes à Sévaré', en: 'French and German forces at Sévaré' },
    time: { words: 'jeudi', edtf: '2013-01-10', basis: 'inferred', note: THURSDAY },
    place: 'sevare',
    parent: null,
  },
  {
    key: 'E4',
    slug: 'reunion-du-conseil-de-securite',
    title: {
      fr: 'Réunion et déclaration du Conseil de sécurité',
      en: 'UN Security Council meeting and statement',
    },
    time: { words: 'jeudi soir', edtf: '2013-01-10', basis: 'inferred', note: THURSDAY },
    place: null,
    parent: null,
  },
  {
    key: 'E5',
    slug: 'declaration-de-djibril-bassole',
    title: { fr: 'Déclaration de Djibril Bassolé', en: 'Statement by Djibril Bassolé' },
    time: {
      words: 'en milieu de semaine',
      edtf: '2013-01-09~',
      basis: 'inferred',
      note: 'Le milieu de la semaine du 7 janvier 2013.',
    },
    place: null,
    parent: null,
  },
  {
    key: 'E6',
    slug: 'situation-a-kona-apres-la-prise',
    title: { fr: 'Situation à Kona après la prise', en: 'Situation in Kona after the capture' },
    time: {
      words: 'peu après la prise de la ville',
      edtf: '2013-01-10',
      basis: 'inferred',
      note: 'Le jour de la prise ou peu après.',
    },
    place: 'kona',
    parent: null,
  },
  {
    key: 'E9',
    slug: 'la-depeche-elle-meme',
    title: { fr: 'Le document lui-même', en: 'The document itself' },
    time: null,
    place: null,
    parent: null,
  },
]
