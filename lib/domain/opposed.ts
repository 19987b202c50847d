import type { ClaimBrief, ConflictRecord } from './record'

/** A claim on another side of a conflict; whether one conflict at least is a contradiction. */
export type OpposedClaim = { claim: ClaimBrief; isContradiction: boolean }

/**
 * The claims that stand on another side than this one, each once, in the order of the conflicts. A side so general that it
 * fits every other opposes none. Seen from the other claim the relation is the same: what opposes A is opposed by A.
 */
export function opposedClaims(conflicts: readonly ConflictRecord[], claimId: string): OpposedClaim[] {
  const found = new Map<string, OpposedClaim>()
  for (const conflict of conflicts) {
    if (conflict.status === 'suggested' || conflict.status === 'dismissed') continue
    const sides = conflict.positions
      .filter(({ isGeneral }) => !isGeneral)
      .map(({ statements }) => statements.map(({ occurrence }) => occurrence.claim))
    for (const side of sides.filter((it) => it.some(({ id }) => id === claimId)))
      for (const claim of sides.filter((it) => it !== side).flat()) {
        if (claim.id === claimId) continue
        const isContradiction = conflict.class === 'contradiction' || found.get(claim.id)?.isContradiction === true
        found.set(claim.id, { claim, isContradiction })
      }
  }
  return [...found.values()]
}
