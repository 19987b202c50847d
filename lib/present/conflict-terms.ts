import type { Language } from '@/lib/domain/vocabulary'
import { claimPath } from './addresses'

/** The claim has one name whatever the language of the page; each review of it has its own. */
export const claimId = (baseUrl: string, slug: string): string => `${baseUrl}${claimPath('en', slug)}#claim`
export const reviewId = (lang: Language, baseUrl: string, slug: string): string =>
  `${baseUrl}${claimPath(lang, slug)}#review`

/**
 * schema.org has no relation between claims, so we bring two: our own, for any conflict, and CiTO's `disputes` where two
 * claims cannot both be true. Readers who know neither pass over them.
 */
export const contextOf = (lang: Language, baseUrl: string) => [
  'https://schema.org',
  {
    '@language': lang,
    conflictsWith: { '@id': `${baseUrl}/ns#conflictsWith`, '@type': '@id' },
    disputes: { '@id': 'http://purl.org/spar/cito/disputes', '@type': '@id' },
  },
]

/** A claim on another side of a conflict, as the data of a verdict names it. */
export type OpposedReview = { slug: string; isContradiction: boolean; isReviewed: boolean }

/** What the data of a verdict says about conflicts: on the claim, and on its review where the other has one. Both ways alike. */
export function relationsOf(lang: Language, baseUrl: string, opposed: readonly OpposedReview[]) {
  const claims = (some: readonly OpposedReview[]) => some.map(({ slug }) => claimId(baseUrl, slug)).sort()
  const disputed = opposed.filter(({ isContradiction }) => isContradiction)
  const reviewed = opposed.filter(({ isReviewed }) => isReviewed).map(({ slug }) => reviewId(lang, baseUrl, slug))
  return {
    ofClaim: {
      ...(opposed.length > 0 && { conflictsWith: claims(opposed) }),
      ...(disputed.length > 0 && { disputes: claims(disputed) }),
    },
    ofReview: reviewed.length > 0 ? { associatedReview: reviewed.sort().map((id) => ({ '@id': id })) } : {},
  }
}
