import type { CueClass } from './attribution'
import { tensesOf } from './conjugate-en'
import { type Content, clauseEnd, contentOf } from './content'
import { type After, englishAfter, type Here, listenerEnd } from './content-after-en'
import { joined } from './content-before'
import type { Quotation, Span, Token } from './document'
import { asSource, type Found, type Part } from './found'
import { hasFiniteVerb, nounPhraseAt, type Range } from './noun-phrases'
import { type EnglishSubject, englishMainSubject, englishSubject } from './subjects-en'
import { speakerAfter } from './verb-attributions-fr'
import { allows, allowsReport, isAdverb, isTimeLike, type VerbGroup } from './verb-group'

/** "does not believe that …" denies it; "doesn't know whether …" still says what is open; any other negation reports nothing. */
const NEGATED_DENIES = /^(?:think|believe|expect|feel|imagine|consider)$/
const NEGATED_STAYS = /^(?:know|remember|understand|realize|realise|recall|doubt|see)$/
/** A quotation of fewer words before "he said" may be a term in what he said. */
const SHORT_QUOTE = 4

/** What an English reporting verb attributes, or null when it reports nothing here. */
export function ofEnglishVerb(here: Here, group: VerbGroup, earlier: readonly Found[]): Part | null {
  const { sentence, rules } = here
  const { tokens } = sentence
  const lemma = group.forms[0]?.lemma ?? ''
  const base = { cue: cueSpan(tokens, group), cueClass: classOf(group, lemma) }
  if (group.form === 'passive') return ofPassive(here, group, base)
  if (group.form === 'infinitive') return null
  const carried = earlier.at(-1)?.source ?? null
  if (group.form === 'present') return ofParticiple(here, group, base, carried)
  const subject = englishSubject(sentence, group, rules)
  if (!subject.range && !subject.carried) return ofInversion(here, group, base)
  if (lemma === 'mean' && !isPersonal(tokens, subject)) return null
  const isQuestion = asks(tokens, subject)
  if (isQuestion) base.cueClass = 'ask'
  else if ((group.isNegated || isNobody(tokens, subject)) && !NEGATED_DENIES.test(lemma) && !NEGATED_STAYS.test(lemma))
    return null
  const source = subject.range
    ? asSource(sentence, subject.range)
    : (carried ?? asSource(sentence, englishMainSubject(sentence, group.from, rules)))
  if (!source) return null
  const after = englishAfter(here, group)
  const before =
    allowsReport(group) && !isQuestion && !subject.isRelative && !lacksListener(tokens, group, lemma)
      ? contentLeft(here, group, subject, after)
      : null
  if (before) return { ...base, content: before, source, rule: 'postposed' }
  if (after)
    return {
      ...base,
      cueClass: after.cueClass ?? base.cueClass,
      content: subject.isRelative ? upToVerb(here, after.content, group) : after.content,
      source,
      rule: after.rule,
    }
  const beside = allowsReport(group) ? besideSentence(here, group, subject) : null
  return beside ? { ...base, content: beside, source, rule: 'postposed' } : null
}

const classOf = (group: VerbGroup, lemma: string): CueClass =>
  group.isNegated && NEGATED_DENIES.test(lemma) ? 'deny' : (group.forms[0]?.cueClass ?? 'say')

/** "as far as I can tell" tells nobody anything. */
const lacksListener = (tokens: readonly Token[], group: VerbGroup, lemma: string) =>
  lemma === 'tell' && /^[,.;]$/.test(tokens[group.to + 1]?.text ?? '.')

const isNobody = (tokens: readonly Token[], { range }: EnglishSubject) =>
  range !== null && /^(?:neither|none|no|nobody)$/.test(tokens[range.from]?.low ?? '')

const isPersonal = (tokens: readonly Token[], { range }: EnglishSubject) =>
  range !== null && /^(?:i|he|she|we|they|you)$/.test(tokens[range.from]?.low ?? '')

/** "Do you think …?", "Don't they know …?". */
function asks(tokens: readonly Token[], { range }: EnglishSubject): boolean {
  let at = (range?.from ?? 0) - 1
  if (tokens[at]?.low === 't') at -= 1
  while (at > 0 && /^(?:n'|'|not)$/.test(tokens[at]?.low ?? '')) at--
  return range !== null && /^(?:do|does|did|don|doesn|didn|would|could|can)$/.test(tokens[at]?.low ?? '')
}

/** The verb with its auxiliaries, without adverbs before them and without "wanted to". */
function cueSpan(tokens: readonly Token[], group: VerbGroup): Span {
  let from = group.from
  for (let i = group.from; i < group.to; i++)
    if (
      tokens[i]?.low === 'to' ||
      (i === from && /ly$|^(?:also|then|later|just|still|even)$/.test(tokens[i]?.low ?? ''))
    )
      from = i + 1
  if (tokens[from]?.text === "'" || tokens[from]?.low === "n'") from = group.to
  return { start: tokens[from]?.start ?? 0, end: tokens[group.to]?.end ?? 0 }
}

