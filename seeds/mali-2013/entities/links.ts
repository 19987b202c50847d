import type { SampleLink } from '../shape'

const BROADER = {
  fr: 'L’expression convient à plusieurs groupes armés ; la dépêche ne dit pas lesquels elle recouvre. Elle est plus large, non synonyme.',
  en: 'The expression fits several armed groups; the dispatch does not say which ones it covers. It is broader, not a synonym.',
}
const DISTINCT = {
  fr: 'Nommés séparément dans la dépêche et dans la liste de Wikipédia (EV4) : deux groupes, même s’ils ont pu agir ensemble.',
  en: 'Named separately in the dispatch and in Wikipedia’s list (EV4): two groups, even if they may have acted together.',
}

/** What a reviewer decided about two names. Each can be undone; none changes a word. */
export const LINKS: readonly SampleLink[] = [
  {
    from: 'kona',
    to: 'konna',
    relation: 'same',
    authority: 'GeoNames 2454857',
    reason: {
      fr: 'Même région, même événement, même soir ; GeoNames réunit les deux formes sous ce numéro. Une autre Kona de la région de Mopti (2454858) n’a pas cette variante.',
      en: 'Same region, same event, same evening; GeoNames holds both forms under this number. Another Kona in the Mopti region (2454858) has no such variant.',
    },
  },
  { from: 'les-islamistes', to: 'ansar-dine', relation: 'broader', authority: null, reason: BROADER },
  { from: 'les-islamistes', to: 'aqmi', relation: 'broader', authority: null, reason: BROADER },
  { from: 'les-islamistes', to: 'mujao', relation: 'broader', authority: null, reason: BROADER },
  { from: 'les-rebelles-djihadistes', to: 'ansar-dine', relation: 'broader', authority: null, reason: BROADER },
  {
    from: 'les-rebelles-djihadistes',
    to: 'les-islamistes',
    relation: 'possibly_same',
    authority: null,
    reason: {
      fr: 'La même phrase emploie les deux pour ceux qui ont combattu l’armée, sans dire que ce sont les mêmes.',
      en: 'One sentence uses both for those who fought the army, without saying that they are the same.',
    },
  },
  { from: 'ansar-dine', to: 'aqmi', relation: 'different', authority: null, reason: DISTINCT },
  { from: 'ansar-dine', to: 'mujao', relation: 'different', authority: null, reason: DISTINCT },
]
