import type { DeskSourcesWords } from './desk-sources'
import { count } from './format'

const n = (one: string, other: string) => (many: number) => count('fr', many, { one, other })

// U+202F avant ; : ! ? et à l’intérieur des guillemets.
export const deskSourcesFr: DeskSourcesWords = {
  kicker: 'Sources',
  publicPage: 'page publique',
  notPublic: 'interne',
  isProtected: 'Protégée',
  protectedLead:
    'Ceci est un alias. Ce qui pourrait nommer la personne ne figure sur aucune page\u202f; seul un gardien des sources peut le révéler, avec une raison qui est gardée.',
  notNamed: 'Le texte ne la nomme pas.',
  affiliation: 'Appartenance',
  roleWords: 'Dans les mots du texte',
  language: 'Langue',
  address: 'Adresse',
  chains: 'Chaînes où elle figure',
  chainsNone: 'Elle ne figure encore dans aucune chaîne.',
  toDispatches: 'Vers les textes',
  passages: n('passage', 'passages'),
  role: 'Rôle',
  chain: 'Chaîne',
  where: 'Où',
  sensitivity: {
    title: 'Si cette source tombe',
    lead: 'Les verdicts qui reposent sur elle. Ceux qui ne reposent sur rien d’autre viennent d’abord.',
    none: 'Aucun verdict ne repose sur elle.',
    falls: 'tombe',
    weakened: 'affaibli, ne tombe pas',
    figures: (falls, weakened) =>
      `${n('verdict tombe', 'verdicts tombent')(falls)}, ${n('affaibli', 'affaiblis')(weakened)}`,
    claim: 'Affirmation',
    verdict: 'Verdict',
    effect: 'Sans elle',
    why: 'Parce qu’elle est',
    unpublished: 'non publié',
    named: 'nommée par le verdict',
    origin: (of) => (of === 1 ? 'seule origine' : `une de ${of} origines`),
    carrier: (of) =>
      of === 1
        ? 'le seul chemin par lequel ses mots nous parviennent'
        : 'un des chemins par lesquels ses mots nous parviennent',
    evidence: (of) => (of === 1 ? 'seule à publier une pièce' : `une de ${of} à publier des pièces`),
    position: (of, letter) =>
      of === 1 ? `seule origine de la position ${letter}` : `une de ${of} origines de la position ${letter}`,
  },
  assess: {
    title: 'Comment elle est jugée',
    lead: 'Deux jugements indépendants. F et 6 veulent dire «\u202fne peut être jugé\u202f», non «\u202fle pire\u202f». Les suivants s’ajoutent aux précédents.',
    none: 'Personne n’a encore jugé cette source.',
    reliability: 'Fiabilité de la source',
    credibility: 'Crédibilité de ce qu’elle dit',
    unset: 'non jugé',
    rationale: 'Pourquoi',
    by: 'Par',
    when: 'Quand',
    add: 'La juger',
    submit: 'Ajouter ce jugement',
    done: 'Votre jugement est ajouté.',
    reliabilityIs: {
      A: 'tout à fait fiable',
      B: 'habituellement fiable',
      C: 'assez fiable',
      D: 'peu fiable',
      E: 'pas fiable',
      F: 'ne peut être jugée',
    },
    credibilityIs: {
      1: 'confirmé par d’autres sources',
      2: 'probablement vrai',
      3: 'peut-être vrai',
      4: 'douteux',
      5: 'improbable',
      6: 'ne peut être jugé',
    },
  },
}
