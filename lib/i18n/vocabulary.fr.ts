import type { VocabularyWords } from './vocabulary'

export const vocabularyFr: VocabularyWords = {
  title: 'Vocabulaire des données',
  lead: 'Nos données en JSON-LD emploient schema.org, PROV-O et CiTO. Voici les termes qui n’y sont pas et que nous avons ajoutés.',
  roles: 'Rôles dans une chaîne de sources (valeurs de hadRole)',
  term: {
    attributionChain: 'Par qui une parole nous parvient : une liste ordonnée d’attributions, la première voix en tête.',
    conflictsWith:
      'Cette affirmation et l’autre sont de deux côtés d’un même conflit, sur une propriété d’un même événement. Vaut dans les deux sens.',
    rating: 'La note d’une version d’un verdict, par son code dans l’échelle de la page Méthode.',
    scope: 'Jusqu’où va une attribution : « explicit » quand le texte le dit, « ambiguous » quand il ne le dit pas.',
    sha256: 'L’empreinte SHA-256, en hexadécimal, d’un document publié, telle que le journal la porte.',
  },
}
