import type { SampleVerdict } from '../shape'

/** Verdicts on what Paris did and said. */
export const ON_THE_RESPONSE: readonly SampleVerdict[] = [
  {
    claim: 'C25',
    state: 'published',
    rating: 'missing_context',
    summary: {
      fr: 'L’intertitre affirme que des forces françaises et allemandes sont en position. Deux lignes plus bas, le texte l’attribue au seul Figaro, et la même dépêche dit que Paris n’a pas encore répondu. Sans cette attribution, le lecteur prend pour établi ce qui ne l’est pas.',
      en: 'The subhead asserts that French and German forces are in position. Two lines below, the text attributes it to Le Figaro alone, and the same dispatch says that Paris has not yet answered. Without that attribution, the reader takes as established what is not.',
    },
    rationale: {
      fr: `L’intertitre reprend l’affirmation du Figaro, « des forces militaires françaises et allemandes ont pris position jeudi à Sévaré » (C26), en laissant tomber « Selon le Figaro » (X09). Aucune source française, allemande ou malienne n’est citée (X19) ; la présence de forces allemandes ne repose que sur ce journal, dont la source n’est pas donnée.

La dépêche elle-même va dans un autre sens : le président par intérim « a demandé l'aide militaire de la France » (C30) et « Paris devrait donner sa réponse ce vendredi » (C31). Rien n’y dit si les forces « en position » sont autre chose que cette aide (X08).

Nous ne jugeons donc pas si ces forces étaient à Sévaré, mais ce que l’intertitre ôte au lecteur.`,
      en: `The subhead repeats the claim of Le Figaro, “des forces militaires françaises et allemandes ont pris position jeudi à Sévaré” (C26), and drops “Selon le Figaro” (according to Le Figaro, X09). No French, German or Malian source is quoted (X19); the presence of German forces rests on that newspaper alone, whose source is not given.

The dispatch itself points another way: the interim president “a demandé l'aide militaire de la France” (has asked France for military help, C30) and “Paris devrait donner sa réponse ce vendredi” (Paris is expected to answer this Friday, C31). Nothing in it says whether the forces “in position” are something other than that help (X08).

We therefore do not judge whether these forces were in Sévaré, but what the subhead takes away from the reader.`,
    },
    wouldChange: {
      fr: 'Une déclaration française, allemande ou malienne sur la présence de forces à Sévaré ce jeudi ; l’article du Figaro et sa source.',
      en: 'A French, German or Malian statement on forces in Sévaré that Thursday; the article in Le Figaro and its source.',
    },
    noEvidenceReason: {
      fr: 'Aucune des pièces réunies ne porte sur la présence de forces à Sévaré. Le verdict porte sur l’attribution que l’intertitre a perdue, et cela se vérifie dans la dépêche même.',
      en: 'None of the evidence gathered bears on the presence of forces in Sévaré. The verdict is about the attribution that the subhead lost, which can be checked in the dispatch itself.',
    },
    dependsOn: { conflicts: ['X08', 'X09', 'X19'], evidence: [], sources: ['le-figaro'] },
    author: 'redaction',
    secondReader: 'relecture',
  },
  {
    claim: 'C31',
    state: 'published',
    rating: 'mostly_true',
    summary: {
      fr: 'La dépêche annonce une réponse de Paris « ce vendredi ». Une page extérieure rapporte la même échéance. L’attente est établie ; la date du vendredi, elle, est déduite, car la dépêche n’est pas datée.',
      en: 'The dispatch announces an answer from Paris “ce vendredi” (this Friday). An outside page reports the same deadline. The expectation is established; the date of that Friday is inferred, for the dispatch is undated.',
    },
    rationale: {
      fr: `La phrase est de FRANCE 24, sans source. Une page d’APA datée du 11 janvier 2013 rapporte : « Araud said Hollande will respond to the letter on Friday. » (EV3). Les deux textes annoncent la même réponse pour le même jour, et l’un nomme qui l’a dit.

Deux réserves. EV3 est de seconde main. Et le « vendredi » n’a pas de date dans la dépêche : le 11 janvier 2013 est déduit d’un texte extérieur (EV1, X28).

Le verdict porte sur l’attente d’une réponse, non sur la réponse. Une réponse encore à venir s’accorde mal avec des forces déjà en place : ce conflit reste ouvert (X08).`,
      en: `The sentence is FRANCE 24’s, with no source. A page by APA dated 11 January 2013 reports: “Araud said Hollande will respond to the letter on Friday.” (EV3). The two texts announce the same answer for the same day, and one names who said so.

Two reservations. EV3 is second-hand. And “Friday” has no date in the dispatch: 11 January 2013 is inferred from an outside text (EV1, X28).

The verdict is about an answer being expected, not about the answer. An answer still to come sits ill with forces already in place: that conflict remains open (X08).`,
    },
    wouldChange: {
      fr: 'Une déclaration française qui fixe un autre jour, ou la date de publication de la dépêche.',
      en: 'A French statement setting another day, or the date of publication of the dispatch.',
    },
    noEvidenceReason: null,
    dependsOn: { conflicts: ['X08', 'X28'], evidence: ['EV1', 'EV3'], sources: ['france-24'] },
    author: 'redaction',
    secondReader: 'relecture',
  },
]
