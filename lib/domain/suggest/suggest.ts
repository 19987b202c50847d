import type { Attribution } from './attribution'
import type { ConflictSuggestion } from './conflict-suggestion'
import { conflictsOf } from './conflicts'
import { readDocument } from './document'
import { framesOf } from './frames'
import { languageOf } from './language'
import { type KnownNames, type NameSuggestion, NOTHING_KNOWN, nameSuggestions } from './names'
import { attributionsOf } from './suggest-attributions'

/** What the machine proposes about a text. Nothing of it is a claim, a link or a conflict before a named person says so. */
export type Suggestions = {
  language: 'fr' | 'en'
  attributions: Attribution[]
  names: NameSuggestion[]
  conflicts: ConflictSuggestion[]
}
export type SuggestOptions = { language?: 'fr' | 'en' | 'auto'; published?: string | null; known?: KnownNames }

/**
 * Reads a dispatch: who says what, which names may be one, what disagrees. Pure: the same text, tables and gazetteer give
 * the same answer. Offsets are code points of the text as given.
 */
export function suggest(
  text: string,
  { language = 'auto', published = null, known = NOTHING_KNOWN }: SuggestOptions = {},
): Suggestions {
  const doc = readDocument(text)
  const spoken = language === 'auto' ? languageOf(doc.shadow) : language
  const attributions = attributionsOf(doc, spoken)
  const names = nameSuggestions(doc, known)
  const frames = framesOf(doc, spoken, attributions)
  const { placeIds } = known
  const conflicts = conflictsOf({ doc, language: spoken, attributions, names, frames, placeIds, published })
  return { language: spoken, attributions, names, conflicts }
}
