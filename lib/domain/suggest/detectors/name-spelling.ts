import type { Detector } from '../conflict-suggestion'

/** Two spellings of one place or person in one dispatch. A shortened or abbreviated name is no disagreement. */
export const nameSpelling: Detector = ({ names }) =>
  names
    .filter(({ rule }) => rule === 'gazetteer' || rule === 'fold_key' || rule === 'alias')
    .filter(({ surfaces }) => surfaces.every(({ text }) => !/^\p{Lu}+$/u.test(text)))
    .map(({ surfaces, why }) => ({
      type: 'name_spelling',
      class: 'variant',
      spans: surfaces.flatMap(({ spans }) => spans),
      why: {
        fr: `${why.fr} Ici : ${surfaces.map(({ text, spans }) => `« ${text} » ${spans.length} fois`).join(', ')}.`,
        en: `${why.en} Here: ${surfaces.map(({ text, spans }) => `“${text}” ${spans.length} ${spans.length > 1 ? 'times' : 'time'}`).join(', ')}.`,
      },
      rule: 'name_spelling',
    }))
