import type { AttributionRule } from '@/lib/domain/suggest/attribution'
import type { NameRule } from '@/lib/domain/suggest/names'
import { count } from './format'

type Rule = { name: string; how: string }
const claim: Record<AttributionRule, Rule> = {
  according: {
    name: 'According to somebody',
    how: 'The text gives the words to a source: “according to”, “sources say”.',
  },
  postposed: { name: 'Said afterwards', how: 'The source comes behind the words: “…, said X”.' },
  inverted: { name: 'Verb before speaker', how: 'The verb stands before whoever speaks: “…, he explains”.' },
  clause: { name: 'Says that', how: 'A verb of saying and what is said: “X says that …”.' },
  quoted: { name: 'Says, then quotes', how: 'A verb of saying and a quotation: “X said: …”.' },
  noun: { name: 'Announces something', how: 'A verb of saying and a noun: “X announces the capture of …”.' },
  infinitive: { name: 'Asks or promises to', how: 'A verb of saying and an infinitive: “X asks to …”.' },
  passive: { name: 'Confirmed by', how: 'What is said, then by whom: “… confirmed by X”.' },
  gerund: { name: 'Saying that', how: 'Said along with something else: “confirming the withdrawal, he …”.' },
  floating: { name: 'Quotation that follows', how: 'A quotation without a verb, after the same speaker’s words.' },
  naming: { name: 'Calls it', how: 'The source gives something a name: “X describes Y as …”.' },
  model: {
    name: 'Proposed by a model',
    how: 'No rule found it: a provider named the words, and they stand in the text.',
  },
}
const name: Record<NameRule, Rule> = {
  acronym: { name: 'Short form', how: 'One is given in parentheses as the short form of the other.' },
  gazetteer: { name: 'Same place in the gazetteer', how: 'The gazetteer lists both as spellings of one place.' },
  alias: { name: 'Accepted before', how: 'Somebody has accepted both as names of one entity.' },
  fold_key: {
    name: 'Sounds alike',
    how: 'Without accents, doubled letters and transcriptions, nothing tells them apart.',
  },
  near_key: { name: 'Looks alike', how: 'They differ by very little in one text.' },
  short_name: { name: 'Shortened name', how: 'One is a part of the other.' },
}

