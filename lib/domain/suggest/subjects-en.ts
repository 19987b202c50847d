import { tensesOf } from './conjugate-en'
import type { Sentence, Token } from './document'
import type { Range } from './noun-phrases'
import type { LanguageRules } from './rules'
import { isAdverb, isTimeLike, type VerbGroup } from './verb-group'

/** The subject of an English verb. `start` is where what stands before it ends; `carried`: that of the verb before. */
export type EnglishSubject = { range: Range | null; start: number; carried: boolean; isRelative: boolean }

/** How far left of its verb a subject may start, in words. */
const REACH = 60
const RELATIVE = /^(?:who|which|that|whose)$/
const FINITE =
  /^(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|said|says)$/

/** "Charles Bolden, the agency's head, said", "who said", "In a statement, the governor said", "and said". */
export function englishSubject({ tokens }: Sentence, group: VerbGroup, rules: LanguageRules): EnglishSubject {
  let end = group.from
  while (end > 0 && (isAdverb(tokens[end - 1]?.low ?? '', rules) || isTimeLike(tokens[end - 1]))) end--
  const before = tokens[end - 1]
  const none = { range: null, start: end, carried: false, isRelative: false }
  if (!before) return none
  const isPronoun =
    rules.pronouns.has(before.low) || /^(?:everyone|everybody|nobody|someone|many|some|others)$/.test(before.low)
  const isAll = /^(?:all|both|each)$/.test(before.low) && rules.pronouns.has(tokens[end - 2]?.low ?? '')
  if (isAll) return { range: { from: end - 2, to: end - 1 }, start: end - 2, carried: false, isRelative: false }
  if (isPronoun) return { range: { from: end - 1, to: end }, start: end - 1, carried: false, isRelative: false }
  if (rules.conjunctions.has(before.low)) return { ...none, carried: true, isRelative: false }
  if (RELATIVE.test(before.low))
    return {
      ...phraseBefore(tokens, tokens[end - 2]?.text === ',' ? end - 2 : end - 1, rules),
      carried: false,
      isRelative: true,
    }
  if (before.quote !== null || /^[;:.!?–—-]$/.test(before.text)) return none
  const found = phraseBefore(tokens, end, rules)
  // "Two officials who spoke because they were not allowed to be named said": the subject of the whole, not of the reason.
  const isReason =
    found.range !== null &&
    /^(?:because|although|while)$/.test(tokens[found.range.from - 1]?.low ?? '') &&
    hasVerb(tokens, found.range)
  const whole = isReason ? englishMainSubject({ tokens }, found.start - 1, rules) : null
  return { ...(whole ? { range: whole, start: whole.from } : found), carried: false, isRelative: false }
}

/** The noun phrase that ends at `end`, with the appositions that close it. */
function phraseBefore(
  tokens: readonly Token[],
  end: number,
  rules: LanguageRules,
): { range: Range | null; start: number } {
  const floor = clauseFloor(tokens, end)
  const segments = segmentsBefore(tokens, floor, end)
  const last = segments.at(-1)
  if (!last) return { range: null, start: end }
  // A comma right before the verb closes an apposition: the phrase starts further left.
  let n = segments.length - 1
  if (tokens[end - 1]?.text === ',') {
    if (n < 1) return { range: null, start: end }
    n--
    while (n > 0 && isMore(tokens, segments[n] as Range, segments[n - 1] as Range, rules)) n--
  }
  const head = segments[n] as Range
  const from = phraseStart(tokens, head, rules)
  if (from === null) return { range: null, start: end }
  let to = end
  while (to > from && tokens[to - 1]?.text === ',') to--
  const relative = tokens.findIndex(
    ({ text, low }, i) =>
      i > from && i < to && (text === '(' || low === 'who' || (text === ',' && isAside(tokens[i + 1], rules))),
  )
  return { range: { from, to: relative > from ? relative : to }, start: from }
}

/** What a comma opens that is no part of who speaks: "who had fled", "for its part", "published on Friday". */
const isAside = (token: Token | undefined, rules: LanguageRules) =>
  token !== undefined &&
  (RELATIVE.test(token.low) ||
    (rules.prepositions.has(token.low) && token.low !== 'of') ||
    /^\p{Ll}+(?:ed|ing)$/u.test(token.text))

/** A subject does not reach over a mark that ends a clause, a quotation, "that" or "but". */
function clauseFloor(tokens: readonly Token[], end: number): number {
  for (let i = end - 1; i >= Math.max(0, end - REACH); i--) {
    const token = tokens[i] as Token
    if (token.text === '-' && tokens[i - 1]?.text === '-') return i + 1
    if (/^[;:()–—.!?]$/.test(token.text) && !isAbbreviation(tokens, i)) return i + 1
    if (token.quote !== null && token.end - token.start > 40) return i + 1
    if (/^(?:but|because|although|while|whereas|so)$/.test(token.low)) return i + 1
    if (token.low === 'that' && tokens[i - 1]?.text !== ',') return i + 1
  }
  return Math.max(0, end - REACH)
}

