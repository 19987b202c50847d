import type { SampleEvidence } from './shape'

const APA = 'https://en.apa.az/africa/news_islamists_clash_with_military__take_key__-185797'

/**
 * Five short excerpts from outside the dispatch. Titles are ours: site, subject and, when the address or the page gives it, date.
 * Nobody noted when they were read, and no archived copy was made: both are null until somebody does.
 */
export const EVIDENCE: readonly SampleEvidence[] = [
  {
    ref: 'EV1',
    slug: 'dardar-au-nom-de-tous-les-islamistes',
    url: 'https://warsintheworld.com/index.php/2013/01/11/mali-ansar-dine-islamists-capture-town-of-konna',
    title: 'warsintheworld.com, 11 January 2013: the AFP interview with Abdou Dardar, in English',
    excerpt:
      'Dardar, whose remarks were translated by an interpreter from Niger, said he was speaking in the name of all the Islamists.',
    language: 'en',
    note: {
      fr: 'Version anglaise du même entretien de l’AFP, datée du jeudi 10 janvier 2013 : la phrase que FRANCE 24 n’a pas reprise.',
      en: 'English version of the same AFP interview, dated Thursday 10 January 2013: the sentence FRANCE 24 left out.',
    },
    accessedAt: null,
    archivedUrl: null,
    bears: [
      {
        conflict: 'X02',
        stance: 'context',
        note: {
          fr: 'Rapproche les positions : « nous » peut désigner d’autres groupes qu’Ansar Dine.',
          en: 'Brings the positions together: “we” may cover other groups than Ansar Dine.',
        },
      },
      {
        conflict: 'X15',
        stance: 'context',
        note: {
          fr: 'Le responsable dit parler pour tous : cela peut expliquer « les rebelles djihadistes ont annoncé ».',
          en: 'The official says he speaks for all: this may explain “les rebelles djihadistes ont annoncé”.',
        },
      },
      {
        claim: 'C14',
        stance: 'context',
        note: {
          fr: 'Dit au nom de qui Dardar parle ; ne dit rien de l’étendue.',
          en: 'Says in whose name Dardar speaks; says nothing of the extent.',
        },
      },
      {
        claim: 'C03',
        stance: 'context',
        note: {
          fr: 'Même entretien, même voix : il n’ajoute pas d’origine.',
          en: 'Same interview, same voice: it adds no origin.',
        },
      },
      {
        claim: 'C09',
        stance: 'supports',
        note: {
          fr: 'Une annonce faite au nom de tous les islamistes, par un seul responsable.',
          en: 'An announcement made in the name of all the Islamists, by a single official.',
        },
      },
    ],
  },
  {
    ref: 'EV2',
    slug: 'ansar-dine-occupe-konna-depuis-onze-heures',
    url: APA,
    title: 'APA (en.apa.az), 11 January 2013: a spokesman for Ansar Dine on the capture',
    excerpt: 'We have chased the army out of the city of Konna, which we have occupied since 11 a.m.',
    language: 'en',
    note: {
      fr: 'Page datée du 11 janvier 2013 ; propos attribués à Sanda Abou Mohamed, porte-parole d’Ansar Dine, joint par téléphone à Tombouctou. La page ajoute que les combats « broke out late Wednesday ».',
      en: 'Dated 11 January 2013; attributed there to Sanda Abou Mohamed, Ansar Dine spokesman, by telephone from Timbuktu. Also: clashes “broke out late Wednesday”.',
    },
    accessedAt: null,
    archivedUrl: null,
    bears: [
      {
        conflict: 'X02',
        stance: 'context',
        note: {
          fr: 'Un second responsable d’Ansar Dine dit « nous » : appuie la position qui nomme ce groupe.',
          en: 'A second Ansar Dine official says “we”: backs the position that names this group.',
        },
      },
      {
        conflict: 'X03',
        stance: 'context',
        note: {
          fr: 'Parle d’une ville occupée, sans « presque » : du côté de la prise sans réserve.',
          en: 'Speaks of a town occupied, with no “almost”: on the side of an unreserved capture.',
        },
      },
      {
        conflict: 'X06',
        stance: 'context',
        note: {
          fr: 'Onze heures du matin, et non le soir : contredit une prise datée du jeudi soir. L’extrait ne dit pas quel jour.',
          en: 'Eleven in the morning, not the evening: contradicts a capture dated Thursday evening. The excerpt does not say which day.',
        },
      },
      {
        conflict: 'X07',
        stance: 'context',
        note: {
          fr: 'Si la ville est tombée le matin, un déploiement plus tard le jeudi devient possible.',
          en: 'If the town fell in the morning, a deployment later on Thursday becomes possible.',
        },
      },
      {
        conflict: 'X13',
        stance: 'context',
        note: {
          fr: 'L’armée chassée, la ville occupée : du côté de combats terminés.',
          en: 'The army chased out, the town occupied: on the side of fighting that is over.',
        },
      },
      {
        claim: 'C29',
        stance: 'refutes',
        note: {
          fr: 'Sur l’heure : onze heures du matin, et non jeudi soir. Sur l’acteur : Ansar Dine, que C29 ne nomme pas.',
          en: 'On the time: 11 a.m., not Thursday evening. On the actor: Ansar Dine, which C29 does not name.',
        },
      },
      {
        claim: 'C14',
        stance: 'context',
        note: {
          fr: 'Même camp, autre voix : appuie l’acteur, mais parle d’occupation sans le « presque ».',
          en: 'Same side, another voice: supports the actor, but speaks of occupation without the “almost”.',
        },
      },
      {
        claim: 'C03',
        stance: 'supports',
        note: {
          fr: 'Revendication d’une occupation, par une autre voix et un autre canal.',
          en: 'A claim of occupation, by another voice through another channel.',
        },
      },
      {
        claim: 'C08',
        stance: 'context',
        note: {
          fr: 'La page fait commencer les combats tard le mercredi : c’est la note qui le dit, non l’extrait.',
          en: 'The page has the fighting begin late on Wednesday: the note says so, not the excerpt.',
        },
      },
      {
        claim: 'C47',
        stance: 'context',
        note: {
          fr: 'Dit l’armée chassée, et non retirée.',
          en: 'Says the army was chased out, not that it withdrew.',
        },
      },
    ],
  },
  {
    ref: 'EV3',
    slug: 'reponse-francaise-attendue-vendredi',
    url: APA,
    title: 'APA (en.apa.az), 11 January 2013: the French answer',
    excerpt: 'Araud said Hollande will respond to the letter on Friday.',
    language: 'en',
    note: {
      fr: 'Même page : le porte-parole de l’armée malienne n’a pas voulu s’exprimer ; un soldat anonyme dit que l’armée s’est retirée (appuie le retrait, X18).',
      en: 'Same page: the Malian army spokesman refused to comment; an anonymous soldier said the army had retreated (supports the withdrawal, X18).',
    },
    accessedAt: null,
    archivedUrl: null,
    bears: [
      {
        conflict: 'X08',
        stance: 'context',
        note: {
          fr: 'La réponse française est encore à venir ; rien sur des forces déjà en place.',
          en: 'The French answer is still to come; nothing on forces already in place.',
        },
      },
      {
        claim: 'C31',
        stance: 'supports',
        note: {
          fr: 'Une réponse annoncée pour vendredi.',
          en: 'An answer announced for Friday.',
        },
      },
      {
        claim: 'C47',
        stance: 'supports',
        note: {
          fr: 'Par un soldat anonyme cité sur la même page, non par l’extrait.',
          en: 'Through an anonymous soldier quoted on the same page, not through the excerpt.',
        },
      },
    ],
  },
  {
    ref: 'EV4',
    slug: 'groupes-engages-dans-la-bataille-de-konna',
    url: 'https://en.wikipedia.org/wiki/Battle_of_Konna',
    title: 'Wikipedia in English: Battle of Konna',
    excerpt: 'Islamists groups: Ansar Dine, MOJWA, AQIM, Boko Haram',
    language: 'en',
    note: {
      fr: 'Source de troisième main ; encadré de l’article, bataille datée du 10 au 18 janvier 2013. MOJWA : le MUJAO ; AQIM : Aqmi.',
      en: 'Tertiary source; infobox, date 10–18 January 2013. MOJWA is MUJAO; AQIM is Aqmi.',
    },
    accessedAt: null,
    archivedUrl: null,
    bears: [
      {
        conflict: 'X02',
        stance: 'context',
        note: {
          fr: 'Rapproche les positions : une force commune, où figurent les trois groupes.',
          en: 'Brings the positions together: a joint force that includes the three groups.',
        },
      },
      {
        claim: 'C29',
        stance: 'context',
        note: {
          fr: 'Aqmi et le MUJAO y figurent, mais avec Ansar Dine, et pour toute la bataille.',
          en: 'AQIM and MUJAO are listed, but with Ansar Dine, and for the whole battle.',
        },
      },
      {
        claim: 'C14',
        stance: 'context',
        note: {
          fr: 'Ansar Dine y figure, mais pas seul.',
          en: 'Ansar Dine is listed, but not alone.',
        },
      },
    ],
  },
  {
    ref: 'EV5',
    slug: 'konna-ville-et-commune-du-cercle-de-mopti',
    url: 'https://en.wikipedia.org/wiki/Konna',
    title: 'Wikipedia in English: Konna',
    excerpt: 'Konna is a town and rural commune in the Cercle of Mopti in the Mopti Region of Mali.',
    language: 'en',
    note: {
      fr: 'La page donne les coordonnées 14°56′48″N 3°53′36″W, à 60 km au nord-est de Mopti.',
      en: 'Coordinates there: 14°56′48″N 3°53′36″W; 60 km north-east of Mopti.',
    },
    accessedAt: null,
    archivedUrl: null,
    bears: [
      {
        conflict: 'X01',
        stance: 'context',
        note: {
          fr: 'Fait autorité pour la graphie « Konna », dans la même région de Mopti.',
          en: 'Authority for the spelling “Konna”, in the same Mopti Region.',
        },
      },
      {
        conflict: 'X11',
        stance: 'context',
        note: {
          fr: 'Situe la ville, mais ne dit rien d’une ligne de partition.',
          en: 'Places the town, but says nothing of a partition line.',
        },
      },
      {
        conflict: 'X25',
        stance: 'context',
        note: { fr: 'Une ville et une commune rurale.', en: 'A town and a rural commune.' },
      },
      {
        claim: 'C10',
        stance: 'supports',
        note: { fr: 'Dans la région de Mopti.', en: 'In the Mopti Region.' },
      },
      {
        claim: 'C29',
        stance: 'context',
        note: {
          fr: 'La graphie est celle de ce passage, et le mot « ville » aussi.',
          en: 'The spelling is that of this passage, and so is the word “town”.',
        },
      },
    ],
  },
]
