import { z } from 'zod'
import { CONFLICT_CLASSES, CONFLICT_TYPES } from './vocabulary'

const Why = z.object({ fr: z.string(), en: z.string() })
/** Two claims of the archive that may say the same. */
export const SuggestedMatch = z.object({ kind: z.literal('match'), why: Why })
/**
 * Two claims of the archive that may disagree: on what, and the words on which they do, first claim first. Those that were
 * kept before types were had one rule, about numbers.
 */
export const SuggestedDisagreement = z.object({
  kind: z.literal('conflict'),
  type: z.enum(CONFLICT_TYPES).default('number'),
  class: z.enum(CONFLICT_CLASSES).default('contradiction'),
  quotes: z.tuple([z.string(), z.string()]).nullable().default(null),
  why: Why,
})
export type SuggestedDisagreement = z.output<typeof SuggestedDisagreement>
/** What is proposed of two claims. It has no places in a text: the claims have theirs. */
export const SuggestedPair = z.discriminatedUnion('kind', [SuggestedMatch, SuggestedDisagreement])
export type SuggestedPair = z.output<typeof SuggestedPair>

/** What makes a proposal about two claims the same when it is found again, whatever rule finds it. */
export const pairKey = (value: SuggestedPair): string => (value.kind === 'match' ? 'match' : `conflict ${value.type}`)

type Side = { id: string; ref: string; slug: string; fr: string | null; en: string | null }
/** A pair as it is shown: both claims, the older one first. */
export type ShownPair = {
  id: string
  version: number
  rule: string
  confidence: number
  value: SuggestedPair
  a: Side
  b: Side
}

/** The words of both claims in the language a reader sees best: theirs when both have it, else one both have, else what there is. */
export function wordsOfPair({ a, b }: Pick<ShownPair, 'a' | 'b'>, lang: 'fr' | 'en') {
  const other = lang === 'fr' ? 'en' : 'fr'
  const shared = [lang, other].find((it): it is 'fr' | 'en' => a[it as 'fr'] !== null && b[it as 'fr'] !== null)
  return [a, b].map((side) => {
    const language = shared ?? (side[lang] === null ? other : lang)
    return { language, words: side[language] ?? '' }
  })
}
