import { tensesOf } from './conjugate-en'
import type { Token } from './document'
import type { LanguageRules } from './rules'
import { isAdverb } from './verb-group'

const SUBJECTS = /^(?:i|he|she|we|they)$/
const OPEN_PRONOUN =
  /^(?:it|you|this|that|these|those|everyone|everybody|nobody|someone|somebody|anyone|nothing|everything|something)$/
const OBJECTS = /^(?:him|them|me|us|himself|herself|itself|themselves|myself|who)$/
const FINITE =
  /^(?:am|is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|cannot|isn|aren|wasn|weren|don|doesn|didn|won|wouldn|couldn|hasn|haven|hadn|shouldn|ca|wo)$/
const CLOSES = /^(?:because|if|after|before|while|when|as|although|though|than|unless|like|such|but)$/
const WH = /^(?:what|why|how|where|when|who|which|whether|if)$/
/** How far from its subject the verb of a clause may stand. */
const REACH = 28

export const isWh = (low: string): boolean => WH.test(low)

/**
 * Whether a clause with a subject and a verb of its own starts at `at`. A strict reading wants it where a noun phrase
 * could stand too ("announced the locations that would …" has none).
 */
export function startsClause(tokens: readonly Token[], at: number, isStrict: boolean, rules: LanguageRules): boolean {
  const first = tokens[at]
  if (!first || !/^[\p{L}\d]/u.test(first.text)) return false
  let next = at + 1
  while (isAdverb(tokens[next]?.low ?? '', rules) || /^(?:all|both|each)$/.test(tokens[next]?.low ?? '')) next++
  if (SUBJECTS.test(first.low)) return /^[\p{L}']/u.test(tokens[next]?.text ?? '') && !isSmall(tokens[next]?.low, rules)
  if (first.low === 'there') return isFiniteAt(tokens, next, rules)
  if (OBJECTS.test(first.low) || rules.prepositions.has(first.low) || CLOSES.test(first.low)) return false
  if (OPEN_PRONOUN.test(first.low) && isFiniteAt(tokens, next, rules)) return true
  if (/^(?:it|you)$/.test(first.low) || rules.conjunctions.has(first.low) || first.low === 'to') return false
  return hasOwnVerb(tokens, at, isStrict, rules)
}

const isSmall = (low: string | undefined, rules: LanguageRules) =>
  low === undefined || rules.prepositions.has(low) || rules.conjunctions.has(low) || rules.determiners.has(low)

/** "it's", "they 'd": an auxiliary of one or two letters behind an apostrophe. */
const isContraction = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === "'" && /^(?:s|re|m|d|ll|ve)$/.test(tokens[at + 1]?.low ?? '')

function isFiniteAt(tokens: readonly Token[], at: number, rules: LanguageRules): boolean {
  const low = tokens[at]?.low ?? ''
  if (FINITE.test(low) || isContraction(tokens, at)) return true
  const tenses = tensesOf(low)
  return (tenses.has('third') || tenses.has('past') || tenses.has('base')) && !rules.prepositions.has(low)
}

/** Scans a noun phrase for the verb it is the subject of, over coordination, of-phrases, relative clauses and appositions. */
function hasOwnVerb(tokens: readonly Token[], at: number, isStrict: boolean, rules: LanguageRules): boolean {
  let relatives = 0
  const end = Math.min(tokens.length, at + REACH)
  for (let i = at + 1; i < end; i++) {
    const token = tokens[i] as Token
    const { low } = token
    if (/^[;:.!?()]$/.test(token.text) || CLOSES.test(low)) return false
    if (token.quote !== null || token.text === ',') {
      if (isStrict) return false
      // said the minister "has full confidence"; "adding the words « … »" is none.
      if (token.quote !== null)
        return !/^(?:words?|phrase|term|title|name|slogan|a|an|the)$/.test(tokens[i - 1]?.low ?? '')
      const close = tokens.findIndex(({ text }, k) => k > i && k < i + 14 && text === ',')
      if (close < 0) return false
      i = close
      continue
    }
    if (
      /^(?:that|which|who|where|whose)$/.test(low) ||
      WH.test(low) ||
      SUBJECTS.test(low) ||
      (low === 'you' && isStrict)
    ) {
      if (isStrict) return false
      relatives++
      continue
    }
    if (low === 'to') {
      if (isStrict && tensesOf(tokens[i + 1]?.low ?? '').has('base')) return false
      if (tensesOf(tokens[i + 1]?.low ?? '').has('base')) i++
      continue
    }
    const isCoordinated = rules.conjunctions.has(tokens[i - 1]?.low ?? '') && i - 1 > at
    if (FINITE.test(low) || standsAsVerb(tokens, i, isStrict, rules)) {
      if (isStrict && isCoordinated) return false
      if (relatives > 0) relatives--
      else return true
    }
  }
  return false
}

const ARTICLES = /^(?:the|a|an|his|her|its|their|our|my|your|this|these|those|no|every|each|some|any|more|of|and|or)$/

/** A lexical verb in the past or the present, told from an adjective or a noun by its neighbours. */
function standsAsVerb(tokens: readonly Token[], at: number, isStrict: boolean, rules: LanguageRules): boolean {
  const token = tokens[at] as Token
  if (/^\p{Lu}/u.test(token.text)) return false
  const tenses = tensesOf(token.low)
  if (tenses.size === 0) return false
  const before = tokens[at - 1]?.low ?? ''
  const after = tokens[at + 1]
  if (ARTICLES.test(before) || rules.prepositions.has(before) || !after) return false
  if (after.low === 'by' && tenses.has('participle')) return false
  const opensObject =
    rules.determiners.has(after.low) ||
    /^(?:that|it|him|them|me|us|you|i|he|she|we|they|not|to)$/.test(after.low) ||
    /^[\p{Lu}\d]/u.test(after.text)
  const goesOn =
    opensObject ||
    (!isStrict &&
      (rules.prepositions.has(after.low) ||
        rules.conjunctions.has(after.low) ||
        isAdverb(after.low, rules) ||
        /ing$/.test(after.low) ||
        /^[.,?!]$/.test(after.text)))
  if (tenses.has('past'))
    return goesOn || !tenses.has('participle') || (isPluralNoun(before) && !rules.prepositions.has(after.low))
  // "the exhibit identifies local artists": an article, a noun, and what agrees with it.
  const isHeaded =
    !isStrict && (rules.determiners.has(tokens[at - 2]?.low ?? '') || /^\p{Lu}/u.test(tokens[at - 1]?.text ?? ''))
  if (tenses.has('third')) return (goesOn || isHeaded) && !isPluralNoun(before)
  return tenses.has('base') && (goesOn || !isStrict) && isPluralNoun(before)
}

const isPluralNoun = (low: string) => /[^su]s$/.test(low) || /^(?:people|police|men|women|media)$/.test(low)
