import type { Token } from './document'
import type { CueForm, LanguageRules } from './rules'
import { isAdverb, type VerbGroup } from './verb-group'

const FARTHEST_AUXILIARY = 5

/** The French verb group whose verb stands at `at`, or null when the word is no verb there. */
export function frenchGroupAt(
  tokens: readonly Token[],
  at: number,
  forms: readonly CueForm[],
  rules: LanguageRules,
): VerbGroup | null {
  const past = forms.filter((it) => it.form === 'past')
  const auxiliary = past.length > 0 ? auxiliaryBefore(tokens, at, rules) : null
  if (auxiliary) {
    const { from, isReflexive, isNegated } = cliticsBefore(tokens, auxiliary.at, rules)
    const isBeing = auxiliary.isBeing && !isReflexive
    return {
      ...{ from, to: at, forms: past, isReflexive, isNegated: isNegated || auxiliary.isNegated },
      form: isBeing ? 'passive' : 'finite',
      inverted: auxiliary.inverted,
    }
  }
  const finite = forms.filter((it) => it.form === 'finite')
  if (finite.length > 0 && !standsAsNoun(tokens, at, rules)) {
    const { from, isReflexive, isNegated } = cliticsBefore(tokens, at, rules)
    const after = tokens[at + 1]
    const inverted = after && /^(?:-t)?-\p{L}/u.test(after.low) ? at + 1 : null
    return { from, to: inverted ?? at, forms: finite, form: 'finite', isReflexive, isNegated, inverted }
  }
  if (past.length > 0 && tokens[at + 1]?.low === 'par')
    return { from: at, to: at, forms: past, form: 'passive', isReflexive: false, isNegated: false, inverted: null }
  const present = forms.filter((it) => it.form === 'present')
  if (present.length > 0) {
    const from = tokens[at - 1]?.low === 'en' ? at - 1 : at
    return { from, to: at, forms: present, form: 'present', isReflexive: false, isNegated: false, inverted: null }
  }
  const infinitive = forms.filter((it) => it.form === 'infinitive')
  if (infinitive.length > 0) {
    const { from, isReflexive, isNegated } = cliticsBefore(tokens, at, rules)
    return { from, to: at, forms: infinitive, form: 'infinitive', isReflexive, isNegated, inverted: null }
  }
  return null
}

const BEING = new Set(['est', 'sont', 'était', 'étaient', 'fut', 'furent', 'sera', 'seront', 'serait', 'été'])

/** The auxiliary of a past participle, over adverbs, negations and an inverted pronoun. */
function auxiliaryBefore(tokens: readonly Token[], at: number, rules: LanguageRules) {
  let inverted: number | null = null
  let isNegated = false
  let isBeing = false
  for (let i = at - 1; i >= 0 && i >= at - FARTHEST_AUXILIARY; i--) {
    const low = tokens[i]?.low ?? ''
    if (low === 'été') {
      isBeing = true
      continue
    }
    if (rules.auxiliaries.has(low)) return { at: i, isBeing: isBeing || BEING.has(low), inverted, isNegated }
    if (/^(?:-t)?-(?:il|elle|on|ils|elles)$/.test(low)) inverted = i
    else if (/^(?:pas|jamais)$/.test(low)) isNegated = true
    else if (!isAdverb(low, rules)) return null
  }
  return null
}

/** Where the clitics before a verb begin, and what they say. */
function cliticsBefore(tokens: readonly Token[], verb: number, rules: LanguageRules) {
  let from = verb
  let [isReflexive, isNegated] = [false, false]
  while (from > 0) {
    const low = tokens[from - 1]?.low ?? ''
    if (rules.clitics.has(low)) {
      if (/^s[e']$/.test(low)) isReflexive = true
      if (rules.negators.has(low)) isNegated = true
      from--
    } else break
  }
  return { from, isReflexive, isNegated }
}

/** "la demande", "une première annonce", "son juge": a form after a word that wants a noun. */
function standsAsNoun(tokens: readonly Token[], at: number, rules: LanguageRules): boolean {
  const before = tokens[at - 1]?.low ?? ''
  if (!rules.beforeNoun.has(before)) return false
  // "le" and "l'" may also be the object of the verb: then a subject or a negation stands before them.
  if (/^(?:le|la|les|l')$/.test(before)) {
    const earlier = tokens[at - 2]?.low ?? ''
    return !rules.pronouns.has(earlier) && !/^n['e]$/.test(earlier)
  }
  return true
}
