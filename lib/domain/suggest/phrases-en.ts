import { isWh, startsClause } from './clause-en'
import { clauseEnd, contentOf } from './content'
import type { Here } from './content-after-en'
import type { Quotation, Sentence, Token } from './document'
import type { Part } from './found'
import { nounPhraseAt } from './noun-phrases'
import { englishSubject } from './subjects-en'
import type { VerbGroup } from './verb-group'
import { chainBefore } from './verb-groups-en'

/** "is sure that", "was disappointed that": adjectives that report what somebody holds. */
const HOLDS =
  /^(?:sure|certain|confident|convinced|disappointed|worried|concerned|afraid|aware|unaware|glad|happy|proud|sorry|surprised|hopeful|adamant|delighted|pleased|shocked|saddened|thankful|grateful|optimistic|unsure|uncertain)$/
/** How many words a credit line may have. */
const CREDIT_WORDS = 24

/** English attributions that no reporting verb makes: "I'm sure that …", "has no doubt that …", "attributed to X", "— X". */
export function ofEnglishPhrase(here: Here, at: number): Part | null {
  return ofHolding(here, at) ?? ofAttributed(here, at) ?? ofCredit(here, at)
}

function ofHolding(here: Here, at: number): Part | null {
  const { doc, sentence, groups, rules } = here
  const { tokens } = sentence
  const low = tokens[at]?.low ?? ''
  const isDoubt =
    /^(?:doubt|doubts|idea)$/.test(low) &&
    tokens[at - 1]?.low === 'no' &&
    /^(?:have|has|had)$/.test(tokens[at - 2]?.low ?? '')
  if (!isDoubt && !HOLDS.test(low)) return null
  const chain = chainBefore(tokens, isDoubt ? at - 1 : at, rules)
  if (!isDoubt && !chain.isBeing) return null
  const group: VerbGroup = {
    from: chain.from,
    to: at,
    forms: [],
    form: 'finite',
    isReflexive: false,
    isNegated: false,
    inverted: null,
  }
  const { range } = englishSubject(sentence, group, rules)
  if (!range || /^(?:it|there|that|this|what)$/.test(tokens[range.from]?.low ?? '')) return null
  const next = tokens[at + 1]?.low ?? ''
  const from = next === 'that' ? at + 2 : at + 1
  const fits = next === 'that' || (isWh(next) && next !== 'when') || startsClause(tokens, at + 1, true, rules)
  const content = fits ? contentOf(doc, sentence, { from, to: clauseEnd(sentence, from, groups, rules) }) : null
  let cue = chain.from
  while (cue < at && /^(?:'|n't|n')$/.test(tokens[cue]?.low ?? '')) cue = at
  return (
    content && {
      content,
      cue: { start: tokens[cue]?.start ?? 0, end: tokens[at]?.end ?? 0 },
      source: { range, sentence },
      cueClass: 'opine',
      rule: 'clause',
    }
  )
}

/** "…, a line attributed to Einstein", "attributed to Einstein — « … »". */
function ofAttributed({ doc, sentence, rules }: Here, at: number): Part | null {
  const { tokens } = sentence
  if (!/^(?:attributed|credited)$/.test(tokens[at]?.low ?? '') || tokens[at + 1]?.low !== 'to') return null
  const range = nounPhraseAt(sentence, at + 2, rules)
  if (!range) return null
  const behind = tokens.slice(range.to, range.to + 3).find(({ quote }) => quote !== null)
  const before = tokens.slice(Math.max(0, at - 12), at).findLast(({ quote }) => quote !== null)
  const quote = (behind ?? before)?.quote ?? null
  if (quote === null) return null
  const cue = { start: tokens[at]?.start ?? 0, end: tokens[at + 1]?.end ?? 0 }
  const content = { spans: [(doc.quotations[quote] as Quotation).inner], type: 'direct' as const, quotes: [quote] }
  return { content, cue, source: { range, sentence }, cueClass: 'say', rule: 'passive' }
}

const isDash = (token: Token | undefined) => token !== undefined && /^[–—]$/.test(token.text)

/** "« … » — Peres, on the Arab states": a credit line right behind a quotation, on its own line or not. */
function ofCredit({ doc, sentence, previous, rules }: Here, at: number): Part | null {
  const { tokens } = sentence
  if (!isDash(tokens[at]) || !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') || tokens.length - at > CREDIT_WORDS)
    return null
  const quote = at === 0 ? lastQuote(previous, sentence) : (tokens[at - 1]?.quote ?? null)
  const range = quote === null ? null : nounPhraseAt(sentence, at + 1, rules)
  if (quote === null || !range || !/^[,.]?$/.test(tokens[range.to]?.text ?? '')) return null
  const content = { spans: [(doc.quotations[quote] as Quotation).inner], type: 'direct' as const, quotes: [quote] }
  const cue = { start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 }
  return { content, cue, source: { range, sentence }, cueClass: 'say', rule: 'postposed' }
}

const lastQuote = (previous: Sentence | null, { paragraph }: Sentence) =>
  previous && paragraph - previous.paragraph <= 1 ? (previous.tokens.at(-1)?.quote ?? null) : null
