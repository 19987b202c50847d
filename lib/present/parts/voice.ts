import { originOf } from '@/lib/domain/chain'
import type { HopView, OccurrenceView } from '@/lib/domain/record'
import type { Language } from '@/lib/domain/vocabulary'
import { words } from '@/lib/i18n/words'

/** Whose voice a passage is: the first hop that speaks, else whoever carries it. */
export const voiceOf = (chain: readonly HopView[]): string => {
  const origin = originOf(chain)
  // Words without a source are the publisher's own narration.
  const speaks = origin?.role === 'unattributed' ? chain.at(-1) : origin
  return speaks?.sourceName ?? ''
}

/** What kind of passage it is, in words: "quotation, whole, translated". */
export const kindOf = (lang: Language, { kind, quoteScopes }: Pick<OccurrenceView, 'kind' | 'quoteScopes'>): string =>
  [words(lang).occurrenceKind[kind], ...quoteScopes.map((scope) => words(lang).quoteScope[scope])].join(', ')
