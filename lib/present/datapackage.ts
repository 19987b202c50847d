import { RATING_CODES } from '@/lib/domain/rating'
import {
  CONFLICT_CLASSES,
  CONFLICT_STATUSES,
  CONFLICT_TYPES,
  DATE_BASES,
  MODALITIES,
  OCCURRENCE_KINDS,
  RESOLUTION_OUTCOMES,
  SOURCE_KINDS,
  STANCES,
} from '@/lib/domain/vocabulary'

type Field = {
  name: string
  type: 'string' | 'integer' | 'boolean' | 'datetime'
  format?: 'uri'
  description: string
  constraints?: { required?: true; unique?: true; minimum?: number; enum?: readonly string[]; pattern?: string }
}
type Column = readonly [name: string, description: string, more?: Partial<Field>]
const field = ([name, description, more]: Column): Field => ({ name, type: 'string', ...more, description })

const KEY = { constraints: { required: true, unique: true } } as const
const PLACE = { type: 'integer', constraints: { required: true, minimum: 0 } } as const
const REQUIRED = { constraints: { required: true } } as const
const ADDRESS = { format: 'uri' } as const
const oneOf = (values: readonly string[]) => ({ constraints: { enum: values } })
/** An outcome, followed by the letter of the side it prefers when it prefers one: `prefer_position A`. */
const SETTLED = {
  constraints: {
    pattern: `^(?:${RESOLUTION_OUTCOMES.map((it) => (it === 'prefer_position' ? `${it} [A-Z]` : it)).join('|')})$`,
  },
}

/** The columns of each table, in their order (product.md part 5). */
const COLUMNS = {
  claims: [
    ['claim_id', 'Reference of the claim; a claim that occurs twice has two rows.', REQUIRED],
    ['claim_slug', 'Name of the claim in addresses.', REQUIRED],
    ['dispatch_slug', 'Name of the text in addresses.', REQUIRED],
    ['occurrence_id', 'The occurrence: one row each.', KEY],
    ['quote', 'The words of the text, letter for letter.', REQUIRED],
    ['start', 'Where the quotation begins in the text, in Unicode code points from 0.', PLACE],
    ['end', 'Where it ends, in code points, exclusive.', PLACE],
    ['statement_fr', 'The claim in our words, in French.'],
    ['statement_en', 'The claim in our words, in English.'],
    ['kind', 'How the text carries the words.', oneOf(OCCURRENCE_KINDS)],
    ['quote_scope', 'How much of what was said the quotation gives; several are separated.'],
    ['modality', 'How firmly it is said.', oneOf(MODALITIES)],
    ['source', 'Where the words come from: the first voice of the chain.'],
    ['source_kind', 'What kind of source that is.', oneOf(SOURCE_KINDS)],
    ['attribution_chain', 'Who said it and through whom, first voice first: name (role) > name (role).'],
    ['event', 'What the claim is about.'],
    ['event_date', 'When it happened, in EDTF (ISO 8601-2), as far as the text says.'],
    ['event_date_basis', 'Whether the text states the date, or we inferred it.', oneOf(DATE_BASES)],
    ['place', 'The place as the text writes it.'],
    ['actors', 'Who acts, as the text writes it; several are separated.'],
    ['conflict_ids', 'Conflicts in which this occurrence takes a side; several are separated.'],
    ['verdict', 'Code of the verdict in force; empty when there is none.', oneOf(RATING_CODES)],
    ['verdict_label_fr', 'The verdict in French.'],
    ['verdict_label_en', 'The verdict in English.'],
    ['published_at', 'When the verdict in force was published.', { type: 'datetime' }],
    ['url', 'Page of the claim.', ADDRESS],
  ],
  conflicts: [
    ['conflict_id', 'Reference of the conflict.', KEY],
    ['slug', 'Name of the conflict in addresses.', REQUIRED],
    ['type', 'What the sources disagree about.', oneOf(CONFLICT_TYPES)],
    ['class', 'How they disagree.', oneOf(CONFLICT_CLASSES)],
    ['status', 'Where our work on it stands.', oneOf(CONFLICT_STATUSES)],
    ['event', 'The event they speak about.'],
    ['property', 'The property on which they differ.'],
    ['positions', 'The sides, in order, and who takes each.'],
    ['claim_ids', 'Claims that take a side; several are separated.'],
    ['explanation_fr', 'Why this is a conflict, in French.'],
    ['explanation_en', 'Why this is a conflict, in English.'],
    [
      'resolution',
      'How it was settled, with the letter of the side preferred, if any; empty while it is open.',
      SETTLED,
    ],
    ['rationale', 'Why it was settled so.'],
    ['url', 'Page of the conflict.', ADDRESS],
  ],
  sources: [
    ['source_slug', 'Name of the source in addresses.', KEY],
    ['name', 'Name of the source; the alias of one that is protected.', REQUIRED],
    ['kind', 'What kind of source it is.', oneOf(SOURCE_KINDS)],
    ['is_named', 'Whether the text names it.', { type: 'boolean' }],
    ['affiliation', 'Whom it belongs to; empty for a protected source.'],
    ['role_words', 'What the text says it is; empty for a protected source.'],
    ['language', 'The language it speaks, as a BCP 47 tag.'],
    ['url', 'Page of the source.', ADDRESS],
  ],
  evidence: [
    ['evidence_id', 'Reference of the piece of evidence.', REQUIRED],
    ['source_url', 'Where it was found.', ADDRESS],
    ['title', 'Its title.'],
    ['excerpt', 'The words we rely on, letter for letter.'],
    ['language', 'Its language, as a BCP 47 tag.'],
    ['stance', 'Which way it bears on the claim or conflict.', oneOf(STANCES)],
    ['bears_on', 'The claim or conflict it bears on.'],
    ['note_fr', 'What we make of it, in French.'],
    ['note_en', 'What we make of it, in English.'],
    ['accessed_at', 'When we read it.', { type: 'datetime' }],
    ['archived_url', 'A copy kept elsewhere.', ADDRESS],
  ],
} as const satisfies Record<string, readonly Column[]>

