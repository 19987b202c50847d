import type { Sentence, Token } from './document'
import type { CueForm, Frame, LanguageRules } from './rules'

/** A reporting verb as it stands in a sentence. Places are numbers of tokens; `to` is the last one. */
export type VerbGroup = {
  from: number
  to: number
  forms: readonly CueForm[]
  form: CueForm['form'] | 'passive'
  isReflexive: boolean
  isNegated: boolean
  /** The pronoun behind an inverted verb ("a-t-il"). */
  inverted: number | null
}

const FARTHEST_AUXILIARY = 5

/** A reflexive verb reports only where the tables say so: "s'est dit inquiet", not "s'est poursuivie". */
export const speaks = (group: VerbGroup): boolean => !group.isReflexive || allows(group, 'self')

export const allows = (group: VerbGroup, frame: Frame): boolean => group.forms.some((it) => it.frames.has(frame))

/** Whether a verb can carry a quotation or a whole clause. */
export const allowsReport = (group: VerbGroup) =>
  allows(group, 'quote') || allows(group, 'clause') || (group.isReflexive && allows(group, 'self'))

/** Every reporting verb of a sentence that is a verb there, left to right. */
export function verbGroups(sentence: Sentence, rules: LanguageRules): VerbGroup[] {
  const found: VerbGroup[] = []
  const { tokens } = sentence
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    const forms = token && rules.forms.get(token.low)
    if (!token || !forms || isNameLike(tokens, i)) continue
    const group = groupAt(tokens, i, forms, rules)
    if (group && !(found.at(-1) && (found.at(-1) as VerbGroup).to >= group.from)) found.push(group)
  }
  return found
}

/** "Juge" with a capital inside a sentence is a name or a title. */
const isNameLike = (tokens: readonly Token[], i: number) => i > 0 && /^\p{Lu}/u.test(tokens[i]?.text ?? '')

function groupAt(
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
    const inverted = after && /^(?:-t)?-/.test(after.low) ? at + 1 : null
    return { from, to: inverted ?? at, forms: finite, form: 'finite', isReflexive, isNegated, inverted }
  }
  if (past.length > 0 && /^(?:par|by)$/.test(tokens[at + 1]?.low ?? ''))
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

const BEING = new Set([
  'est',
  'sont',
  'était',
  'étaient',
  'fut',
  'furent',
  'sera',
  'seront',
  'serait',
  'été',
  'is',
  'are',
  'was',
  'were',
  'been',
  'be',
  'being',
])

/** The auxiliary of a past participle, over adverbs, negations and an inverted pronoun. */
function auxiliaryBefore(tokens: readonly Token[], at: number, rules: LanguageRules) {
  let inverted: number | null = null
  let isNegated = false
  let isBeing = false
  for (let i = at - 1; i >= 0 && i >= at - FARTHEST_AUXILIARY; i--) {
    const low = tokens[i]?.low ?? ''
    if (low === 'été' || low === 'been') {
      isBeing = true
      continue
    }
    if (rules.auxiliaries.has(low)) return { at: i, isBeing: isBeing || BEING.has(low), inverted, isNegated }
    if (/^(?:-t)?-(?:il|elle|on|ils|elles)$/.test(low)) inverted = i
    else if (/^(?:pas|jamais|not|never|n't)$/.test(low)) isNegated = true
    else if (!isAdverb(low, rules)) return null
  }
  return null
}

export const isAdverb = (low: string, rules: LanguageRules): boolean =>
  rules.adverbs.has(low) ||
  (rules.language === 'fr' ? /[^aeio]ment$/.test(low) || /[aeio]ment$/.test(low) : /ly$/.test(low))

/** A day of the week or a part of the day. */
export const isTimeLike = (token: Token | undefined) =>
  token !== undefined &&
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|matin|soir|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(
    token.low,
  )

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
    } else if (rules.language === 'en' && isAdverb(low, rules) && from - 1 > 0) from--
    else break
  }
  return { from, isReflexive, isNegated }
}

/** English words that are nouns as often as verbs: they report only when a clause or a quotation follows. */
export const DOUBTFUL =
  /^(?:answers?|reports?|states?|notes?|claims?|comments?|estimates?|requests?|orders?|demands?|promises?|pledges?|vows?|labels?|disputes?|suspects?|hopes?|fears?|doubts?|praise|rules?|means|suggest|continue|reveal|ask|tell)$/

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
