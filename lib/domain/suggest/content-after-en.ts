import type { AttributionRule, CueClass } from './attribution'
import { isWh, startsClause } from './clause-en'
import { tensesOf } from './conjugate-en'
import { type Content, clauseEnd, contentOf, objectAt } from './content'
import type { Doc, Sentence, Token } from './document'
import { hasFiniteVerb, type Range } from './noun-phrases'
import type { LanguageRules } from './rules'
import { allows, allowsReport, isAdverb, isTimeLike, type VerbGroup } from './verb-group'

/** A sentence with what stands around it. */
export type Here = {
  doc: Doc
  sentence: Sentence
  groups: readonly VerbGroup[]
  rules: LanguageRules
  previous: Sentence | null
  next: Sentence | null
}
export type After = { content: Content; rule: AttributionRule; isPlain: boolean; cueClass?: CueClass }

/** How far behind its verb what it reports may start, in words. */
const REACH = 22
/** Verbs that name their listener first: "told reporters that", "warned residents to leave". */
const WITH_LISTENER = /^(?:tell|warn|remind|assure|inform|notify|advise|ask)$/
/** Verbs that ask for something of somebody: "urged both sides to show restraint". */
const WITH_ORDER = /^(?:urge|ask|order|press|implore|beg|tell|warn|advise|call)$/
const WITH_WH =
  /^(?:know|ask|wonder|tell|explain|announce|decide|understand|realize|realise|remember|forget|hear|learn|discuss|reveal|show|imagine|question|inquire|discover|see|say)$/
const WITH_IF = /^(?:know|ask|wonder|tell|say|question|inquire|doubt|speculate)$/
const WITH_WHEN = /^(?:know|ask|wonder|remember|tell|forget|understand|announce|reveal|decide)$/
/** Verbs of the senses: what they take is seen unless a pronoun or "that" shows a clause. */
const SENSES = /^(?:see|hear|watch|notice|remember)$/

/** What stands behind an English cue, by the first frame that fits. */
export function englishAfter(here: Here, group: VerbGroup): After | null {
  const { tokens } = here.sentence
  const lemma = group.forms[0]?.lemma ?? ''
  const first = group.to + 1
  const listener = WITH_LISTENER.test(lemma) ? listenerEnd(here, first) : first
  const order = WITH_ORDER.test(lemma) ? orderAfter(here, first, lemma) : null
  if (order) return order
  const naming = allows(group, 'name') ? namingAfter(here, first, lemma) : null
  if (naming) return naming
  // "claimed Thursday to have seized": the day stands between.
  const to = isTimeLike(tokens[first]) ? first + 1 : first
  const isTo = tokens[to]?.low === 'to' && allows(group, 'infinitive')
  const at = isTo ? to : behindCircumstances(here, listener)
  const token = tokens[at]
  if (!token) return null
  const quote =
    token.quote !== null ? at : /^[,:–—-]$/.test(token.text) && tokens[at + 1]?.quote != null ? at + 1 : null
  if (quote !== null && allowsReport(group)) return made(here, quotesFrom(tokens, quote), 'quoted')
  if (token.text === ':' && allowsReport(group) && at === listener)
    return made(here, { from: at + 1, to: clauseEnd(here.sentence, at + 1, here.groups, here.rules) }, 'quoted')
  if (/^(?:tell|assure|remind|inform|notify)$/.test(lemma) && listener === first) return null
  const clause = clauseAt(here, group, lemma, at) ?? (at === listener ? null : clauseAt(here, group, lemma, listener))
  if (clause) return clause
  if (
    token.low === 'to' &&
    isTo &&
    allows(group, 'infinitive') &&
    /^\p{Ll}{2,}$/u.test(tokens[at + 1]?.text ?? '') &&
    !here.rules.determiners.has(tokens[at + 1]?.low ?? '')
  )
    return made(here, { from: at, to: clauseEnd(here.sentence, at, here.groups, here.rules) }, 'infinitive')
  if (allows(group, 'noun') && !group.isNegated && !isBarePronoun(tokens, at))
    return made(here, objectAt(here.sentence, at, here.groups, here.rules), 'noun')
  return null
}

/** "will demand this of any site": a pronoun tells the reader nothing. */
const isBarePronoun = (tokens: readonly Token[], at: number) =>
  /^(?:this|that|these|those|it|him|her|them)$/.test(tokens[at]?.low ?? '') &&
  !/^\p{Ll}{4,}$/u.test(tokens[at + 1]?.text ?? '')

