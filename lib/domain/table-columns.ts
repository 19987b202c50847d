import type { RecordFault } from './table-file'
import { MAX_LINE_LENGTH, MAX_PROSE_LENGTH, textFault } from './text'
import { MODALITIES, OCCURRENCE_KINDS, QUOTE_SCOPES } from './vocabulary'

/** What says which claim a row is about: ours by three names, or the sender's own key. */
export const KEY_FIELDS = ['claim_id', 'claim_slug', 'occurrence_id', 'key'] as const
/** What a row may change, and what a new one brings. */
export const CLAIM_FIELDS = ['statement_fr', 'statement_en', 'event'] as const
export const PASSAGE_FIELDS = ['kind', 'quote_scope', 'modality'] as const
/** Where the words of a new passage stand. */
export const PLACE_FIELDS = ['dispatch_slug', 'quote'] as const
/** Who said the words of a new passage, and through whom; of one that is there it is changed on the page of its claim. */
export const CHAIN_FIELD = 'attribution_chain'
/** What claims.csv has besides: worked out from the rest or changed on its own page, so that a cell edited here is told where. */
export const DERIVED_FIELDS = [
  'start',
  'end',
  'source',
  'source_kind',
  CHAIN_FIELD,
  'event_date',
  'event_date_basis',
  'place',
  'actors',
  'conflict_ids',
  'verdict',
  'verdict_label_fr',
  'verdict_label_en',
  'published_at',
] as const
export const TABLE_FIELDS = [
  ...KEY_FIELDS,
  ...CLAIM_FIELDS,
  ...PASSAGE_FIELDS,
  ...PLACE_FIELDS,
  ...DERIVED_FIELDS,
] as const
export type TableField = (typeof TABLE_FIELDS)[number]
/** The fields a change may be about. */
export const CHANGED_FIELDS = [...CLAIM_FIELDS, ...PASSAGE_FIELDS] as const
export type ChangedField = (typeof CHANGED_FIELDS)[number]
export type DerivedField = (typeof DERIVED_FIELDS)[number]

/** What can be wrong with a row or a cell of it. */
export const ROW_FAULTS = [
  'not_a_choice',
  'too_long',
  'control_character',
  'nul_character',
  'lone_surrogate',
  'not_an_id',
  'field_count',
  'after_quote',
  'not_json',
  'not_annotation',
  'unknown_claim',
  'unknown_occurrence',
  'keys_differ',
  'unknown_event',
  'ambiguous_event',
  'unknown_dispatch',
  'no_statement',
  'no_kind',
  'no_publisher',
  'passage_incomplete',
  'needs_passage',
  'which_occurrence',
  'scope_of_narration',
  'not_changed_here',
  'said_twice',
  'key_twice',
  'quote_not_in_text',
  'quote_ambiguous',
  'chain_too_long',
  'chain_hop_empty',
  'chain_hop_withheld',
  'chain_role_unknown',
  'chain_role_missing',
  'chain_role_order',
  'unknown_source',
  'ambiguous_source',
] as const satisfies readonly (RecordFault | string)[]
export type RowFault = (typeof ROW_FAULTS)[number]
/** A fault of a cell, by its place among the columns; null when it is about the whole row. */
export type CellFault = { at: number | null; code: RowFault; told?: Record<string, string | number> }

/** A column of a file and the field of ours it means; null when it is left out. */
export type TableColumn = { name: string; field: TableField | null }

