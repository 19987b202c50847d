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
  const low = (i: number) => tokens[i]?.low ?? ''
  let at = verb - 1
  const take = (count: number) => {
    at -= count
    chain.from = at + 1
  }
  while (at >= 0) {
    if (low(at) === 't' && /^(?:n'|')$/.test(low(at - 1))) {
      chain.isNegated = true
      take(2)
    } else if (/^(?:not|never|cannot)$/.test(low(at))) {
      chain.isNegated = true
      chain.hasHelp ||= low(at) === 'cannot'
      take(1)
    } else if (BE.test(low(at)) || HELP.test(low(at))) {
      chain.hasHelp = true
      chain.isBeing ||= BE.test(low(at))
      take(1)
    } else if (low(at - 1) === "'" && isContracted(low(at), low(at - 2), rules)) {
      chain.hasHelp = true
      chain.isBeing ||= /^(?:m|re|s)$/.test(low(at))
      take(2)
    } else if (low(at) === 'to' && at > 0 && !chain.hasHelp && LEADS.test(low(at - 1))) {
      chain.hasHelp = true
      take(low(at - 1) === 'on' ? 3 : 2)
    } else if (low(at) === 'to' && !chain.hasHelp) {
      chain.isTo = true
      break
    } else if (isAdverb(low(at), rules) && at > 0) take(1)
    else break
  }
  return chain
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
  const of = (form: CueForm['form']) => forms.filter((it) => it.form === form)
  const group = (list: readonly CueForm[], form: VerbGroup['form']): VerbGroup | null =>
    list.length === 0
      ? null
      : {
          ...{ from: chain.from, to: at, forms: list, form, isReflexive: false },
          isNegated: chain.isNegated,
          inverted: null,
        }
  if (of('present').length > 0) return group(of('present'), chain.isBeing ? 'finite' : 'present')
  if (chain.isBeing) return group(of('past'), 'passive')
  if (tokens[at + 1]?.low === 'by' && of('past').length > 0 && !MEANS.test(tokens[at + 2]?.low ?? ''))
    return group(of('past'), 'passive')
  if (chain.isTo) return group(of('infinitive'), 'infinitive')
  if (chain.hasHelp) return group([...of('infinitive'), ...of('past')], 'finite')
  return isNounHere(tokens, at, of('past').length === 0, rules) ? null : group(of('finite'), 'finite')
}

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
