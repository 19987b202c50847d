import type { Token } from './document'
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

/** A reflexive verb reports only where the tables say so: "s'est dit inquiet", not "s'est poursuivie". */
export const speaks = (group: VerbGroup): boolean => !group.isReflexive || allows(group, 'self')

export const allows = (group: VerbGroup, frame: Frame): boolean => group.forms.some((it) => it.frames.has(frame))

/** Whether a verb can carry a quotation or a whole clause. */
export const allowsReport = (group: VerbGroup) =>
  allows(group, 'quote') || allows(group, 'clause') || (group.isReflexive && allows(group, 'self'))

export const isAdverb = (low: string, rules: LanguageRules): boolean =>
  rules.adverbs.has(low) ||
  (rules.language === 'fr'
    ? /[^aeio]ment$/.test(low) || /[aeio]ment$/.test(low)
    : /ly$/.test(low) && !NOT_ADVERBS.test(low))
const NOT_ADVERBS =
  /^(?:apply|supply|reply|rely|imply|comply|multiply|family|italy|july|ally|assembly|rally|bully|fly|ugly|elderly|anomaly|friendly)$/

/** A day of the week or a part of the day. */
export const isTimeLike = (token: Token | undefined) =>
  token !== undefined &&
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|matin|soir|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(
    token.low,
  )
