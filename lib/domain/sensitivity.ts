import { originKeyOf } from './chain'
import type { ClaimBrief } from './record'
import type { HopRole } from './vocabulary'

type Chain = readonly { sourceSlug: string; role: HopRole }[]

/** What one verdict stands on: the passages of its claim, its evidence, the sources it names, the conflicts it depends on. */
export type VerdictFootprint = {
  verdictId: string
  claim: ClaimBrief
  passages: readonly Chain[]
  evidence: readonly { ref: string; publisherSlug: string | null }[]
  sourceSlugs: readonly string[]
  conflicts: readonly {
    ref: string
    slug: string
    positions: readonly { ordinal: number; passages: readonly Chain[] }[]
  }[]
}
/** One way a verdict stands on a source, and how many stand there beside it; `of` is 1 when it stands there alone. */
export type Stake =
  | { kind: 'named'; of: 1 }
  | { kind: 'origin' | 'carrier' | 'evidence'; of: number }
  | { kind: 'position'; of: number; conflictRef: string; conflictSlug: string; ordinal: number }
export type Sensitivity = {
  verdictId: string
  claim: ClaimBrief
  stakes: readonly Stake[]
  /** True when one of the things it stands on has nothing else under it: without this source, it falls. */
  isAlone: boolean
}

/**
 * "If this source falls, which verdicts fall with it?" A verdict falls when the source is named by it, or is the only origin,
 * the only carrier or the only publisher of evidence under it; it is weakened when others stand there too, or when a position
 * of a conflict it depends on falls: that position may be the one the verdict went against. Those that fall first.
 */
export function sensitivityOf(slug: string, footprints: readonly VerdictFootprint[]): Sensitivity[] {
  return footprints
    .map((footprint) => {
      const stakes = stakesOf(slug, footprint)
      return {
        verdictId: footprint.verdictId,
        claim: footprint.claim,
        stakes,
        isAlone: stakes.some(({ kind, of }) => of === 1 && kind !== 'position'),
      }
    })
    .filter(({ stakes }) => stakes.length > 0)
    .sort((a, b) => Number(b.isAlone) - Number(a.isAlone) || (a.claim.ref < b.claim.ref ? -1 : 1))
}

function stakesOf(slug: string, { passages, evidence, sourceSlugs, conflicts }: VerdictFootprint): Stake[] {
  const stakes: Stake[] = []
  if (sourceSlugs.includes(slug)) stakes.push({ kind: 'named', of: 1 })
  const origins = originsUnder(passages)
  if (isOriginOf(slug, origins)) stakes.push({ kind: 'origin', of: origins.size })
  else {
    // Whoever only carries the words matters when they reach us by no other way.
    const carried = passages.filter((chain) => chain.some((hop) => hop.sourceSlug === slug))
    if (carried.length > 0)
      stakes.push({
        kind: 'carrier',
        of: carried.length === passages.length ? 1 : 1 + passages.length - carried.length,
      })
  }
  const publishers = new Set(evidence.map(({ ref, publisherSlug }) => publisherSlug ?? ref))
  if (evidence.some(({ publisherSlug }) => publisherSlug === slug))
    stakes.push({ kind: 'evidence', of: publishers.size })
  for (const { ref, slug: conflictSlug, positions } of conflicts)
    for (const { ordinal, passages: held } of positions) {
      const under = originsUnder(held)
      if (isOriginOf(slug, under))
        stakes.push({ kind: 'position', of: under.size, conflictRef: ref, conflictSlug, ordinal })
    }
  return stakes
}

const originsUnder = (chains: readonly Chain[]): Set<string> =>
  new Set(chains.map(originKeyOf).filter((key) => key !== null))
const isOriginOf = (slug: string, origins: ReadonlySet<string>): boolean =>
  origins.has(slug) || origins.has(`narration.${slug}`)
