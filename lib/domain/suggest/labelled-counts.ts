/**
 * How often each rule was right where people or careful readers had labelled the answer, before anybody decided anything on
 * this desk: `[right, wrong]`. Rules about who speaks: ten Wikinews dispatches (overlap at least 0.3). Rules about
 * disagreements: the sample dispatch, one case each, so that they start humble. `bench/suggestions.ts` prints these figures.
 */
export const LABELLED: Record<string, readonly [right: number, wrong: number]> = {
  'claim according': [9, 1],
  'claim clause': [12, 0],
  'claim floating': [8, 0],
  'claim gerund': [2, 1],
  'claim infinitive': [1, 1],
  'claim inverted': [8, 0],
  'claim naming': [3, 0],
  'claim noun': [3, 0],
  'claim postposed': [10, 0],
  'claim quoted': [5, 0],
  'conflict actor': [1, 0],
  'conflict actor_labels': [1, 0],
  'conflict announcement_time': [1, 0],
  'conflict attribution_dropped': [1, 0],
  'conflict attribution_scope': [1, 0],
  'conflict certainty': [1, 0],
  'conflict confirmation_coverage': [1, 0],
  'conflict confirmation_of_nothing': [1, 0],
  'conflict deployment_status': [1, 0],
  'conflict extent': [1, 0],
  'conflict generalised_source': [1, 0],
  'conflict independence': [1, 0],
  'conflict missing_side': [1, 0],
  'conflict modality_ladder': [1, 0],
  'conflict name_spelling': [1, 0],
  'conflict place_kind': [1, 0],
  'conflict quote_fidelity': [1, 0],
  'conflict sequence': [1, 0],
  'conflict stale_statement': [1, 0],
  'conflict undated': [1, 0],
  'conflict unsourced_figure': [1, 0],
}