const isAbbreviation = (tokens: readonly Token[], i: number) =>
  tokens[i]?.text === '.' &&
  /^(?:mr|mrs|ms|dr|st|gen|col|sen|rep|gov|lt|sgt|capt|prof|\p{L})$/u.test(tokens[i - 1]?.low ?? '')

function segmentsBefore(tokens: readonly Token[], from: number, to: number): Range[] {
  const found: Range[] = []
  let start = from
  for (let i = from; i <= to; i++)
    if (i === to || tokens[i]?.text === ',' || tokens[i]?.quote != null) {
      if (i > start) found.push({ from: start, to: i })
      start = i + 1
    }
  return found
}

/** Whether a segment only says more of the one before: an age, a function without an article, "the head of …" behind a name. */
function isMore(tokens: readonly Token[], segment: Range, before: Range, rules: LanguageRules): boolean {
  const first = tokens[segment.from] as Token
  if (/^\d+$/.test(first.text) || RELATIVE.test(first.low) || /^(?:of|from|in|at|aged)$/.test(first.low)) return true
  const isNameBefore = /^\p{Lu}/u.test(tokens[before.to - 1]?.text ?? '') && !hasVerb(tokens, before)
  if (!isNameBefore) return false
  return !/^\p{Lu}/u.test(first.text) || rules.determiners.has(first.low)
}

const hasVerb = (tokens: readonly Token[], { from, to }: Range) =>
  tokens
    .slice(from, to)
    .some(({ low, text }) => !/^\p{Lu}/u.test(text) && (FINITE.test(low) || tensesOf(low).has('past')))

/** Where the phrase starts in its segment: behind "On Monday", "and", or behind the verb of another clause. */
function phraseStart(tokens: readonly Token[], segment: Range, rules: LanguageRules): number | null {
  let { from } = segment
  while (from < segment.to && isLead(tokens[from] as Token, rules)) from++
  if (from >= segment.to) return null
  const opens = tokens[from] as Token
  const isOpener = rules.openers.has(opens.low) || rules.prepositions.has(opens.low) || /[a-z]{3}ing$/.test(opens.low)
  if (!isOpener && !hasVerb(tokens, { from, to: segment.to })) return from
  let nearest: number | null = null
  for (let i = segment.to - 1; i > from; i--) {
    const before = tokens[i - 1] as Token
    const isStart = rules.determiners.has((tokens[i] as Token).low) || /^\p{Lu}/u.test((tokens[i] as Token).text)
    const isGoverned =
      rules.prepositions.has(before.low) ||
      rules.determiners.has(before.low) ||
      (/^\p{Lu}/u.test(before.text) && i - 1 > from) ||
      before.text === "'" ||
      before.text === '.'
    if (isStart && (!isGoverned || isTimeLike(before))) return i
    if (isStart && rules.prepositions.has(before.low)) nearest ??= i
  }
  // "drew criticism from the opposition, which demanded": better what a preposition governs than a whole clause.
  return isOpener ? null : (nearest ?? from)
}

const isLead = ({ low, text }: Token, rules: LanguageRules) =>
  rules.conjunctions.has(low) ||
  /^[-–—.,'"]$/.test(text) ||
  (isAdverb(low, rules) && !/^(?:also)$/.test(low)) ||
  /^(?:if|when|because|since|though|however)$/.test(low)

/** The subject of the first verb of a sentence: who "…, adding that" belongs to, whom a later pronoun may mean. */
export function englishMainSubject(
  { tokens }: Pick<Sentence, 'tokens'>,
  before: number,
  rules: LanguageRules,
): Range | null {
  for (let i = 1; i < Math.min(before, REACH); i++) {
    const { low, text, quote } = tokens[i] as Token
    if (quote !== null || /^\p{Lu}/u.test(text)) continue
    const tenses = tensesOf(low)
    const after = tokens[i + 1]
    const isVerb =
      FINITE.test(low) ||
      ((tenses.has('past') || tenses.has('third')) &&
        after !== undefined &&
        (after.quote !== null ||
          rules.determiners.has(after.low) ||
          rules.prepositions.has(after.low) ||
          rules.pronouns.has(after.low) ||
          /^(?:that|to|not|,|\.)$/.test(after.low)))
    if (!isVerb) continue
    const pronoun = tokens[i - 1] as Token
    if (rules.pronouns.has(pronoun.low)) return { from: i - 1, to: i }
    const { range } = phraseBefore(tokens, i, rules)
    if (range) return range
  }
  return null
}
