import type { Permission } from './permission'

/** What leaves revisions that a person may put back. A chain goes with its occurrence, what a verdict stands on with the verdict. */
export const REVISED_KINDS = [
  'claims',
  'occurrences',
  'statements',
  'conflicts',
  'sources',
  'events',
  'evidence',
  'verdicts',
] as const
export type RevisedKind = (typeof REVISED_KINDS)[number]

const DATE = ['timeWords', 'timeEdtf', 'timeFrom', 'timeTo', 'timeBasis'] as const
/**
 * The columns history shows and puts back, in the order they are read. States, publication, people and versions are never
 * among them: a conflict is reopened and a verdict corrected by their own verbs, with their own reasons.
 */
export const COLUMNS = {
  claims: ['statementFr', 'statementEn', 'isCheckable', 'eventId', 'labels'],
  occurrences: [
    'kind',
    'quoteScopes',
    'modality',
    'modalityNote',
    ...DATE,
    'timeNote',
    'placeWords',
    'placeId',
    'actors',
  ],
  statements: ['value', 'words', 'qualifiers', 'rank', 'rankReason'],
  conflicts: ['titleFr', 'titleEn', 'class', 'type', 'severity', 'explanationFr', 'explanationEn'],
  sources: ['name', 'kind', 'isNamed', 'affiliation', 'roleWords', 'language', 'url', 'noteFr', 'noteEn', 'entityId'],
  events: ['titleFr', 'titleEn', ...DATE, 'placeId', 'parentId'],
  evidence: ['url', 'title', 'excerpt', 'language', 'publisherId', 'accessedAt', 'archivedUrl', 'noteFr', 'noteEn'],
  verdicts: [
    'ratingCode',
    'summaryFr',
    'summaryEn',
    'rationaleFr',
    'rationaleEn',
    'wouldChangeFr',
    'wouldChangeEn',
    'noEvidenceReasonFr',
    'noEvidenceReasonEn',
  ],
} as const satisfies Record<RevisedKind, readonly string[]>
export type RevisedColumn = (typeof COLUMNS)[RevisedKind][number]

/** What history shows and never puts back: states have verbs of their own. */
export const STATES = {
  claims: ['workState', 'assigneeId', 'publicAt', 'discardedAt'],
  occurrences: ['discardedAt'],
  statements: [],
  conflicts: ['status', 'assigneeId', 'publicAt'],
  sources: ['isProtected', 'publicAt', 'discardedAt'],
  events: ['publicAt', 'discardedAt'],
  evidence: ['publicAt'],
  verdicts: ['state', 'authorId', 'secondReaderId', 'isBlind', 'changesRequested'],
} as const satisfies Record<RevisedKind, readonly string[]>
export type ShownColumn = RevisedColumn | (typeof STATES)[RevisedKind][number]

/** Who may put a former state back: whoever may change the thing. */
export const EDITING = {
  claims: 'claim:edit',
  occurrences: 'claim:edit',
  statements: 'claim:edit',
  conflicts: 'conflict:edit',
  sources: 'source:manage',
  events: 'event:add',
  evidence: 'evidence:add',
  verdicts: 'verdict:draft',
} as const satisfies Record<RevisedKind, Permission>

/** What a column held: text, a number, a yes or no, a list, or nothing. */
export type Held = string | number | boolean | null | readonly unknown[] | Record<string, unknown>
export type Content = Readonly<Record<string, unknown>>

const snake = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Columns renamed since; an older revision keeps the name of its day (the migration as_known does the same in SQL). */
const FORMERLY: Readonly<Record<string, string>> = { noteFr: 'note', noEvidenceReasonFr: 'no_evidence_reason' }

/** What a revision holds for each column of its kind; a column younger than the revision is left out. */
export function columnsOf<K extends RevisedKind>(kind: K, content: Content): Partial<Record<RevisedColumn, Held>> {
  const held: Partial<Record<RevisedColumn, Held>> = {}
  for (const column of COLUMNS[kind]) {
    const name = snake(column) in content ? snake(column) : (FORMERLY[column] ?? snake(column))
    const value = content[name]
    if (value !== undefined) held[column] = value as Held
  }
  return held
}

/** The columns in which two states differ, in the order they are read. */
export function changedColumns(kind: RevisedKind, before: Content | null, after: Content): RevisedColumn[] {
  const was: Partial<Record<RevisedColumn, Held>> = before ? columnsOf(kind, before) : {}
  const is = columnsOf(kind, after)
  return COLUMNS[kind].filter((column) => JSON.stringify(was[column] ?? null) !== JSON.stringify(is[column] ?? null))
}

export type Change = { column: ShownColumn; before: Held; after: Held }

/** From one version to another, only the columns that are written by hand, in the order they are read. */
export const writtenBetween = (kind: RevisedKind, before: Content, after: Content): Change[] => {
  const written: readonly string[] = COLUMNS[kind]
  return changesBetween(kind, before, after).filter(({ column }) => written.includes(column))
}

/** What one version changed: the columns it can be put back in, then the states, in the order they are read. */
export function changesBetween(kind: RevisedKind, before: Content | null, after: Content): Change[] {
  const was: Partial<Record<ShownColumn, Held>> = before ? columnsOf(kind, before) : {}
  const is: Partial<Record<ShownColumn, Held>> = columnsOf(kind, after)
  const written = changedColumns(kind, before, after).map((column) => ({
    column,
    before: was[column] ?? null,
    after: is[column] ?? null,
  }))
  const states = STATES[kind].flatMap((column) => {
    const [from, to] = [before?.[snake(column)] ?? null, after[snake(column)] ?? null] as [Held, Held]
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ column, before: from, after: to }]
  })
  return [...written, ...states]
}
