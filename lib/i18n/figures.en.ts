import type { LabelledSet } from '@/lib/domain/suggest/rule-starts'
import { number } from './format'

const kinds: Record<string, string> = {
  claim: 'Who says what',
  name: 'Names that may be one',
  conflict: 'Disagreements',
  match: 'Claims that may say the same',
}
const sets: Record<LabelledSet, string> = {
  'wikinews-fr': 'ten French Wikinews dispatches',
  'gum-news': 'English news and interviews (GUM)',
  'geonames-ml': 'spellings of places in Mali (GeoNames)',
  'org-aliases-fr': 'names of organisations, French official list',
  'mali-2013': 'the sample dispatch',
  daccord: 'French sentence pairs (DACCORD)',
  'rte3-fr': 'French sentence pairs (RTE-3)',
}
const percent = (share: number) => `${number('en', Math.round(share * 100))}%`

export const figuresEn = {
  title: 'How good are our suggestions?',
  what: 'Rules propose claims, names and disagreements; nothing becomes one without the decision of a named person. What people decided about each rule’s suggestions is counted and published.',
  link: 'See the figures',
  lead: 'Each line is one rule. “Sure of” is what its record stands for at least: the lower end of the 95% interval (Wilson) of the share that was right. Few cases give little, however well they went.',
  quietHow: (after: number, below: number) =>
    `A rule that has been decided about ${number('en', after)} times and is sure of less than ${percent(below)} goes quiet: it proposes nothing any more.`,
  labelledHow:
    'Before the first decision, a rule starts from texts whose answers were labelled: it has as many right and wrong cases there as each line says, and decisions are added to them. On the sample dispatch the rules about disagreements were written, so that each has one case and starts humble. Where no labelled text covers a rule, what is supposed of it is stated, and counts until somebody decides.',
  measuredOn: (day: string) => `Measured on ${day}.`,
  kinds,
  rule: 'Rule',
  sure: 'Sure of',
  right: 'Right',
  labelled: 'Labelled: right of all',
  accepted: 'Accepted',
  edited: 'Changed, then accepted',
  dismissed: 'Dismissed',
  quiet: 'gone quiet',
  stated: 'stated, not measured',
  noSet: 'none covers it',
  sets,
  unknown: 'not known yet',
  percent,
  ofAll: (right: number, all: number) => `${number('en', right)} of ${number('en', all)}`,
}
