import { accordingAt, type Content, clauseEnd, contentOf } from './content'
import type { Doc, Sentence, Token } from './document'
import type { Part } from './found'
import { hasFiniteVerb, nounPhraseAt, type Range } from './noun-phrases'
import type { LanguageRules } from './rules'
import { isAdverb, type VerbGroup } from './verb-group'

/** "Selon le Figaro, …", "…, selon lui", "…, d'après le ministère, …". */
export function ofPreposition(
  doc: Doc,
  sentence: Sentence,
  at: number,
  groups: readonly VerbGroup[],
  rules: LanguageRules,
): Part | null {
  const { tokens } = sentence
  const matched = accordingAt(tokens, at, rules)
  if (!matched) return null
  const { cueClass, isWeak } = rules.according[matched.index] as LanguageRules['according'][number]
  const speaker = nounPhraseAt(sentence, matched.to, rules) ?? bareSource(tokens, matched.to)
  if (!speaker) return null
  const hasQuote = tokens.some(({ quote }) => quote !== null)
  const isPronoun = speaker.to - speaker.from === 1 && rules.pronouns.has(tokens[speaker.from]?.low ?? '')
  if (isWeak && !(tokens[speaker.to]?.text === ',' || tokens[speaker.to]?.text === ':')) return null
  if (isWeak && !(at <= 2 && (isPronoun || hasQuote))) return null
  const cue = { start: tokens[at]?.start ?? 0, end: tokens[matched.to - 1]?.end ?? 0 }
  const opens =
    at === 0 ||
    tokens
      .slice(0, at)
      .every(({ low, text }) => /^[-–—,]$/.test(text) || rules.conjunctions.has(low) || isAdverb(low, rules))
  // At the head of a sentence the source goes on to its comma: "Selon des analyses effectuées dans un laboratoire en Suisse, …".
  const isStop =
    (from: number) =>
    ({ text, quote }: Token, i: number) =>
      i >= from && (/^[,:]$/.test(text) || quote !== null)
  const [first, comma] = [tokens.findIndex(isStop(matched.to)), tokens.findIndex(isStop(speaker.to))]
  const hasApposition = first > 0 && first < speaker.to
  const isShort = comma > 0 && !hasFiniteVerb(tokens, { from: speaker.to, to: comma }, rules)
  // An apposition is closed by a comma; "Selon le rapport, le pilote qui …" has none.
  const reach = !opens ? speaker.to : hasApposition && comma !== speaker.to ? first : isShort ? comma : speaker.to
  const relay = tokens.findIndex(
    ({ text, low }, i) =>
      i >= speaker.from && i < reach && text === ',' && /^(?:quoting|citing|citant)$/.test(tokens[i + 1]?.low ?? low),
  )
  const source = { range: { from: speaker.from, to: relay > 0 ? relay : reach }, sentence }
  const end = reach
  if (opens) {
    let from = end
    while (/^[,:]$/.test(tokens[from]?.text ?? '')) from++
    // "According to X, quoting Y, …": whom X had it from stands between.
    if (/^(?:quoting|citing|citant)$/.test(tokens[from]?.low ?? ''))
      from = Math.max(from, tokens.findIndex(({ text }, i) => i > from && text === ',') + 1)
    // "D'après une source, qui a requis l'anonymat, …": more of the source.
    if (rules.relatives.has(tokens[from]?.low ?? ''))
      from = Math.max(from, tokens.findIndex(({ text }, i) => i > from && text === ',') + 1)
    const content = contentOf(doc, sentence, { from, to: clauseEnd(sentence, from, groups, rules) })
    return content
      ? { content: directIfQuoted(doc, sentence, content, from), cue, source, cueClass, rule: 'according' }
      : null
  }
  const isLast = end >= tokens.length - 1 || /^[.;)]$/.test(tokens[end]?.text ?? '')
  let from = 0
  for (let i = at - 1; i >= 0; i--)
    if (/^[;:(]$/.test(tokens[i]?.text ?? '') || rules.that.has(tokens[i]?.low ?? '')) {
      from = i + 1
      break
    }
  const head = contentOf(doc, sentence, { from, to: at })
  if (!head) return null
  const isFragment = head.quotes.length === 0 && !hasFiniteVerb(tokens, { from, to: at }, rules)
  if (isLast || tokens[end]?.text !== ',') return { content: head, cue, source, cueClass, rule: 'according' }
  const rest = contentOf(doc, sentence, { from: end, to: clauseEnd(sentence, end + 1, groups, rules) })
  if (!rest) return { content: head, cue, source, cueClass, rule: 'according' }
  if (isFragment) return { content: rest, cue, source, cueClass, rule: 'according' }
  const quotes = [...head.quotes, ...rest.quotes]
  const content: Content = {
    spans: [...head.spans, ...rest.spans],
    type: quotes.length > 0 ? 'mixed' : 'indirect',
    quotes,
  }
  return { content, cue, source, cueClass, rule: 'according' }
}

/** "de source policière", "selon plusieurs témoins": a source without a determiner. */
function bareSource(tokens: readonly Token[], from: number): Range | null {
  let to = from
  while (
    to < tokens.length &&
    tokens[to]?.quote === null &&
    /^[\p{L}\p{M}'\d-]+$/u.test(tokens[to]?.text ?? '') &&
    to - from < 12
  )
    to++
  return to > from ? { from, to } : null
}

/** One quotation up to the full stop is direct speech. */
function directIfQuoted(doc: Doc, sentence: Sentence, content: Content, from: number): Content {
  const first = sentence.tokens[from]
  const rest = sentence.tokens.slice(from + 1).filter(({ text }) => !/^[.,;!?]$/.test(text))
  return first?.quote != null && rest.length === 0
    ? (contentOf(doc, sentence, { from, to: from + 1 }) ?? content)
    : content
}
