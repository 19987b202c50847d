import type { Sentence, Token } from './document'
import { hasFiniteVerb, nounPhraseAt, type Range } from './noun-phrases'
import type { LanguageRules } from './rules'
import { isAdverb, type VerbGroup } from './verb-group'

/**
 * The subject that stands before a French verb: "Arié Bensemhoun, président de la communauté juive de Toulouse, a déclaré".
 * Null when the verb opens its clause. `carried` says that the subject is the one of the verb before ("… et a ajouté").
 */
export function subjectBefore(
  sentence: Sentence,
  group: VerbGroup,
  rules: LanguageRules,
): { range: Range | null; carried: boolean } {
  const { tokens } = sentence
  let end = group.from
  while (end > 0 && isAdverb(tokens[end - 1]?.low ?? '', rules) && !isTimeWord(tokens[end - 1]?.low ?? '')) end--
  const before = tokens[end - 1]
  if (!before) return { range: null, carried: false }
  if (rules.conjunctions.has(before.low)) return { range: null, carried: true }
  if (rules.relatives.has(before.low) && before.low !== 'dont')
    return { range: antecedent(tokens, tokens[end - 2]?.text === ',' ? end - 2 : end - 1, rules), carried: false }
  if (rules.pronouns.has(before.low) && before.low !== 'ce')
    return { range: { from: end - 1, to: end }, carried: false }
  const floor = clauseStart(tokens, end, rules)
  const segments = segmentsOf(tokens, floor, end)
  // What closes with a comma right before the verb is an apposition or a circumstance: the subject is further left.
  while (
    segments.length > 1 &&
    isOpener(tokens, segments[0] as Range, rules) &&
    !isApposition(tokens, segments[1] as Range, rules)
  )
    segments.shift()
  // "Les syndicats de la mine, dans le sud du pays, ont annoncé": where it is stands between commas.
  while (segments.length > 1 && before.text === ',' && isPlace(tokens, segments.at(-1) as Range)) segments.pop()
  const first = segments[0]
  const last = segments.at(-1)
  if (!first || !last) return { range: null, carried: false }
  const whole = withoutOpener(tokens, { from: first.from, to: last.to }, rules)
  if (!whole) return { range: null, carried: false }
  if (segments.length === 1 && hasFiniteVerb(tokens, whole, rules))
    return { range: tail(sentence, whole, rules), carried: false }
  return { range: trimmed(sentence, whole, rules), carried: false }
}

const isPlace = (tokens: readonly Token[], { from }: Range) =>
  /^(?:dans|à|au|aux|en|près|sur)$/.test(tokens[from]?.low ?? '')

