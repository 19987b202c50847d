import type { AccordingCue } from './according-cues'
import type { CueClass } from './attribution'
import type { Agreement } from './gender-and-number'
import { english } from './rules-en'
import { french } from './rules-fr'

/**
 * What a reporting verb may be followed by: `quote` it can carry a quotation, `clause` a that-clause (or, in English, a bare
 * one), `noun` a noun phrase, `infinitive` "to/de …", `name` "qualifie X de …", `self` only reflexive ("s'est félicité"),
 * `phrase` only with what completes it ("fait savoir que", "fait part de"),
 * `mind` a verb of knowing: only before a clause that shows itself as one.
 */
export type Frame = 'quote' | 'clause' | 'noun' | 'infinitive' | 'name' | 'self' | 'phrase' | 'mind'
/** One form of a reporting verb. */
export type CueForm = {
  lemma: string
  cueClass: CueClass
  frames: ReadonlySet<Frame>
  form: 'finite' | 'past' | 'present' | 'infinitive'
}

/** Everything the rules know of a language. Versioned: `version` is stored with every suggestion, so that it can be replayed. */
export type LanguageRules = {
  language: 'fr' | 'en'
  version: string
  forms: ReadonlyMap<string, readonly CueForm[]>
  /** Words before which a form is a noun ("la demande", "a report"). */
  beforeNoun: ReadonlySet<string>
  determiners: ReadonlySet<string>
  auxiliaries: ReadonlySet<string>
  clitics: ReadonlySet<string>
  adverbs: ReadonlySet<string>
  negators: ReadonlySet<string>
  pronouns: ReadonlyMap<string, Agreement>
  prepositions: ReadonlySet<string>
  /** Words that open an adverbial before the subject ("Interrogé par …", "On Monday"). */
  openers: ReadonlySet<string>
  conjunctions: ReadonlySet<string>
  that: ReadonlySet<string>
  relatives: ReadonlySet<string>
  /** Prepositional cues. */
  according: readonly AccordingCue[]
  /** Places in `according` by the first word, so that a word that opens none is passed over at once. */
  accordingBy: ReadonlyMap<string, readonly number[]>
  addressees: ReadonlySet<string>
  roles: ReadonlyMap<string, 'm' | 'f' | null>
  outlets: ReadonlySet<string>
  months: ReadonlySet<string>
  hedges: RegExp
}

/** The tables of a language. */
export const rulesOf = (language: 'fr' | 'en'): LanguageRules => (language === 'fr' ? french : english)
