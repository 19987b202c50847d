import { tensesOf } from './conjugate-en'
import type { Token } from './document'
import type { CueForm, LanguageRules } from './rules'
import { isAdverb, type VerbGroup } from './verb-group'

const BE = /^(?:am|is|are|was|were|be|been|being|isn|aren|wasn|weren)$/
const HELP =
  /^(?:has|have|had|having|will|would|can|could|may|might|must|shall|should|do|does|did|don|doesn|didn|won|wouldn|couldn|ca|wo|hasn|haven|hadn|shouldn|cannot)$/
/** "wanted to know", "went on to say": the verb is what is said, the one before only how. */
const LEADS =
  /^(?:want|wants|wanted|like|love|have|has|had|going|used|need|needs|needed|came|went|on|continue|continues|continued|began|begin|started|keen|eager|quick|tried|try|seem|seems|seemed|appeared|rushed|hastened)$/

export type Chain = { from: number; hasHelp: boolean; isBeing: boolean; isNegated: boolean; isTo: boolean }

/** What stands before a verb and belongs to it: "has not yet", "did n't", "'ll", "wanted to". */
export function chainBefore(tokens: readonly Token[], verb: number, rules: LanguageRules): Chain {
  const chain: Chain = { from: verb, hasHelp: false, isBeing: false, isNegated: false, isTo: false }
  for (let at = verb - 1; at >= 0; at = chain.from - 1) {
    const taken = linkAt(chain, tokens, at, rules)
    if (taken === 0) break
    chain.from = at - taken + 1
  }
  return chain
}

/** How many words that end at `at` belong to the verb; none ends the chain. What they say is written into it. */
function linkAt(chain: Chain, tokens: readonly Token[], at: number, rules: LanguageRules): number {
  const [low, before] = [tokens[at]?.low ?? '', tokens[at - 1]?.low ?? '']
  if (low === 't' && /^(?:n'|')$/.test(before)) {
    chain.isNegated = true
    return 2
  }
  if (/^(?:not|never|cannot)$/.test(low)) {
    chain.isNegated = true
    chain.hasHelp ||= low === 'cannot'
    return 1
  }
  const isBeing = BE.test(low)
  if (isBeing || HELP.test(low)) {
    chain.hasHelp = true
    chain.isBeing ||= isBeing
    return 1
  }
  if (before === "'" && isContracted(low, tokens[at - 2]?.low ?? '', rules)) {
    chain.hasHelp = true
    chain.isBeing ||= /^(?:m|re|s)$/.test(low)
    return 2
  }
  if (low === 'to' && at > 0 && !chain.hasHelp && LEADS.test(before)) {
    chain.hasHelp = true
    return before === 'on' ? 3 : 2
  }
  if (low === 'to' && !chain.hasHelp) {
    chain.isTo = true
    return 0
  }
  return isAdverb(low, rules) && at > 0 ? 1 : 0
}

const isContracted = (word: string, before: string, rules: LanguageRules) =>
  /^(?:ll|d|ve|m|re)$/.test(word) ||
  (word === 's' && (rules.pronouns.has(before) || /^(?:there|who|that)$/.test(before)))

/** "said by telephone": how, not by whom. */
const MEANS = /^(?:telephone|phone|e-mail|email|text|video|letter|fax|radio|satellite)$/

/** The English verb group whose verb stands at `at`, or null when the word is no verb there. */
export function englishGroupAt(
  tokens: readonly Token[],
  at: number,
  forms: readonly CueForm[],
  rules: LanguageRules,
): VerbGroup | null {
  const chain = chainBefore(tokens, at, rules)
  const present = ofForm(forms, 'present')
  if (present.length > 0) return groupOf(chain, at, present, chain.isBeing ? 'finite' : 'present')
  const past = ofForm(forms, 'past')
  if (chain.isBeing) return groupOf(chain, at, past, 'passive')
  if (tokens[at + 1]?.low === 'by' && past.length > 0 && !MEANS.test(tokens[at + 2]?.low ?? ''))
    return groupOf(chain, at, past, 'passive')
  if (chain.isTo) return groupOf(chain, at, ofForm(forms, 'infinitive'), 'infinitive')
  if (chain.hasHelp) return groupOf(chain, at, [...ofForm(forms, 'infinitive'), ...past], 'finite')
  return isNounHere(tokens, at, past.length === 0, rules) ? null : groupOf(chain, at, ofForm(forms, 'finite'), 'finite')
}

const ofForm = (forms: readonly CueForm[], form: CueForm['form']) => forms.filter((it) => it.form === form)
const groupOf = (
  { from, isNegated }: Chain,
  to: number,
  forms: readonly CueForm[],
  form: VerbGroup['form'],
): VerbGroup | null =>
  forms.length === 0 ? null : { from, to, forms, form, isReflexive: false, isNegated, inverted: null }

const isThirdCue = (low: string, rules: LanguageRules) =>
  /s$/.test(low) && !!rules.forms.get(low)?.some(({ form }) => form === 'finite')

/** English words that are nouns as often as verbs: they report only when a clause or a quotation follows. */
const DOUBTFUL =
  /^(?:answers?|questions?|reports?|states?|notes?|claims?|comments?|estimates?|requests?|orders?|demands?|promises?|pledges?|vows?|labels?|disputes?|suspects?|hopes?|fears?|doubts?|praise|rules?|means|suggest|continue|reveal|ask|tell|posts?|tweets?|signals?|complain|highlights?|shouts?|whispers?)$/

/** "the short answer", "a report", "scientific notes", "police report": a form that is a noun as often as a verb. */
function isNounHere(tokens: readonly Token[], at: number, isPresent: boolean, rules: LanguageRules): boolean {
  const before = tokens[at - 1]?.low ?? ''
  const isPossessive = /^(?:s|')$/.test(before) && /^(?:'|s)$/.test(tokens[at - 2]?.low ?? '')
  if (isPossessive || (rules.beforeNoun.has(before) && !(before === 'that' || rules.pronouns.has(before)))) return true
  if (!isPresent) return false
  // "denied reports that …", "a police report claims …": next to another verb it is what that one takes.
  const isBetween = (word: string) =>
    tensesOf(word).has('past') || rules.forms.get(word)?.some(({ form }) => form === 'past')
  if (isBetween(before) || isThirdCue(tokens[at + 1]?.low ?? '', rules)) return true
  if (!DOUBTFUL.test(tokens[at]?.low ?? '')) return false
  const after = tokens[at + 1]?.low ?? ''
  if (BE.test(after) || /^(?:has|have|had|will|of|from|in|and|or|for|about)$/.test(after)) return true
  if (/(?:ous|ful|less|ific|omic|ional|ical)$|^(?:long|short|new|last|first|recent|latest)$/.test(before)) return true
  const isThird = /s$/.test(tokens[at]?.low ?? '')
  if (isThird && /^\p{Ll}/u.test(tokens[at - 1]?.text ?? '') && /[^su]s$|^(?:people|police)$/.test(before)) return true
  return !isThird && /^\p{Ll}{3,}$/u.test(tokens[at - 1]?.text ?? '') && !isPlural(before, rules)
}

const isPlural = (low: string, rules: LanguageRules) =>
  /[^s]s$/.test(low) ||
  rules.pronouns.has(low) ||
  rules.relatives.has(low) ||
  rules.conjunctions.has(low) ||
  /^(?:people|police|men|women|media|others|many|some)$/.test(low)
