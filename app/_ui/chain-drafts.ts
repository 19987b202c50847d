import type { OccurrenceView } from '@/lib/domain/record'
import type { HopDraft } from './chain-editor.client'

/** The chains of a dispatch, each once, as drafts to start from. */
export function chainsOf(
  occurrences: readonly OccurrenceView[],
  hops: Readonly<Record<string, readonly string[]>>,
): { label: string; hops: HopDraft[] }[] {
  const seen = new Map<string, HopDraft[]>()
  for (const { id, chain } of occurrences) {
    const label = chain
      .map(({ sourceName, scope }, i) => (i > 0 ? (scope === 'ambiguous' ? ' ?→ ' : ' → ') : '') + sourceName)
      .join('')
    if (!seen.has(label))
      seen.set(
        label,
        chain.map((hop, i) => ({
          key: `${id}-${i}`,
          sourceId: hops[id]?.[i] ?? '',
          role: hop.role,
          verb: hop.verb ?? '',
          medium: hop.medium ?? '',
          language: hop.language ?? '',
          isAmbiguous: hop.scope === 'ambiguous',
        })),
      )
  }
  return [...seen].map(([label, drafts]) => ({ label, hops: drafts }))
}
