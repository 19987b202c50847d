import { addressOfKey } from './claim-review-in'

/**
 * Which of ours each review is: the one with its address and claim; else, where one of each is left at an address, the claim
 * was reworded. Several left at one address are not guessed between.
 */
export function matchReviews<T extends { reviewKey: string }, K extends { id: string; reviewKey: string }>(
  reviews: readonly T[],
  known: readonly K[],
): Map<T, K> {
  const byKey = new Map(known.map((it) => [it.reviewKey, it]))
  const ours = new Map<T, K>()
  for (const review of reviews) {
    const same = byKey.get(review.reviewKey)
    if (same) ours.set(review, same)
  }
  const taken = new Set([...ours.values()].map(({ id }) => id))
  const left = byAddress(reviews.filter((it) => !ours.has(it)))
  const rest = byAddress(known.filter(({ id }) => !taken.has(id)))
  for (const [address, [review, another]] of left) {
    const [candidate, other] = rest.get(address) ?? []
    if (review && candidate && !another && !other) ours.set(review, candidate)
  }
  return ours
}

function byAddress<T extends { reviewKey: string }>(reviews: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const review of reviews) {
    const address = addressOfKey(review.reviewKey)
    const group = groups.get(address)
    if (group) group.push(review)
    else groups.set(address, [review])
  }
  return groups
}