export type TableName = keyof typeof COLUMNS
export const TABLE_NAMES = Object.keys(COLUMNS) as TableName[]
/** Names of the columns of a table, in order. */
export const columnNames = (table: TableName): string[] => COLUMNS[table].map(([name]) => name)

const TABLES: Record<TableName, { title: string; description: string; primaryKey?: string }> = {
  claims: {
    title: 'Claims',
    description: 'One row for each place where a text makes a public claim.',
    primaryKey: 'occurrence_id',
  },
  conflicts: {
    title: 'Conflicts',
    description: 'One row for each point on which sources disagree.',
    primaryKey: 'conflict_id',
  },
  sources: { title: 'Sources', description: 'One row for each source.', primaryKey: 'source_slug' },
  evidence: { title: 'Evidence', description: 'One row for each piece of evidence and what it bears on.' },
}

/** What a CSVW reader makes of a cell. */
const DATATYPE = { string: 'string', integer: 'integer', boolean: 'boolean', datetime: 'dateTimeStamp' } as const

export const csvwPath = (table: TableName): string => `/export/${table}.csv-metadata.json`

/** What one table holds, for programs that read CSV on the Web (W3C tabular metadata); where it is said is a link of the table. */
export const csvwMetadata = (table: TableName, baseUrl: string): string => {
  const { title, description, primaryKey } = TABLES[table]
  return JSON.stringify({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${baseUrl}/export/${table}.csv`,
    'dc:title': title,
    'dc:description': description,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      lineTerminators: ['\r\n'],
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    tableSchema: {
      columns: COLUMNS[table].map(field).map(({ name, type, format, description: said, constraints }) => ({
        name,
        titles: name,
        'dc:description': said,
        datatype:
          constraints?.minimum === undefined
            ? format === 'uri'
              ? 'anyURI'
              : constraints?.pattern === undefined
                ? DATATYPE[type]
                : { base: DATATYPE[type], format: constraints.pattern }
            : { base: DATATYPE[type], minimum: constraints.minimum },
        required: constraints?.required === true,
        null: '',
      })),
      ...(primaryKey !== undefined && { primaryKey }),
    },
  })
}

/**
 * What the tables hold, for programs (Data Package 2.0). No licence is stated in `licenses`: the quotations belong to those
 * who wrote them, and only the newsroom that runs a site can say how its own words may be used.
 */
export const dataPackage = (baseUrl: string): string =>
  JSON.stringify({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'recoupe',
    title: 'Recoupe',
    description:
      'Public claims, the conflicts between them, their sources and evidence. Each table is also an Excel workbook, under the same name with .xlsx. Licence: quotations and excerpts belong to their authors and are given for verification; for the words of this site, ask the newsroom that publishes it.',
    homepage: `${baseUrl}/`,
    resources: TABLE_NAMES.map((name) => {
      const { primaryKey, ...said } = TABLES[name]
      return {
        name,
        type: 'table',
        path: `${name}.csv`,
        ...said,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: {
          $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
          header: true,
          delimiter: ',',
          lineTerminator: '\r\n',
          quoteChar: '"',
          doubleQuote: true,
        },
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields: COLUMNS[name].map(field),
          missingValues: [''],
          ...(primaryKey !== undefined && { primaryKey: [primaryKey] }),
        },
      }
    }),
  })
