import type { TableProblemWords } from './table-problems'

const words = (value: string | null) => (value === null ? '(nothing)' : `“${value}”`)

export const tableProblemsEn: TableProblemWords = {
  place: (row, column) => (column === null ? `row ${row}: ` : `row ${row}, column ${column}: `),
  line: (line) => ` (line ${line} of the file)`,
  found: (value) => `“${value}” – `,
  row: {
    not_a_choice: ({ choices }) => `not one of the choices. Use one of: ${choices}.`,
    too_long: ({ max }) => `longer than ${max} characters. Shorten it.`,
    control_character: () => 'there is an invisible control character in it. Remove it.',
    nul_character: () => 'there is a null character (U+0000) in it, which cannot be kept. Remove it.',
    lone_surrogate: () => 'there is half a character in it. Copy the text again from its source.',
    not_an_id: () => 'not an id of ours. Copy it from the export, or leave the cell empty.',
    field_count: ({ found, expected }) =>
      `${found} cells where the header has ${expected}. Look for a separator or a quotation mark too many or too few.`,
    after_quote: () =>
      'text follows a closing quotation mark. Double the quotation marks inside a cell, or take away the stray one.',
    not_json: () => 'not one JSON object on a line. Mend the line, or leave it out.',
    not_annotation: () => 'not an annotation: its type or its target is missing. Leave it out.',
    unknown_claim: () =>
      'no claim of ours is called so. Check it; a key of your own goes into a column mapped to “key”.',
    unknown_occurrence: () => 'no passage of ours has this id. Copy it from the export, or leave the cell empty.',
    keys_differ: () =>
      'it names another claim than the other keys of the row. Keep the right one and empty the others.',
    unknown_event: () => 'no event is called so. Use its slug or its title, or add the event first.',
    ambiguous_event: () => 'several events are called so. Use the slug of the one that is meant.',
    unknown_dispatch: () => 'no dispatch has this slug. Add the dispatch first, or correct the slug.',
    no_statement: () => 'a new claim states something. Fill in statement_fr or statement_en.',
    no_kind: () => 'a new passage says how the text carries the words. Fill in kind.',
    no_publisher: () => 'the dispatch names no publisher, so nobody would be cited. Name its publisher first.',
    passage_incomplete: () => 'a passage needs both dispatch_slug and quote. Fill in the other, or empty both.',
    needs_passage: () =>
      'it describes a passage, and the row gives none. Fill in dispatch_slug and quote, or empty the cell.',
    which_occurrence: () => 'the claim has several passages, or none. Say which in occurrence_id, or empty the cell.',
    scope_of_narration: () => 'narration quotes nobody, so it has no quote_scope. Empty it, or change kind.',
    not_changed_here: () => 'this column is not changed in a table.',
    said_twice: ({ first }) => `row ${first} says something else of the same claim. Make them agree.`,
    key_twice: ({ first }) => `row ${first} has the same key. Give each its own.`,
    quote_not_in_text: ({ nearest }) =>
      nearest === undefined
        ? 'these words are not in the text, letter for letter. Copy them from the dispatch.'
        : `these words are not in the text, letter for letter. The text has: “${nearest}”.`,
    quote_ambiguous: ({ count }) => `these words stand ${count} times in the text. Quote more of the passage.`,
    chain_too_long: ({ max }) => `a chain has at most ${max} hops, the publisher among them. Leave some out.`,
    chain_hop_empty: () => 'a hop of the chain is empty. Write a name between the signs “>”, or take one of them away.',
    chain_hop_withheld: () =>
      'the “…” stands for a source that is protected, and names nobody. Set the chain on the page of the claim.',
    chain_role_unknown: ({ name, role, choices }) =>
      `“${role}”, said of “${name}”, is no role. Use one of: ${choices}; or add a role after it, when it is a part of the name.`,
    chain_role_missing: ({ name, choices }) =>
      `what “${name}” did is not said. Write it behind the name, “${name} (interpreter)”, with one of: ${choices}.`,
    chain_role_order: ({ name }) =>
      `“${name}” stands too late. Whoever speaks comes before the interpreter, the agency and the outlet, and nobody speaks after a source that is not named.`,
    unknown_source: ({ name }) =>
      `no source is called so: “${name}”. Correct the name, add the source on the page Sources, or have the import add the sources we do not know (--add-sources).`,
    ambiguous_source: ({ name, slugs }) =>
      `several sources are called “${name}”. Write the address name of the one that is meant: ${slugs}.`,
  },
  elsewhere: {
    dispatch_slug: 'A passage stays in its text. Put back what was there.',
    quote: 'Quoted words never change. Put back what was there; another passage is a new row.',
    start: 'It follows from the quotation. Put back what was there.',
    end: 'It follows from the quotation. Put back what was there.',
    source: 'It is the first voice of the chain: change the chain on the page of the claim.',
    source_kind: 'It is changed on the page of the source.',
    attribution_chain:
      'Only a new passage brings its chain; this one is changed on the page of the claim, source by source.',
    event_date: 'It is changed on the page of the claim.',
    event_date_basis: 'It is changed on the page of the claim.',
    place: 'It is changed on the page of the claim.',
    actors: 'It is changed on the page of the claim.',
    conflict_ids: 'Conflicts are marked on their own pages.',
    verdict: 'A verdict is drafted, read and published on the page of the claim.',
    verdict_label_fr: 'It follows from the verdict, which is published on the page of the claim.',
    verdict_label_en: 'It follows from the verdict, which is published on the page of the claim.',
    published_at: 'It is the moment of publication. Put back what was there.',
  },
  file: {
    empty: () => 'There is no row in it.',
    not_utf8: () => 'It is not text in UTF-8. Save it as “CSV UTF-8”, or as XLSX, and try again.',
    quote_not_closed: (_, line) =>
      `A quotation mark opened before line ${line} is never closed; the file may be cut short. Close it, or send the whole file.`,
    field_too_long: (_, line) =>
      `A cell on line ${line} has more than a million characters: a quotation mark is probably not closed. Close it.`,
    no_header: () =>
      'Its first row does not name the columns, or not those that were mapped. Put the names in the first row.',
    one_column: () => 'It has one column only. Check what separates the cells: comma, semicolon, tab or |.',
    name_twice: ({ found }) => `Two columns are called “${found ?? ''}”. Rename one.`,
    not_a_workbook: () => 'It is not a workbook we can read. Save it as XLSX without a password, or as CSV.',
    not_json: () => 'These annotations are not JSON. Ask for the file again; it may have been cut off.',
    no_such_sheet: ({ found }) => `The workbook has no sheet “${found ?? ''}”. Choose one of its own.`,
    workbook_too_big: () => 'The workbook is too big once unpacked. Save it as CSV and send that.',
  },
  conflict: ({ base, ours, theirs }) =>
    `both sides changed it. It was ${words(base)}; ours is now ${words(ours)}, theirs is ${words(theirs)}. Ours stays unless you take theirs.`,
  left: ({ ref, reason }) =>
    reason === 'changed_since'
      ? `${ref}: somebody changed it since; it stays as it is.`
      : reason === 'published'
        ? `${ref}: readers have seen it; it changes with a correction.`
        : `${ref}: somebody built on it since; it stays.`,
}
