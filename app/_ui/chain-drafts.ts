import type { OccurrenceView } from '@/lib/domain/record'
import type { HopDraft } from './chain-editor.client'

/** What the record of an occurrence does not show of its hops, in their order, by occurrence. */
export type HopClues = Readonly<Record<string, readonly { sourceId: string; spokenEdtf: string | null }[]>>
/** A chain that is used in the dispatch: how it reads, how often, and itself. */
export type SeenChain = { key: string; label: string; times: number; hops: readonly HopDraft[] }

/** The hops of an occurrence as drafts, so that its chain can be edited or used again without losing anything of it. */
export const hopDrafts = ({ id, chain }: OccurrenceView, clues: HopClues): HopDraft[] =>
  chain.map((hop, i) => ({
    key: `${id}-${i}`,
    sourceId: clues[id]?.[i]?.sourceId ?? '',
    role: hop.role,
    verb: hop.verb ?? '',
    medium: hop.medium ?? '',
    language: hop.language ?? '',
    isAmbiguous: hop.scope === 'ambiguous',
    spokenWords: hop.spokenWords ?? '',
    spokenEdtf: clues[id]?.[i]?.spokenEdtf ?? '',
  }))

/** The chains of a dispatch, each once, the most frequent first. The verb and the moment belong to one saying: the first is kept. */
export function chainsOf(occurrences: readonly OccurrenceView[], clues: HopClues): SeenChain[] {
  const seen = new Map<string, SeenChain>()
  for (const occurrence of occurrences) {
    const { chain } = occurrence
    const key = chain.map(({ sourceSlug, role, scope }) => `${sourceSlug} ${role} ${scope}`).join(' > ')
    const known = seen.get(key)
    const label = chain
      .map(({ sourceName }, i) => {
        const isLoose = i > 0 && (chain[i - 1]?.scope === 'ambiguous' || chain[i]?.scope === 'ambiguous')
        return (i > 0 ? (isLoose ? ' ?→ ' : ' → ') : '') + sourceName
      })
      .join('')
    seen.set(
      key,
      known ? { ...known, times: known.times + 1 } : { key, label, times: 1, hops: hopDrafts(occurrence, clues) },
    )
  }
  return [...seen.values()].sort((a, b) => b.times - a.times)
}
