import type { Doc, Sentence, Span, Token } from './document'
import { nounPhraseAt, type Range } from './noun-phrases'
import type { LanguageRules } from './rules'
import type { VerbGroup } from './verb-group'

/** What is handed over: its spans and whether it is a quotation, a report, or a report with quoted words. */
export type Content = { spans: Span[]; type: 'direct' | 'indirect' | 'mixed'; quotes: number[] }

const PUNCTUATION = /^[,;:.!?…–—-]$/

/** The tokens of a range as content. A range that is nothing but quotations is direct, marks left out. */
export function contentOf(doc: Doc, sentence: Sentence, range: Range): Content | null {
  let { from, to } = range
  const { tokens } = sentence
  while (from < to && PUNCTUATION.test(tokens[from]?.text ?? '')) from++
  while (to > from && PUNCTUATION.test(tokens[to - 1]?.text ?? '')) to--
  if (to <= from) return null
  const inside = tokens.slice(from, to)
  const quotes = inside.flatMap(({ quote }) => (quote === null ? [] : [quote]))
  const isOnlyQuotes = inside.every(
    (it) => it.quote !== null || PUNCTUATION.test(it.text) || /^(?:et|and|puis)$/.test(it.low),
  )
  if (isOnlyQuotes) return { spans: quotes.map((n) => doc.quotations[n]?.inner as Span), type: 'direct', quotes }
  const span = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
  // A quotation with a small word before it ("comme « … »", "à « … »") is a quotation.
  return { spans: [span], type: quotes.length > 0 ? 'mixed' : 'indirect', quotes }
}

/**
 * Where a reported clause that starts at `from` ends: at the end of the sentence, at a semicolon, or before what belongs
 * to the writer again: another cue of the same subject, "selon …", an inverted verb.
 */
export function clauseEnd(
  sentence: Sentence,
  from: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): number {
  const { tokens } = sentence
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.text === ';') return i
    // "…, ce que dément la direction": what is said of the clause is no part of it.
    if (token.text === ',' && tokens[i + 1]?.low === 'ce' && /^qu(?:e|'|i)$/.test(tokens[i + 2]?.low ?? '')) return i
    const isBreak = token.text === ',' || /^(?:et|mais|puis|and|but)$/.test(token.low)
    if (!isBreak) continue
    const next = token.text === ',' && /^(?:et|mais|puis|and|but)$/.test(tokens[i + 1]?.low ?? '') ? i + 2 : i + 1
    const resumes = groups.find((it) => it.from === next || it.from === next + 1)
    if (resumes && resumes.from > from && endsHere(tokens, resumes, next, rules)) return i
    if (token.text === ',' && accordingAt(tokens, i + 1, rules) !== null && !isInfix(tokens, i + 1)) return i
    if (rules.language === 'en' && token.text === ',' && isAnotherVoice(tokens, i, groups)) return i
    if (
      token.text === ',' &&
      rules.language === 'en' &&
      /^(?:according|adding|saying|he|she|it|they)$/.test(tokens[i + 1]?.low ?? '') &&
      groups.some((it) => it.from === i + 2)
    )
      return i
  }
  return tokens.length
}

/** "…, but the government insisted that …", "…, the agency reported.": English hands over to somebody else. */
function isAnotherVoice(tokens: readonly Token[], comma: number, groups: readonly VerbGroup[]): boolean {
  const next = groups.find((it) => it.from > comma + 1 && it.form === 'finite')
  if (!next || next.from - comma > 9) return false
  if (tokens.slice(comma + 1, next.from).some(({ text }) => text === ',')) return false
  const joins = /^(?:and|but|while|though|although)$/.test(tokens[comma + 1]?.low ?? '')
  return joins || tokens.slice(next.to + 1).every(({ text }) => /^[.!?)]$/.test(text))
}

/** "est, selon lui, une substance": the report goes on behind the second comma. */
const isInfix = (tokens: readonly Token[], at: number) => {
  const comma = tokens.findIndex(({ text }, i) => i > at && text === ',')
  return comma > 0 && comma - at <= 4
}

/** A cue resumes when it follows the break at once: "…, a-t-il ajouté", "… et a appelé à", "…, affirmant que". */
function endsHere(tokens: readonly Token[], group: VerbGroup, next: number, rules: LanguageRules): boolean {
  if (group.inverted !== null || group.form === 'present') return true
  if (group.form === 'infinitive' || group.form === 'passive') return false
  // "et affirme": no subject of its own between the break and the verb, and something a cue wants behind it.
  if (group.from !== next) return false
  const after = tokens[group.to + 1]
  return (
    after !== undefined &&
    (rules.that.has(after.low) || after.text === ':' || after.quote !== null || nounPhraseLike(after, rules))
  )
}

const nounPhraseLike = (token: Token, rules: LanguageRules) =>
  rules.determiners.has(token.low) || /^(?:à|to|de|d'|avoir|être)$/.test(token.low) || /^\p{Lu}/u.test(token.text)

/** Where a prepositional cue that starts at `at` ends, or null: "Selon", "D'après", "aux dires de". */
export function accordingAt(
  tokens: readonly Token[],
  at: number,
  rules: LanguageRules,
): { to: number; index: number } | null {
  for (const index of rules.accordingBy.get(tokens[at]?.low ?? '') ?? []) {
    const words = rules.according[index]?.words ?? []
    if (!words.every((word, k) => tokens[at + k]?.low === word)) continue
    const after = tokens[at + words.length]?.low ?? ''
    if (/^(?:moi|toi|que|qu'|lequel|laquelle|lesquels|lesquelles|midi|-|quoi|les-cas)$/.test(after)) return null
    return { to: at + words.length, index }
  }
  return null
}

/** The noun phrase a cue takes as its content: "la prise de la localité de Kona", up to the end of the clause. */
export function objectAt(
  sentence: Sentence,
  at: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Range | null {
  const { tokens } = sentence
  const first = tokens[at]
  if (!first || first.quote !== null) return null
  const isBare =
    rules.language === 'en' &&
    /^\p{Ll}{3,}$/u.test(first.text) &&
    ![rules.prepositions, rules.conjunctions, rules.relatives, rules.that, rules.adverbs].some((it) =>
      it.has(first.low),
    )
  if (!isBare && !rules.determiners.has(first.low) && nounPhraseAt(sentence, at, rules) === null) return null
  const stop = clauseEnd(sentence, at, groups, rules)
  for (let i = at; i < stop; i++) {
    const token = tokens[i] as Token
    if (
      /^[,:()]$/.test(token.text) ||
      (rules.language === 'fr' && /^(?:alors|tandis|lors|après|avant|afin|lorsque|pour)$/.test(token.low)) ||
      (rules.language === 'en' && /^(?:after|before|when|while|as)$/.test(token.low))
    )
      return i > at ? { from: at, to: i } : null
    if (token.text === '.' && i === tokens.length - 1) return { from: at, to: i }
  }
  return stop > at ? { from: at, to: stop } : null
}
