import type { DeskMatchingWords } from './desk-matching'
import { count } from './format'

export const deskMatchingFr: DeskMatchingWords = {
  title: 'Est-ce déjà vérifié\u202f?',
  lead: 'Collez une phrase ou une publication. Les affirmations de ces archives qui lui ressemblent reviennent, avec leurs verdicts. Des mots semblables ne prouvent pas que deux affirmations disent la même chose\u202f: lisez-les.',
  text: 'Phrase ou publication',
  submit: 'Chercher',
  found: (many) =>
    count('fr', many, { one: 'affirmation ressemble à ce texte', other: 'affirmations ressemblent à ce texte' }),
  none: 'Aucune affirmation des archives ne ressemble à ce texte.',
  tooShort: 'Écrivez quelques mots de plus\u202f: il n’y a encore rien à comparer.',
  noVerdict: 'pas encore de verdict',
  failed: 'Les archives n’ont pas pu être interrogées à l’instant. Ce que vous tapez est gardé.',
}
