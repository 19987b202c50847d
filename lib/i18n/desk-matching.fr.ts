import type { DeskMatchingWords } from './desk-matching'
import { count } from './format'

export const deskMatchingFr: DeskMatchingWords = {
  title: 'Est-ce déjà vérifié\u202f?',
  lead: 'Collez une phrase ou une publication. Les affirmations de ces archives qui lui ressemblent reviennent, avec leurs verdicts. Des mots semblables ne prouvent pas que deux affirmations disent la même chose\u202f: lisez-les.',
  text: 'Phrase ou publication',
  submit: 'Chercher',
  said: (claims, reviews) => {
    const ours = count('fr', claims, {
      one: 'affirmation ressemble à ce texte',
      other: 'affirmations ressemblent à ce texte',
    })
    const theirs = count('fr', reviews, {
      one: 'vérification d’autrui lui ressemble',
      other: 'vérifications d’autrui lui ressemblent',
    })
    const none = 'Aucune affirmation des archives ne ressemble à ce texte'
    if (claims === 0) return reviews === 0 ? `${none}.` : `${none}\u202f; ${theirs}.`
    return reviews === 0 ? ours : `${ours}\u202f; ${theirs}.`
  },
  reviewedBy: 'déjà vérifié par',
  opens: '«\u202f',
  closes: '\u202f»',
  colon: '\u202f: ',
  noRating: 'aucune note donnée',
  tooShort: 'Écrivez quelques mots de plus\u202f: il n’y a encore rien à comparer.',
  noVerdict: 'pas encore de verdict',
  failed: 'Les archives n’ont pas pu être interrogées à l’instant. Ce que vous tapez est gardé.',
}