/** What the desk says around suggestions, in English. */
export const deskSuggestEn = {
  title: 'Suggestions',
  propose: 'Suggest',
  again: 'Suggest again',
  working: 'Reading the text…',
  lead: 'Rules read the text and propose claims, names and conflicts. Nothing is kept as one before you accept it.',
  none: 'Nothing is proposed yet.',
  allDone: 'Everything that was proposed has been decided.',
  tooLong: 'This text is too long for suggestions.',
  found: (added: number, open: number) =>
    added === 0
      ? `Nothing new was found; ${count('en', open, { one: 'suggestion waits', other: 'suggestions wait' })}.`
      : `${count('en', added, { one: 'new suggestion', other: 'new suggestions' })}; ${count('en', open, { one: 'waits', other: 'wait' })} for a decision.`,
  tally: (open: number, accepted: number, edited: number, dismissed: number) =>
    `to decide: ${open} · accepted: ${accepted} · accepted with changes: ${edited} · dismissed: ${dismissed}`,
  groups: { claim: 'Claims', name: 'Names', conflict: 'Conflicts' },
  card: { claim: 'Suggested claim', name: 'Suggested name', conflict: 'Suggested conflict' },
  place: (n: number, words: string) => `Passage ${n}, see it in the text: ${words}`,
  sure: { high: 'rather sure', middle: 'likely', low: 'unsure' },
  percent: (share: number) => `${Math.round(share * 100)}%`,
  confidenceHelp: 'How often this rule is right.',
  says: (cue: string | null, who: string | null) =>
    who === null
      ? `${cue ? `“${cue}”` : 'The text'} hands these words to somebody it does not name.`
      : cue
        ? `“${cue}” names the source: ${who}.`
        : `These words go on from those of the source: ${who}.`,
  chain: 'Chain',
  newSource: 'new source',
  accept: 'Accept',
  acceptOf: (words: string) => `Accept: ${words}`,
  edit: 'Change, then accept',
  editOf: (words: string) => `Change, then accept: ${words}`,
  dismiss: 'Dismiss',
  dismissOf: (words: string) => `Dismiss: ${words}`,
  dismissReason: 'Why not (optional)',
  dismissWithReason: 'Dismiss with this reason',
  close: 'Close',
  decided: 'Decided.',
  stale: 'Somebody has decided about this one already.',
  mark: 'Mark the conflict',
  needsClaims: (n: number) =>
    `A conflict is marked between two claims. ${count('en', n, { one: 'passage is', other: 'passages are' })} no claim yet: accept or make the claim first.`,
  claimFirst: (words: string) => `Make a claim of this passage: ${words}`,
  claimFirstShort: 'Make a claim of this passage',
  relation: 'How the two names relate',
  entityKind: 'What a name nobody knows here yet stands for',
  passage: 'Words of the text',
  passageHelp: 'They must stand in the text, letter for letter.',
  statementFr: 'What it says, in French',
  statementEn: 'What it says, in English',
  kind: 'Form',
  modality: 'How sure the text is',
  scopes: 'How much of the quotation',
  hop: (n: number) => `Hop ${n}`,
  role: 'Role',
  source: 'Source',
  sourceOf: (n: number) => `Source of hop ${n}`,
  isNew: (words: string) => `${words} (new source)`,
  newName: 'Name, if it is new',
  newKind: 'What it is, if it is new',
  verb: 'Words that say so',
  medium: 'By which way',
  leftOut: 'Leave this hop out',
  event: 'Event',
  noEvent: 'No event',
  whenWords: 'When, in the words of the text',
  whenEdtf: 'Date read (EDTF)',
  whenBasis: 'How the date is known',
  placeWords: 'Where, in the words of the text',
  isCheckable: 'Can be checked',
  yes: 'yes',
  no: 'no',
  keysLine: { step: 'suggestion', accept: 'accept', edit: 'change', dismiss: 'dismiss' },
  keysGroup: 'In the suggestions',
  keys: {
    enter: 'Go to the suggestions',
    next: 'Next suggestion',
    previous: 'Previous suggestion',
    accept: 'Accept the suggestion',
    edit: 'Change it, then accept',
    dismiss: 'Dismiss the suggestion',
    show: 'Show its passages in the text',
  },
  rules: {
    claim,
    name,
    conflict: {
      actor: { name: 'Two actors', how: 'Two different groups are named for one event.' },
      actor_labels: { name: 'Labels that name nobody', how: 'One side has several labels that say not who it is.' },
      announcement_time: {
        name: 'Time of the announcement',
        how: 'The hour at which it was announced became the hour at which it happened.',
      },
      attribution_dropped: { name: 'Source dropped', how: 'A heading states as fact what the text gives to somebody.' },
      attribution_scope: {
        name: 'Where the source stops',
        how: 'The text goes on without saying whose words these are.',
      },
      certainty: { name: 'Reported or certain', how: 'A report in one place, a fact in another.' },
      confirmation_coverage: {
        name: 'What is confirmed',
        how: 'What the source confirms may be less than what was said before.',
      },
      confirmation_of_nothing: { name: 'Confirms the unsaid', how: 'Something is confirmed that nobody had said.' },
      deployment_status: { name: 'There or asked for', how: 'Forces are in place, and are still being asked for.' },
      event_date: { name: 'Two days', how: 'One event at one place is dated on two different days.' },
      event_place: { name: 'Two places', how: 'Two people put one event at two places.' },
      extent: { name: 'How far', how: 'Almost all in one place, done in another.' },
      generalised_source: { name: 'One voice for many', how: 'A whole side speaks, and one person is quoted.' },
      independence: { name: 'Same origin', how: 'A confirmation whose own source is not given.' },
      missing_side: { name: 'Missing side', how: 'Somebody’s acts are reported and they are never quoted.' },
      modality_ladder: {
        name: 'More certain than its text',
        how: 'A fact above, an intention or a possibility below.',
      },
      name_spelling: { name: 'Two spellings', how: 'One name is spelt in two ways.' },
      number: { name: 'Two figures', how: 'Two counts of one thing that cannot both hold.' },
      other_date: {
        name: 'Another day in the archive',
        how: 'Two claims about one event put it on different days.',
      },
      other_number: {
        name: 'Another figure in the archive',
        how: 'Two claims count one thing differently.',
      },
      other_place: {
        name: 'Another place in the archive',
        how: 'Two claims about one event put it at different places.',
      },
      place_kind: { name: 'Kind of place', how: 'One place is called a town here and a village there.' },
      quote_fidelity: { name: 'Whose words', how: 'The quotation was translated, cut, or goes on outside its marks.' },
      quote_wording: {
        name: 'One sentence, two wordings',
        how: 'The same words of one speaker are printed in two forms.',
      },
      sequence: { name: 'Order of events', how: 'The order given holds only at another time.' },
      stale_statement: { name: 'Said before the event', how: 'Words from before the event are printed after it.' },
      undated: { name: 'No date', how: 'The text names days and no date.' },
      unsourced_figure: { name: 'Figure without a source', how: 'A figure in the writer’s own voice, with no source.' },
    },
    match: {
      same_words: { name: 'Almost the same words', how: 'Two claims share a name and most of their words.' },
    },
  },
}