/** "Smith, who had argued that the bridge was unsafe, resigned": the verb behind the comma is not part of what he argued. */
function upToVerb({ doc, sentence }: Here, content: Content, group: VerbGroup): Content {
  const { tokens } = sentence
  const isVerb = (low: string) => /^(?:is|was|has|had|will|would|can|could)$/.test(low) || tensesOf(low).has('past')
  const to = tokens.findIndex(({ text }, i) => i > group.to + 2 && text === ',' && isVerb(tokens[i + 1]?.low ?? ''))
  const from = tokens.findIndex(({ start }) => start === content.spans[0]?.start)
  return (from >= 0 && to > from && contentOf(doc, sentence, { from, to })) || content
}

/** What stands left of the subject: a quotation, a clause closed by a comma, or the sentence "as X said" is put into. */
function contentLeft(here: Here, group: VerbGroup, subject: EnglishSubject, after: After | null): Content | null {
  const { doc, sentence, rules } = here
  const { tokens } = sentence
  const start = subject.start
  let last = start - 1
  while (last > 0 && /^[,.–—-]$/.test(tokens[last]?.text ?? '')) last--
  const quoted = tokens[last]
  if (quoted && quoted.quote !== null && !subject.carried) {
    const isShort = wordsIn(doc.shadow, doc.quotations[quoted.quote] as Quotation) < SHORT_QUOTE
    if (isShort && after?.rule === 'clause') return null
    const content = quotationEnding(here, last)
    return content && joined(doc, sentence, content, behindVerb(here, group), rules)
  }
  if (after) return null
  if (tokens[start - 1]?.low === 'as') return asClause(here, group, start - 1)
  const behind = /^(?:tell|ask|warn|inform)$/.test(group.forms[0]?.lemma ?? '')
    ? listenerEnd(here, group.to + 1)
    : group.to + 1
  if (group.forms[0]?.cueClass === 'deny') return null // "…, a charge Israel denies"
  return /^[,(–—]$/.test(tokens[start - 1]?.text ?? '') ? clauseLeft(here, start, behind) : null
}

const wordsIn = (shadow: string, { inner }: Quotation) => shadow.slice(inner.start, inner.end).split(/\s+/).length

/** The quotation at `last`, with the words before it when they belong to it: "it was "a mistake", he said". */
function quotationEnding({ doc, sentence, groups, rules }: Here, last: number): Content | null {
  const { tokens } = sentence
  let from = last
  for (let i = last - 1; i >= 0; i--) {
    if (/^[;:.–—]$/.test(tokens[i]?.text ?? '')) break
    from = i
  }
  const isOwn = groups.some((it) => it.to < last && it.to >= from && it.form === 'finite')
  const before = tokens.slice(from, last).filter(({ text }) => !/^[,.]$/.test(text))
  if (
    isOwn ||
    before.length === 0 ||
    tokens[last - 1]?.text === ',' ||
    !hasFiniteVerb(tokens, { from, to: last }, rules)
  )
    return contentOf(doc, sentence, { from: last, to: last + 1 })
  return contentOf(doc, sentence, { from, to: last + 1 })
}

/** Behind the verb and when and to whom it was said. */
function behindVerb({ sentence: { tokens }, rules }: Here, group: VerbGroup): number {
  let at = group.to + 1
  while (at < group.to + 14 && tokens[at] && tokens[at]?.quote === null && !/^[,;:.]$/.test(tokens[at]?.text ?? '')) {
    if (rules.conjunctions.has(tokens[at]?.low ?? '')) break
    at++
  }
  return at
}

/** "The town had fallen, the army said", "Students, said Mauer, are required to …", "That is (I believe) the first". */
function clauseLeft({ doc, sentence, groups, rules }: Here, end: number, behind: number): Content | null {
  const { tokens } = sentence
  let at = behind
  while (isAdverb(tokens[at]?.low ?? '', rules) || isTimeLike(tokens[at])) at++
  const next = tokens[at]
  const isEnd = next === undefined || /^[,;.)!?–—]$/.test(next.text)
  if (!isEnd && !rules.prepositions.has(next.low)) return null
  let from = 0
  for (let i = end - 2; i >= 0; i--)
    if (/^[;:]$/.test(tokens[i]?.text ?? '') || (tokens[i]?.quote ?? null) !== null) {
      from = i + 1
      break
    }
  const head = contentOf(doc, sentence, { from, to: end - 1 })
  if (!head) return null
  const isWhole = hasFiniteVerb(tokens, { from, to: end }, rules)
  const goesOn = next !== undefined && /^[,)–—]$/.test(next.text) && at + 1 < tokens.length - 1
  const rest =
    goesOn && (!isWhole || next.text !== ',')
      ? contentOf(doc, sentence, { from: at + 1, to: clauseEnd(sentence, at + 1, groups, rules) })
      : null
  if (!rest) return isWhole ? head : null
  return {
    spans: [...head.spans, ...rest.spans],
    type: rest.type === 'indirect' ? head.type : 'mixed',
    quotes: [...head.quotes, ...rest.quotes],
  }
}

