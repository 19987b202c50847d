import { wilsonLower } from '../wilson'

/** The labelled sets the counts below come from, and the day they were measured on: `bench/suggestions.ts --per-rule`. */
export const LABELLED_SETS = {
  /** Ten French dispatches; who says what, overlap of the content at least 0.3. A silver standard, read by models. */
  'wikinews-fr': '2026-11-26',
  /** English news and interviews of GUM; whether a cue stands in a segment that attributes. */
  'gum-news': '2026-11-26',
  /** Other spellings of places in Mali, each with the most alike name of another place: as many of these as of those. */
  'geonames-ml': '2026-11-26',
  /** Names of organisations, every name against every other. */
  'org-aliases-fr': '2026-11-26',
  /** The sample dispatch, on which the rules about disagreements were written: one case each, so that they start humble. */
  'mali-2013': '2026-11-26',
  /** French sentence pairs that contradict one another or do not, compared as two claims of the archive. */
  daccord: '2026-11-26',
  /** French sentence pairs, one of which follows from the other or not. */
  'rte3-fr': '2026-11-26',
} as const
export type LabelledSet = keyof typeof LABELLED_SETS
type Count = readonly [right: number, wrong: number]

/** How often each rule was right and wrong where the answer was labelled. Counts only. */
export const LABELLED: Readonly<Record<string, Partial<Record<LabelledSet, Count>>>> = {
  'claim according': { 'wikinews-fr': [9, 1], 'gum-news': [14, 0] },
  'claim clause': { 'wikinews-fr': [12, 0], 'gum-news': [112, 6] },
  'claim floating': { 'wikinews-fr': [8, 0] },
  'claim gerund': { 'wikinews-fr': [2, 1] },
  'claim infinitive': { 'wikinews-fr': [1, 1], 'gum-news': [0, 3] },
  'claim inverted': { 'wikinews-fr': [8, 0] },
  'claim naming': { 'wikinews-fr': [3, 0] },
  'claim noun': { 'wikinews-fr': [3, 0], 'gum-news': [1, 1] },
  'claim passive': { 'gum-news': [1, 0] },
  'claim postposed': { 'wikinews-fr': [10, 0], 'gum-news': [19, 2] },
  'claim quoted': { 'wikinews-fr': [5, 0], 'gum-news': [13, 1] },
  'conflict actor': { 'mali-2013': [1, 0] },
  'conflict actor_labels': { 'mali-2013': [1, 0] },
  'conflict announcement_time': { 'mali-2013': [1, 0] },
  'conflict attribution_dropped': { 'mali-2013': [1, 0] },
  'conflict attribution_scope': { 'mali-2013': [1, 0] },
  'conflict certainty': { 'mali-2013': [1, 0] },
  'conflict confirmation_coverage': { 'mali-2013': [1, 0] },
  'conflict confirmation_of_nothing': { 'mali-2013': [1, 0] },
  'conflict deployment_status': { 'mali-2013': [1, 0] },
  'conflict extent': { 'mali-2013': [1, 0] },
  'conflict generalised_source': { 'mali-2013': [1, 0] },
  'conflict independence': { 'mali-2013': [1, 0] },
  'conflict missing_side': { 'mali-2013': [1, 0] },
  'conflict modality_ladder': { 'mali-2013': [1, 0] },
  'conflict name_spelling': { 'mali-2013': [1, 0] },
  'conflict other_number': { daccord: [1, 2] },
  'conflict place_kind': { 'mali-2013': [1, 0] },
  'conflict quote_fidelity': { 'mali-2013': [1, 0] },
  'conflict sequence': { 'mali-2013': [1, 0] },
  'conflict stale_statement': { 'mali-2013': [1, 0] },
  'conflict undated': { 'mali-2013': [1, 0] },
  'conflict unsourced_figure': { 'mali-2013': [1, 0] },
  'match same_words': { daccord: [21, 29], 'rte3-fr': [5, 2] },
  'name fold_key': { 'geonames-ml': [513, 54], 'org-aliases-fr': [7, 3] },
  'name near_key': { 'org-aliases-fr': [16, 17] },
}

/**
 * Rules no labelled set covers, with what is supposed of each until somebody decides about one: a statement, not a measure.
 * A gazetteer's names could only be measured on the list they come from; the others need a text or an archive nobody labelled.
 */
export const PRIORS: Readonly<Record<string, number>> = {
  'claim model': 0.5,
  'conflict event_date': 0.6,
  'conflict event_place': 0.5,
  'conflict number': 0.6,
  // Days are compared as people wrote them down, places as people linked them: what may be wrong is that it is one happening.
  'conflict other_date': 0.6,
  'conflict other_place': 0.5,
  'conflict quote_wording': 0.55,
  'name acronym': 0.9,
  'name alias': 0.95,
  'name gazetteer': 0.95,
  'name short_name': 0.65,
}

/** What a rule starts from: its counts over every labelled set, which sets these were, and the stated prior when there is none. */
export function startOf(kind: string, rule: string) {
  const key = `${kind} ${rule}`
  const counts = Object.entries(LABELLED[key] ?? {}) as [LabelledSet, Count][]
  const right = counts.reduce((sum, [, [n]]) => sum + n, 0)
  const wrong = counts.reduce((sum, [, [, n]]) => sum + n, 0)
  return { right, wrong, sets: counts.map(([set]) => set), prior: counts.length === 0 ? (PRIORS[key] ?? null) : null }
}

/** How far a rule is to be trusted before anybody decided: the lower end of the interval over its counts, or the stated prior. */
export function startingConfidence(kind: string, rule: string): number {
  const { right, wrong, prior } = startOf(kind, rule)
  return prior ?? wilsonLower(right, right + wrong)
}
