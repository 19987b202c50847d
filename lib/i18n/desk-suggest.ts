import type { SuggestionKind } from '@/lib/domain/suggestion'
import type { Language } from '@/lib/domain/vocabulary'
import { deskSuggestEn } from './desk-suggest.en'
import { deskSuggestFr } from './desk-suggest.fr'

export type DeskSuggestWords = typeof deskSuggestEn
type Rule = { name: string; how: string }

/** What the desk says around suggestions. */
export const deskSuggestWords = (lang: Language): DeskSuggestWords => (lang === 'fr' ? deskSuggestFr : deskSuggestEn)

/** A rule in words; one that has none yet is shown by its code rather than hidden. */
export function ruleWords(lang: Language, kind: SuggestionKind, rule: string): Rule {
  const rules: Record<string, Rule> = deskSuggestWords(lang).rules[kind]
  return rules[rule] ?? { name: rule, how: '' }
}
