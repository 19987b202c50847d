import type { CueClass } from './attribution'

/** A prepositional cue: its words, and whether it needs a quotation or a pronoun to count. */
export type AccordingCue = { words: readonly string[]; cueClass: CueClass; isWeak: boolean }

/** Where the cues that start with each word stand in their table. */
export function byFirstWord(cues: readonly AccordingCue[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  cues.forEach(({ words: [first = ''] }, at) => {
    places.set(first, [...(places.get(first) ?? []), at])
  })
  return places
}
