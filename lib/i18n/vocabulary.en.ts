import type { VocabularyWords } from './vocabulary'

export const vocabularyEn: VocabularyWords = {
  title: 'Vocabulary of the data',
  lead: 'Our JSON-LD data uses schema.org, PROV-O and CiTO. These are the terms that are in none of them, and that we added.',
  roles: 'Roles in a chain of sources (values of hadRole)',
  term: {
    attributionChain: 'Through whom words reached us: an ordered list of attributions, the first voice first.',
    conflictsWith:
      'This claim and the other stand on two sides of one conflict, about one property of one event. Holds both ways.',
    rating: 'The rating of a version of a verdict, by its code in the scale of the Method page.',
    scope: 'How far an attribution reaches: “explicit” when the text says so, “ambiguous” when it does not.',
    sha256: 'The SHA-256 hash, in hexadecimal, of a published document, as the log carries it.',
  },
}