const isTimeWord = (low: string) =>
  /^(?:hier|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/.test(low)

/** A clause starts after a mark that ends one, after "que", or after a quotation. */
function clauseStart(tokens: readonly Token[], end: number, rules: LanguageRules): number {
  for (let i = end - 1; i >= 0; i--) {
    const token = tokens[i] as Token
    if (/^[;:()–—]$/.test(token.text)) return i + 1
    if (token.quote !== null && token.end - token.start > 80) return i + 1
    if (rules.that.has(token.low)) return i + 1
    // "une mine d'or", "un car": only a clause that begins with them.
    if (token.low === 'mais' || (/^(?:car|or)$/.test(token.low) && /^[,;]?$/.test(tokens[i - 1]?.text ?? '')))
      return i + 1
  }
  return 0
}

function segmentsOf(tokens: readonly Token[], from: number, to: number): Range[] {
  const found: Range[] = []
  let start = from
  for (let i = from; i <= to; i++)
    if (i === to || tokens[i]?.text === ',') {
      if (i > start) found.push({ from: start, to: i })
      start = i + 1
    }
  return found
}

const isOpener = (tokens: readonly Token[], { from }: Range, rules: LanguageRules) => {
  const first = tokens[from]
  if (!first) return true
  if (/^(?:le|the)$/.test(first.low) && /^\d/.test(tokens[from + 1]?.text ?? '')) return true
  if (/^\d+$/.test(first.text) && rules.months.has(tokens[from + 1]?.low ?? '')) return true
  return (
    rules.openers.has(first.low) ||
    isAdverb(first.low, rules) ||
    /(?:ant|ing)$/.test(first.low) ||
    first.text === '-' ||
    first.quote !== null
  )
}

/** "Tout comme Nadine Morano, ex-députée UMP, …": a function without an article says more of the name before it. */
const isApposition = (tokens: readonly Token[], { from }: Range, rules: LanguageRules) =>
  rules.roles.has((tokens[from]?.low ?? '').replace(/^(?:ex|vice)-/, ''))

/** Drops what opens the sentence without a comma: "En février 2009 le groupe", "Dans un communiqué l'armée", "- Le groupe". */
function withoutOpener(tokens: readonly Token[], range: Range, rules: LanguageRules): Range | null {
  let { from } = range
  while (
    from < range.to &&
    (rules.conjunctions.has(tokens[from]?.low ?? '') ||
      /^[-–—.,]$/.test(tokens[from]?.text ?? '') ||
      isAdverb(tokens[from]?.low ?? '', rules))
  )
    from++
  if (from >= range.to) return null
  if (!isOpener(tokens, { from, to: range.to }, rules)) return { from, to: range.to }
  const name = tokens.findIndex(
    ({ text }, i) =>
      i > from && i < range.to && /^\p{Lu}/u.test(text) && !rules.prepositions.has(tokens[i - 1]?.low ?? ''),
  )
  if (/^(?:tout|comme|mais|et|ainsi)$/.test(tokens[from]?.low ?? '') && name > 0) return { from: name, to: range.to }
  // The last determiner or name that is not governed by a preposition opens the subject.
  for (let i = range.to - 1; i > from + 1; i--) {
    const before = tokens[i - 1]?.low ?? ''
    const opens =
      rules.determiners.has(tokens[i]?.low ?? '') && !rules.prepositions.has(before) && !rules.determiners.has(before)
    if (opens) return { from: i, to: range.to }
  }
  return null
}

/** The noun phrase right before the verb when a whole clause stands before it. */
function tail(sentence: Sentence, { from, to }: Range, rules: LanguageRules): Range | null {
  for (let i = to - 1; i >= from; i--) {
    const found = nounPhraseAt(sentence, i, rules)
    const before = sentence.tokens[i - 1]?.low ?? ''
    if (
      found &&
      found.to === to &&
      !rules.prepositions.has(before) &&
      rules.determiners.has(sentence.tokens[i]?.low ?? '')
    )
      return found
  }
  return null
}

/** Without the relative clause that stands between the phrase and its verb: "le chercheur, qui a dirigé l'étude, affirme". */
function trimmed(sentence: Sentence, range: Range, rules: LanguageRules): Range {
  const { tokens } = sentence
  for (let i = range.from + 1; i < range.to; i++)
    if ((rules.relatives.has(tokens[i]?.low ?? '') || tokens[i]?.text === '(') && i > range.from) {
      const to = tokens[i - 1]?.text === ',' ? i - 1 : i
      if (to > range.from) return { from: range.from, to }
    }
  return range
}

/** The noun phrase a relative pronoun stands for. */
function antecedent(tokens: readonly Token[], end: number, rules: LanguageRules): Range | null {
  for (let i = end - 1; i >= 0 && i > end - 14; i--) {
    const before = tokens[i - 1]
    const opens = rules.determiners.has(tokens[i]?.low ?? '') || /^\p{Lu}/u.test(tokens[i]?.text ?? '')
    if (!opens) continue
    if (
      !before ||
      /^[,;:.]$/.test(before.text) ||
      before.quote !== null ||
      (!rules.prepositions.has(before.low) && !/^\p{Lu}/u.test(before.text) && !rules.determiners.has(before.low))
    )
      return { from: i, to: end }
  }
  return null
}

/** The first noun phrase of a sentence that is its subject: who a gerund or "avant d'ajouter" belongs to. */
export function mainSubject(sentence: Sentence, before: number, rules: LanguageRules): Range | null {
  const { tokens } = sentence
  for (const segment of segmentsOf(tokens, 0, before)) {
    if (isOpener(tokens, segment, rules)) continue
    const found = nounPhraseAt(sentence, segment.from, rules)
    if (found) return found
  }
  return null
}