/** "As the minister noted, …" and "…, as the minister noted": all the rest of the sentence. */
function asClause({ doc, sentence, groups, rules }: Here, group: VerbGroup, as: number): Content | null {
  const { tokens } = sentence
  const next = tokens[group.to + 1]
  if (next && !/^[,.;]$/.test(next.text) && !isTimeLike(next) && !rules.prepositions.has(next.low)) return null
  if (as > 1) return contentOf(doc, sentence, { from: 0, to: as })
  const comma = tokens.findIndex(({ text }, i) => i > group.to && text === ',')
  return comma < 0
    ? null
    : contentOf(doc, sentence, { from: comma + 1, to: clauseEnd(sentence, comma + 1, groups, rules) })
}

/** "X said." with nothing of its own: the quotation that ended the sentence before, or that opens the next. */
function besideSentence(
  { doc, sentence, previous, next, rules }: Here,
  group: VerbGroup,
  subject: EnglishSubject,
): Content | null {
  if (subject.start > 1 || !subject.range) return null
  const { tokens } = sentence
  let at = group.to + 1
  while (tokens[at] && tokens[at]?.text !== '.' && tokens[at]?.text !== ',') {
    const low = tokens[at]?.low ?? ''
    if (tokens[at]?.quote !== null || /^(?:that|to)$/.test(low) || at > group.to + 8) return null
    if (at === group.to + 1 && !rules.prepositions.has(low) && !isTimeLike(tokens[at]) && !isAdverb(low, rules))
      return null
    at++
  }
  if (at < tokens.length - 1) return null
  const ending = previous?.paragraph === sentence.paragraph ? previous.tokens.at(-1) : undefined
  const opening = next?.paragraph === sentence.paragraph ? next.tokens[0] : undefined
  const quote = ending?.quote ?? opening?.quote ?? null
  return quote === null
    ? null
    : { spans: [(doc.quotations[quote] as Quotation).inner], type: 'direct', quotes: [quote] }
}

/** "…," said X; "Students, said Mauer, are …". */
function ofInversion(here: Here, group: VerbGroup, base: { cue: Span; cueClass: CueClass }): Part | null {
  const { doc, sentence, rules } = here
  const { tokens } = sentence
  if (!allowsReport(group) || group.isNegated) return null
  const before = tokens[group.from - 1]
  if (!before && here.previous?.tokens.at(-1)?.quote == null) return null
  const speaker = speakerAfter(sentence, group.to + 1, rules)
  if (!speaker) return null
  const source = { range: speaker, sentence }
  let last = group.from - 1
  while (last > 0 && /^[,.–—-]$/.test(tokens[last]?.text ?? '')) last--
  const content =
    tokens[last]?.quote != null
      ? quotationEnding(here, last)
      : before?.text === ','
        ? clauseLeft(here, group.from, speaker.to)
        : null
  return content && { ...base, content: joined(doc, sentence, content, speaker.to, rules), source, rule: 'postposed' }
}

/** ", adding that …", "a statement saying that …", "while insisting that …". */
function ofParticiple(
  here: Here,
  group: VerbGroup,
  base: { cue: Span; cueClass: CueClass },
  carried: Found['source'],
): Part | null {
  const { sentence, rules } = here
  const before = sentence.tokens[group.from - 1]
  if (!before || group.isNegated || group.forms[0]?.lemma === 'mean') return null
  const after = englishAfter(here, group)
  if (!after || after.rule === 'noun') return null
  const isLoose = before.text === ',' || /^(?:and|by|while|after|before|when|in|without)$/.test(before.low)
  if (!isLoose && !/^\p{Ll}{3,}$/u.test(before.text)) return null
  if (before.text !== ',' && !(after.isPlain && /^(?:clause|quoted)$/.test(after.rule))) return null
  const source = carried ?? asSource(sentence, englishMainSubject(sentence, group.from, rules))
  return (
    source && { ...base, cueClass: after.cueClass ?? base.cueClass, content: after.content, source, rule: 'gerund' }
  )
}

/** "It is asserted by the Crown that …", "a report confirmed by the army". */
function ofPassive(here: Here, group: VerbGroup, base: { cue: Span; cueClass: CueClass }): Part | null {
  const { doc, sentence, groups, rules } = here
  const { tokens } = sentence
  if (group.isNegated || tokens[group.to + 1]?.low !== 'by') return null
  const speaker = nounPhraseAt(sentence, group.to + 2, rules)
  if (!speaker) return null
  const source = { range: speaker, sentence }
  const subject = englishSubject(sentence, group, rules).range
  const isIt = subject !== null && tokens[subject.from]?.low === 'it'
  const range: Range | null =
    isIt && tokens[speaker.to]?.low === 'that'
      ? { from: speaker.to + 1, to: clauseEnd(sentence, speaker.to + 1, groups, rules) }
      : allows(group, 'noun') && !isIt
        ? subject
        : null
  const content = range && contentOf(doc, sentence, range)
  return content && { ...base, content, source, rule: 'passive' }
}