function made({ doc, sentence }: Here, range: Range | null, rule: AttributionRule, isPlain = true): After | null {
  const content = range && contentOf(doc, sentence, range)
  return content ? { content, rule, isPlain } : null
}

/** A clause with "that", with "whether" or "what", or with nothing before its subject. */
function clauseAt(here: Here, group: VerbGroup, lemma: string, at: number): After | null {
  const { sentence, groups, rules } = here
  const { tokens } = sentence
  const low = tokens[at]?.low ?? ''
  if (isTimeLike(tokens[at])) return null
  const to = clauseEnd(sentence, at, groups, rules)
  const takesClause = allows(group, 'clause') || allows(group, 'mind')
  if (low === 'that' && takesClause) {
    const isStrict = !allows(group, 'clause')
    // "that, over the last months, …": a circumstance first.
    const comma = tokens[at + 1]?.text === ',' ? tokens.findIndex(({ text }, i) => i > at + 1 && text === ',') : -1
    if (comma > 0) return made(here, { from: at + 2, to }, 'clause')
    if (startsClause(tokens, at + 1, false, rules) || (!isStrict && hasFiniteVerb(tokens, { from: at + 1, to }, rules)))
      return made(here, { from: at + 1, to }, 'clause')
    const isLed =
      rules.prepositions.has(tokens[at + 1]?.low ?? '') && hasFiniteVerb(tokens, { from: at + 2, to }, rules)
    if (isLed || (tokens[at + 1]?.quote != null && !isStrict)) return made(here, { from: at + 1, to }, 'clause')
    if (!/^(?:'|is|was|will|would|has|had|could|can)$/.test(tokens[at + 1]?.low ?? '')) return null
  }
  if (/^(?:whether|if)$/.test(low))
    return WITH_IF.test(lemma) && to - at > 2 ? made(here, { from: at, to }, 'clause') : null
  if (isWh(low)) {
    const fits = /^(?:when|where|who|which)$/.test(low) ? WITH_WHEN.test(lemma) : WITH_WH.test(lemma)
    return fits && to - at > 2 && /^[\p{L}']/u.test(tokens[at + 1]?.text ?? '')
      ? made(here, { from: at, to }, 'clause')
      : null
  }
  const isSeen = SENSES.test(lemma) && !/^(?:i|he|she|we|they|it|there)$/.test(low)
  if (takesClause && !isSeen && startsClause(tokens, at, !allows(group, 'clause'), rules))
    return made(here, { from: at, to }, 'clause', false)
  return null
}

/** Quotations that follow one another. */
function quotesFrom(tokens: readonly Token[], from: number): Range {
  let to = from + 1
  while (tokens[to]?.quote != null || (/^[,.]$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.quote != null)) to++
  return { from, to }
}

/** "told the BBC", "asked him", "warned residents": where the listener ends. */
export function listenerEnd({ sentence: { tokens }, rules }: Here, at: number): number {
  const first = tokens[at]
  if (!first || first.quote !== null || !/^[\p{L}\d]/u.test(first.text)) return at
  if (/^(?:him|her|them|me|us|you|it|everyone|people)$/.test(first.low)) return at + 1
  if (isWh(first.low) || first.low === 'that' || rules.prepositions.has(first.low) || rules.pronouns.has(first.low))
    return at
  let to = rules.determiners.has(first.low) ? at + 1 : at
  const isName = /^\p{Lu}/u.test(tokens[to]?.text ?? '')
  const limit = to + (isName ? 8 : rules.determiners.has(first.low) ? 5 : 2)
  while (to < limit && isListenerWord(tokens, to, isName, rules)) to++
  return to
}

function isListenerWord(tokens: readonly Token[], i: number, isName: boolean, rules: LanguageRules): boolean {
  const token = tokens[i]
  if (!token || token.quote !== null) return false
  if (token.text === "'" || (token.low === 's' && tokens[i - 1]?.text === "'")) return true
  if (isName)
    return (
      /^\p{Lu}/u.test(token.text) ||
      (/^(?:of|news|agency)$/.test(token.low) && /^\p{L}/u.test(tokens[i + 1]?.text ?? ''))
    )
  return (
    /^\p{L}/u.test(token.text) &&
    !rules.determiners.has(token.low) &&
    !rules.prepositions.has(token.low) &&
    !rules.pronouns.has(token.low) &&
    !isTimeLike(token) &&
    !isWh(token.low) &&
    !/^(?:that|to|not)$/.test(token.low)
  )
}

/** Skips when, where and to whom it was said: "on Monday in a statement", "to the crowd", ", however,". */
function behindCircumstances({ sentence: { tokens }, rules }: Here, from: number): number {
  let at = from
  while (at < tokens.length && at < from + REACH) {
    const token = tokens[at] as Token
    if (isAdverb(token.low, rules) || isTimeLike(token) || rules.months.has(token.low) || token.low === 'above') at++
    else if (/^\d{1,2}$/.test(token.text) && rules.months.has(tokens[at - 1]?.low ?? '')) at++
    else if (token.text === ',' && isAdverb(tokens[at + 1]?.low ?? '', rules) && tokens[at + 2]?.text === ',') at += 3
    else if (isCircumstance(tokens, at, rules)) at = phraseEnd(tokens, at, rules)
    else break
  }
  return at
}

const isCircumstance = (tokens: readonly Token[], at: number, rules: LanguageRules) =>
  (rules.prepositions.has(tokens[at]?.low ?? '') || tokens[at]?.low === 'via') &&
  !isWh(tokens[at + 1]?.low ?? '') &&
  !(tokens[at]?.low === 'to' && tensesOf(tokens[at + 1]?.low ?? '').has('base'))

/** The end of a prepositional phrase: up to a second article, a pronoun, a mark, or what is said. */
function phraseEnd(tokens: readonly Token[], at: number, rules: LanguageRules): number {
  let to = at + 1
  if (rules.determiners.has(tokens[to]?.low ?? '')) to++
  const isName = /^\p{Lu}/u.test(tokens[to]?.text ?? '')
  while (to < tokens.length && to < at + 10) {
    const token = tokens[to] as Token
    if (token.quote !== null || isWh(token.low) || token.low === 'that') break
    if (rules.determiners.has(token.low) || rules.pronouns.has(token.low) || rules.prepositions.has(token.low)) break
    if (/^[,;:.!?()–—-]$/.test(token.text)) break
    if (isTimeLike(tokens[to - 1]) || (isName && !/^[\p{Lu}\d'.]|^(?:s|and|of)$/u.test(token.text))) break
    to++
  }
  return to
}

/** "urged both sides to show restraint", "called for a ceasefire", "told residents to leave". */
function orderAfter(here: Here, from: number, lemma: string): After | null {
  const { sentence, groups, rules } = here
  const { tokens } = sentence
  if (/^(?:call|ask|press)$/.test(lemma) && tokens[from]?.low === 'for') {
    const noun = made(here, objectAt(sentence, from + 1, groups, rules), 'noun')
    return noun && { ...noun, cueClass: 'demand' }
  }
  if (lemma === 'call' && !/^(?:on|upon)$/.test(tokens[from]?.low ?? '')) return null
  if (/^(?:not|to)$/.test(tokens[from]?.low ?? '')) return null // "asked not to be named"
  for (let i = from + 1; i < tokens.length && i < from + 9; i++) {
    const token = tokens[i] as Token
    if (token.quote !== null || /^[,;:.!?()]$/.test(token.text) || isWh(token.low) || token.low === 'that') return null
    if (token.low !== 'to') continue
    const next = tokens[i + 1]
    if (!next || !/^\p{Ll}{2,}$/u.test(next.text) || rules.determiners.has(next.low)) continue
    const order = made(
      here,
      { from: tokens[i - 1]?.low === 'not' ? i - 1 : i, to: clauseEnd(sentence, i, groups, rules) },
      'infinitive',
    )
    return order && { ...order, cueClass: 'demand' }
  }
  return null
}

/** "described the vote as "historic"", "called it a "massacre"". */
function namingAfter(here: Here, from: number, lemma: string): After | null {
  const { tokens } = here.sentence
  for (let i = from + 1; i < tokens.length && i < from + 16; i++) {
    const token = tokens[i] as Token
    if (/^[,;:.!?]$/.test(token.text) || token.low === 'that') return null
    if (token.quote === null) continue
    const isNamed = /^(?:call|dub|label|brand)$/.test(lemma) || /^(?:as|a|an|the)$/.test(tokens[i - 1]?.low ?? '')
    return isNamed ? made(here, { from: i, to: i + 1 }, 'naming') : null
  }
  return null
}
