import { originKeyOf, originOf } from './chain'
import type { HopView, OccurrenceView } from './record'

/** How far an origin can be looked for: a name, somebody without one, an alias we protect, or an outlet's own narration. */
export type OriginKind = 'named' | 'unnamed' | 'protected' | 'narration'
type Carrier = Pick<HopView, 'sourceSlug' | 'sourceName' | 'isProtected'>
export type Origin = {
  key: string
  kind: OriginKind
  /** Whose words they are; of a narration, the outlet or agency that narrates. */
  source: Carrier
  /** Outlets and agencies that carried the words, each once, in the order they were met. */
  carriers: readonly Carrier[]
  occurrenceIds: readonly string[]
}
export type OriginCount = {
  outlets: number
  origins: readonly Origin[]
  /** Origins nobody can look for: without a name, or under an alias. Each counts as one, and that is all one can say. */
  unidentifiable: number
}

type Spoken = Pick<OccurrenceView, 'id' | 'chain'>

/**
 * Origins, not outlets: passages grouped by whoever the words come from. Reprints and relays add a carrier, never an origin.
 */
export function originsOf(occurrences: readonly Spoken[]): OriginCount {
  const found = new Map<string, { origin: Origin; carriers: Map<string, Carrier>; ids: string[] }>()
  const outlets = new Set<string>()
  for (const { id, chain } of occurrences) {
    const key = originKeyOf(chain)
    const hop = originOf(chain)
    const relays = chain.filter(({ role }) => role === 'outlet' || role === 'agency')
    for (const { sourceSlug } of relays) outlets.add(sourceSlug)
    if (key === null || !hop) continue
    const isNarration = key.startsWith('narration.')
    const source = carrierOf((isNarration ? relays[0] : undefined) ?? hop)
    const at = found.get(key) ?? {
      origin: { key, kind: kindOfOrigin(hop, isNarration), source, carriers: [], occurrenceIds: [] },
      carriers: new Map<string, Carrier>(),
      ids: [],
    }
    found.set(key, at)
    for (const relay of relays)
      if (relay.sourceSlug !== source.sourceSlug) at.carriers.set(relay.sourceSlug, carrierOf(relay))
    if (!at.ids.includes(id)) at.ids.push(id)
  }
  const origins = [...found.values()].map(({ origin, carriers, ids }) => ({
    ...origin,
    carriers: [...carriers.values()],
    occurrenceIds: ids,
  }))
  return {
    outlets: outlets.size,
    origins,
    unidentifiable: origins.filter(({ kind }) => kind === 'unnamed' || kind === 'protected').length,
  }
}

const carrierOf = ({ sourceSlug, sourceName, isProtected }: HopView): Carrier => ({
  sourceSlug,
  sourceName,
  isProtected,
})
const kindOfOrigin = (hop: HopView, isNarration: boolean): OriginKind =>
  isNarration ? 'narration' : hop.isProtected ? 'protected' : hop.isNamed ? 'named' : 'unnamed'
