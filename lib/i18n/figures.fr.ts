import type { LabelledSet } from '@/lib/domain/suggest/rule-starts'
import type { FiguresWords } from './figures'
import { number } from './format'

const kinds: Record<string, string> = {
  claim: 'Qui dit quoi',
  name: 'Noms qui n’en font peut-être qu’un',
  conflict: 'Désaccords',
  match: 'Affirmations qui disent peut-être la même chose',
}
const sets: Record<LabelledSet, string> = {
  'wikinews-fr': 'dix dépêches françaises de Wikinews',
  'gum-news': 'articles et entretiens en anglais (GUM)',
  'geonames-ml': 'graphies de lieux du Mali (GeoNames)',
  'org-aliases-fr': 'noms d’organisations, liste officielle française',
  'mali-2013': 'la dépêche d’exemple',
  daccord: 'paires de phrases en français (DACCORD)',
  'rte3-fr': 'paires de phrases en français (RTE-3)',
}
const percent = (share: number) => `${number('fr', Math.round(share * 100))}\u00a0%`

export const figuresFr: FiguresWords = {
  title: 'Que valent nos suggestions\u202f?',
  what: 'Des règles proposent des affirmations, des noms et des désaccords\u202f; rien n’en devient un sans la décision d’une personne nommée. Ce qui a été décidé des suggestions de chaque règle est compté et publié.',
  link: 'Voir les chiffres',
  lead: 'Chaque ligne est une règle. «\u202fSûre à\u202f» dit ce que vaut au moins son bilan\u202f: la borne basse de l’intervalle à 95\u00a0% (Wilson) de la part qui était juste. Peu de cas donnent peu, même s’ils ont tous été bons.',
  quietHow: (after, below) =>
    `Une règle sur laquelle on s’est prononcé ${number('fr', after)} fois et qui est sûre à moins de ${percent(below)} se tait\u202f: elle ne propose plus rien.`,
  labelledHow:
    'Avant la première décision, une règle part de textes dont les réponses étaient annotées\u202f: elle y a autant de cas justes et faux que le dit sa ligne, et les décisions s’y ajoutent. Les règles sur les désaccords ont été écrites sur la dépêche d’exemple\u202f: chacune y a un seul cas et part modestement. Quand aucun texte annoté ne couvre une règle, ce qu’on en suppose est dit, et vaut jusqu’à la première décision.',
  measuredOn: (day) => `Mesuré le ${day}.`,
  kinds,
  rule: 'Règle',
  sure: 'Sûre à',
  right: 'Juste',
  labelled: 'Annotées\u202f: justes sur toutes',
  accepted: 'Acceptées',
  edited: 'Modifiées, puis acceptées',
  dismissed: 'Écartées',
  quiet: 's’est tue',
  stated: 'posé, non mesuré',
  noSet: 'aucun texte ne la couvre',
  sets,
  unknown: 'pas encore connu',
  percent,
  ofAll: (right, all) => `${number('fr', right)} sur ${number('fr', all)}`,
}
