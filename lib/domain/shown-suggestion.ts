import type { CodePoints, Span } from './quote'
import { type ClaimOfSuggestion, claimOfSuggestion } from './suggested-claim'
import { hullOf, type SuggestedValue, type SuggestionView } from './suggestion'
import type { SourceKind } from './vocabulary'

/** A place in the text with its words, so that it can be quoted and gone to. */
export type QuotedPlace = Span & { words: string }
type Base = Omit<SuggestionView, 'value' | 'status' | 'decidedBy'> & { places: QuotedPlace[] }
type ValueOf<K extends SuggestedValue['kind']> = Extract<SuggestedValue, { kind: K }>
/** A suggestion as it is shown: the places it rests on, and what deciding about it needs. */
export type ShownSuggestion =
  | (Base & {
      kind: 'claim'
      value: ValueOf<'claim'>
      cueWords: string | null
      claim: ClaimOfSuggestion
      exact: string
    })
  | (Base & { kind: 'name'; value: ValueOf<'name'> })
  /** `refs` are the claims its places belong to; a conflict is marked between two claims at least. */
  | (Base & { kind: 'conflict'; value: ValueOf<'conflict'>; refs: string[]; unclaimed: QuotedPlace[] })

type Around = {
  sources: readonly { id: string; name: string; kind: SourceKind }[]
  publisherId: string | null
  taken: readonly (Span & { claimRef: string })[]
}

/** Suggestions in the order of the text. */
export function shownSuggestions(
  text: CodePoints,
  open: readonly SuggestionView[],
  { sources, publisherId, taken }: Around,
): ShownSuggestion[] {
  const place = ({ start, end }: Span): QuotedPlace => ({ start, end, words: text.slice(start, end) })
  const shown = open.map(({ value, status: _status, decidedBy: _by, ...it }): ShownSuggestion => {
    if (value.kind === 'claim') {
      const claim = claimOfSuggestion(text, value, { sources, publisherId })
      return {
        ...it,
        kind: 'claim',
        value,
        claim,
        exact: text.slice(claim.span.start, claim.span.end),
        cueWords: value.cue && text.slice(value.cue.start, value.cue.end),
        places: value.content.map(place),
      }
    }
    if (value.kind === 'name')
      return { ...it, kind: 'name', value, places: value.surfaces.flatMap(({ spans }) => spans.slice(0, 1).map(place)) }
    const places = value.spans.map(place)
    const claimed = places.map((span) => claimAt(taken, span))
    return {
      ...it,
      kind: 'conflict',
      value,
      places,
      refs: [...new Set(claimed.filter((ref) => ref !== null))],
      unclaimed: places.filter((_, i) => claimed[i] === null),
    }
  })
  const startOf = ({ places }: ShownSuggestion) => hullOf(places).start
  return shown.sort((a, b) => startOf(a) - startOf(b))
}

/** The claim that has most of a place's words, or null when none touches it. */
function claimAt(taken: Around['taken'], { start, end }: Span): string | null {
  let best: { ref: string; shared: number } | null = null
  for (const it of taken) {
    const shared = Math.min(end, it.end) - Math.max(start, it.start)
    if (shared > 0 && shared > (best?.shared ?? 0)) best = { ref: it.claimRef, shared }
  }
  return best?.ref ?? null
}