/** Names people give the columns, beside our own, as `plainName` writes them. */
const TITLES: Partial<Record<TableField, readonly string[]>> = {
  claim_id: ['claim', 'claim ref', 'reference', 'affirmation', 'reference de l affirmation'],
  key: ['id', 'their id', 'identifiant', 'cle', 'external id', 'record id'],
  statement_fr: [
    'statement in french',
    'enonce',
    'enonce fr',
    'enonce en francais',
    'affirmation fr',
    'affirmation en francais',
  ],
  statement_en: ['statement', 'statement in english', 'claim en', 'claim in english', 'enonce en', 'enonce en anglais'],
  event: ['evenement', 'event slug'],
  kind: ['forme', 'form', 'type de citation'],
  quote_scope: ['etendue', 'etendue de la citation', 'scope'],
  modality: ['modalite'],
  dispatch_slug: ['dispatch', 'depeche', 'texte'],
  quote: ['quotation', 'citation', 'passage', 'words'],
  attribution_chain: [
    'chain',
    'attribution',
    'who said',
    'who said it',
    'said by',
    'speaker',
    'chaine',
    'chaine d attribution',
    'qui l a dit',
    'qui le dit',
    'locuteur',
  ],
}

/** A name without accents, capitals and marks. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The field a column means by its name: ours, or a usual title in French or English. Never two columns for one field. */
export function columnsOf(
  names: readonly string[],
  said: Readonly<Record<string, TableField | null>> = {},
): TableColumn[] {
  const taken = new Set<TableField>(Object.values(said).filter((it) => it !== null))
  return names.map((name) => {
    if (Object.hasOwn(said, name)) return { name, field: said[name] ?? null }
    const plain = plainName(name)
    const field =
      TABLE_FIELDS.find((it) => it.replaceAll('_', ' ') === plain) ??
      TABLE_FIELDS.find((it) => TITLES[it]?.includes(plain)) ??
      null
    if (field === null || taken.has(field)) return { name, field: null }
    taken.add(field)
    return { name, field }
  })
}

const CHANGED = new Set<TableField>(CHANGED_FIELDS)
/** Whether the columns say enough to do anything: at least one that can be changed. */
export const saysEnough = (columns: readonly TableColumn[]): boolean =>
  columns.some(({ field }) => field !== null && CHANGED.has(field))

const CHOICES: Partial<Record<TableField, readonly string[]>> = { kind: OCCURRENCE_KINDS, modality: MODALITIES }
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
/** Fields whose words are somebody else's: every space stays. */
const VERBATIM = new Set<TableField | null>(['quote', null])
/** Longest key of a sender. */
const MAX_KEY = 500

/** A cell as it is compared: our own words without the space around them, several codes in their usual order. */
export function cellRead(field: TableField | null, cell: string): string {
  if (VERBATIM.has(field)) return cell
  const trimmed = cell.trim()
  if (field === 'occurrence_id') return trimmed.toLowerCase()
  if (field !== 'quote_scope') return trimmed
  const codes = trimmed.split(/[\s,;|]+/u)
  const known = QUOTE_SCOPES.filter((it) => codes.includes(it))
  return codes.every((it) => it === '' || QUOTE_SCOPES.includes(it as never)) ? known.join(' ') : trimmed
}

/** What is wrong with a cell by itself. */
export function cellFault(field: TableField | null, cell: string): Omit<CellFault, 'at'> | null {
  if (field === null || cell === '') return null
  const max = field === 'quote' ? MAX_PROSE_LENGTH : field === 'key' ? MAX_KEY : MAX_LINE_LENGTH
  const fault = textFault(cell, DERIVED.has(field) ? MAX_PROSE_LENGTH : max)
  if (fault) return { code: fault as RowFault, told: { max } }
  const choices = CHOICES[field]
  if (choices && !choices.includes(cell)) return { code: 'not_a_choice', told: { choices: choices.join(', ') } }
  if (field === 'quote_scope' && cell.split(' ').some((it) => !QUOTE_SCOPES.includes(it as never)))
    return { code: 'not_a_choice', told: { choices: QUOTE_SCOPES.join(', ') } }
  if (field === 'occurrence_id' && !UUID.test(cell)) return { code: 'not_an_id' }
  return null
}
const DERIVED = new Set<TableField>(DERIVED_FIELDS)

/** A cell of a table as a form names it: `42 statement_fr`. */
export const tableCellId = ({ row, field }: { row: number; field: ChangedField }): string => `${row} ${field}`
