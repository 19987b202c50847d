import type { Attribution } from './attribution'
import type { Span } from './document'
import { startingConfidence } from './rule-starts'

/** Something else than the rules that proposes attributions: a model, behind one interface. It names words, never places. */
export interface Proposer {
  /** Who proposed, kept with every suggestion: "model:…". */
  readonly id: string
  /** Words found in the text; throws when the provider does not answer, or answers nonsense. */
  propose(text: string, language: 'fr' | 'en', signal: AbortSignal): Promise<VerbatimProposal[]>
}
/** What a provider, if there is one, came to: not configured, not sent the text, not heard, or heard. */
export type ModelAnswer = 'off' | 'withheld' | 'failed' | 'heard'
/** What a provider says: strings it claims stand in the text, letter for letter. */
export type VerbatimProposal = { content: string; source: string | null; cue: string | null; direct: boolean }

/** Shortest words that may be looked up: fewer stand in too many places. In code points. */
const SHORTEST = 12
/** Most proposals that are looked at; a provider that says more is cut off. */
export const MOST_PROPOSALS = 100

/**
 * The proposals whose every word stands in the text, as attributions. What is not there letter for letter, stands in two
 * places, or overlaps what the rules found already is dropped. Offsets are code points.
 */
export function anchored(
  text: string,
  proposals: readonly VerbatimProposal[],
  found: readonly Attribution[],
): Attribution[] {
  const points = [...text]
  const kept: Attribution[] = []
  for (const { content, source, cue, direct } of proposals.slice(0, MOST_PROPOSALS)) {
    const span = onlyPlace(text, content)
    if (!span || points.slice(span.start, span.end).length < SHORTEST) continue
    if ([...found, ...kept].some((it) => it.content.some((other) => span.start < other.end && other.start < span.end)))
      continue
    const who = source === null ? null : nearestPlace(text, source, span)
    if (source !== null && who === null) continue
    kept.push({
      content: [span],
      type: direct ? 'direct' : 'indirect',
      cue: cue === null ? null : nearestPlace(text, cue, span),
      source: who,
      sourceName: source,
      via: [],
      cueClass: 'say',
      hedged: false,
      rule: 'model',
      confidence: startingConfidence('claim', 'model'),
    })
  }
  return kept
}

const lengthOf = (words: string) => [...words].length

function placesOf(text: string, words: string): Span[] {
  if (words.trim() === '') return []
  const found: Span[] = []
  for (let at = text.indexOf(words); at >= 0 && found.length < 50; at = text.indexOf(words, at + 1)) {
    const start = lengthOf(text.slice(0, at))
    found.push({ start, end: start + lengthOf(words) })
  }
  return found
}

const onlyPlace = (text: string, words: string): Span | null => {
  const places = placesOf(text, words)
  return places.length === 1 ? (places[0] ?? null) : null
}

const nearestPlace = (text: string, words: string, to: Span): Span | null =>
  placesOf(text, words).sort((a, b) => Math.abs(a.start - to.start) - Math.abs(b.start - to.start))[0] ?? null
