import type { Sentence, Token } from './document'
import type { LanguageRules } from './rules'
import type { VerbGroup } from './verb-group'
import { englishGroupAt } from './verb-groups-en'
import { frenchGroupAt } from './verb-groups-fr'

/** Every reporting verb of a sentence that is a verb there, left to right. */
export function verbGroups(sentence: Sentence, rules: LanguageRules): VerbGroup[] {
  const found: VerbGroup[] = []
  const { tokens } = sentence
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    const forms = token && rules.forms.get(token.low)
    if (!token || !forms || isNameLike(tokens, i)) continue
    const groupAt = rules.language === 'en' ? englishGroupAt : frenchGroupAt
    const group = groupAt(tokens, i, forms, rules)
    if (group && !(found.at(-1) && (found.at(-1) as VerbGroup).to >= group.from)) found.push(group)
  }
  return found
}

/** "Juge" with a capital inside a sentence is a name or a title. */
const isNameLike = (tokens: readonly Token[], i: number) => i > 0 && /^\p{Lu}/u.test(tokens[i]?.text ?? '')
