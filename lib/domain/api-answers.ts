import { z } from 'zod'
import {
  CONFLICT_CLASSES,
  CONFLICT_STATUSES,
  CONFLICT_TYPES,
  DATE_BASES,
  HOP_ROLES,
  HOP_SCOPES,
  MODALITIES,
  OCCURRENCE_KINDS,
  QUOTE_SCOPES,
  RESOLUTION_OUTCOMES,
  SEVERITIES,
  SOURCE_KINDS,
  STANCES,
  STATEMENT_RANKS,
  VERDICT_STATES,
  WORK_STATES,
} from './vocabulary'

/** What `GET` answers, noun by noun. A stranger gets what is published, and of that neither who works on it nor how far they are. */
const id = z.guid()
const words = z.string().nullable()
const moment = z.iso.datetime()
const VagueDate = z
  .object({
    words: words.describe('As the text has it'),
    edtf: words.describe('Extended Date/Time Format'),
    from: words,
    to: words,
    basis: z.enum(DATE_BASES),
  })
  .meta({ id: 'VagueDate' })

/** On every record. */
const saved = {
  id,
  version: z.int().min(1).describe('Also the ETag of this record'),
  publicAt: moment.nullable().describe('Null: the public does not see it'),
  updatedAt: moment,
}

export const StatementAnswer = z
  .object({
    id,
    eventId: id,
    property: z.string(),
    value: z.string(),
    words,
    rank: z.enum(STATEMENT_RANKS),
    version: z.int(),
  })
  .meta({ id: 'Statement' })
export const OccurrenceAnswer = z
  .object({
    id,
    dispatchId: id,
    dispatchVersionId: id,
    start: z.int().describe('In code points'),
    end: z.int(),
    quote: z.string(),
    kind: z.enum(OCCURRENCE_KINDS),
    quoteScopes: z.array(z.enum(QUOTE_SCOPES)),
    modality: z.enum(MODALITIES),
    when: VagueDate,
    placeWords: words,
    actors: z.array(z.string()),
    version: z.int(),
    chain: z.array(
      z.object({
        sourceId: id.nullable().describe('Null: a source you may not know of'),
        source: words,
        role: z.enum(HOP_ROLES),
        verb: words,
        medium: words,
        language: words,
        scope: z.enum(HOP_SCOPES),
      }),
    ),
    statements: z.array(StatementAnswer),
  })
  .meta({ id: 'Occurrence' })
export const ClaimAnswer = z
  .object({
    ...saved,
    ref: z.string(),
    slug: z.string(),
    statementFr: words,
    statementEn: words,
    isCheckable: z.boolean(),
    eventId: id.nullable(),
    verdictId: id.nullable(),
    rating: words.describe('Of the latest published version of the verdict'),
    occurrences: z.array(OccurrenceAnswer),
    work: z
      .object({ state: z.enum(WORK_STATES), labels: z.array(z.string()), assigneeId: id.nullable() })
      .optional()
      .describe('For who is signed in'),
  })
  .meta({ id: 'Claim' })
export const ConflictAnswer = z
  .object({
    ...saved,
    ref: z.string(),
    slug: z.string(),
    type: z.enum(CONFLICT_TYPES),
    class: z.enum(CONFLICT_CLASSES),
    severity: z.enum(SEVERITIES),
    status: z.enum(CONFLICT_STATUSES),
    eventId: id,
    property: z.string(),
    titleFr: z.string(),
    titleEn: z.string(),
    explanationFr: words,
    explanationEn: words,
    positions: z.array(
      z.object({
        id,
        ordinal: z.int().describe('1 is A'),
        value: z.string(),
        isGeneral: z.boolean(),
        statementIds: z.array(id),
      }),
    ),
    resolutions: z.array(
      z.object({
        n: z.int(),
        outcome: z.enum(RESOLUTION_OUTCOMES),
        positionId: id.nullable(),
        rationaleFr: words,
        rationaleEn: words,
        at: moment,
      }),
    ),
  })
  .meta({ id: 'Conflict' })
export const EventAnswer = z
  .object({
    ...saved,
    ref: z.string(),
    slug: z.string(),
    titleFr: z.string(),
    titleEn: z.string(),
    when: VagueDate,
    placeId: id.nullable(),
    parentId: id.nullable(),
  })
  .meta({ id: 'Event' })
export const SourceAnswer = z
  .object({
    ...saved,
    slug: z.string(),
    name: z.string().describe('The alias of a protected source'),
    kind: z.enum(SOURCE_KINDS),
    isNamed: z.boolean(),
    isProtected: z.boolean(),
    affiliation: words,
    roleWords: words,
    language: words,
    url: words,
  })
  .meta({ id: 'Source' })
export const EvidenceAnswer = z
  .object({
    ...saved,
    ref: z.string(),
    slug: z.string(),
    url: words,
    title: words,
    excerpt: words,
    language: words,
    publisherId: id.nullable(),
    accessedAt: moment.nullable(),
    archivedUrl: words,
    archivedSha256: words,
    fileSha256: words,
    noteFr: words,
    noteEn: words,
    links: z.array(
      z.object({
        id,
        claimId: id.nullable(),
        conflictId: id.nullable(),
        positionId: id.nullable(),
        stance: z.enum(STANCES),
        noteFr: words,
        noteEn: words,
      }),
    ),
  })
  .meta({ id: 'Evidence' })
export const DispatchAnswer = z
  .object({
    ...saved,
    slug: z.string(),
    title: z.string(),
    url: words,
    language: z.string(),
    publisherId: id.nullable(),
    published: VagueDate,
    versions: z.array(
      z.object({
        id,
        n: z.int(),
        sha256: z.string(),
        length: z.int().describe('In code points'),
        language: z.string(),
        retrievedAt: moment,
        text: z.string().optional().describe('In the answer for one dispatch'),
      }),
    ),
  })
  .meta({ id: 'Dispatch' })

const verdictWords = {
  ratingCode: z.string(),
  summaryFr: words,
  summaryEn: words,
  rationaleFr: words,
  rationaleEn: words,
  wouldChangeFr: words,
  wouldChangeEn: words,
  noEvidenceReasonFr: words,
  noEvidenceReasonEn: words,
}
export const VerdictAnswer = z
  .object({
    id,
    claimId: id,
    state: z.enum(VERDICT_STATES),
    versions: z.array(
      z.object({ n: z.int(), isWithdrawal: z.boolean(), ...verdictWords, isBlind: z.boolean(), publishedAt: moment }),
    ),
    version: z.int().min(1).optional().describe('For who is signed in; also the ETag'),
    work: z
      .object({
        ...verdictWords,
        authorId: id,
        secondReaderId: id.nullable(),
        isBlind: z.boolean(),
        changesRequested: words,
        updatedAt: moment,
        conflictIds: z.array(id),
        evidenceIds: z.array(id),
        sourceIds: z.array(id),
      })
      .optional()
      .describe('For who is signed in, unless a blind reading hides it from you'),
  })
  .meta({ id: 'Verdict' })

export type VagueDateAnswer = z.output<typeof VagueDate>
export type ClaimAnswer = z.output<typeof ClaimAnswer>
export type OccurrenceAnswer = z.output<typeof OccurrenceAnswer>
export type ConflictAnswer = z.output<typeof ConflictAnswer>
export type EventAnswer = z.output<typeof EventAnswer>
export type SourceAnswer = z.output<typeof SourceAnswer>
export type EvidenceAnswer = z.output<typeof EvidenceAnswer>
export type DispatchAnswer = z.output<typeof DispatchAnswer>
export type VerdictAnswer = z.output<typeof VerdictAnswer>

/** The nouns that are read, each in one way. */
export const RECORD_ANSWERS = {
  dispatches: DispatchAnswer,
  claims: ClaimAnswer,
  events: EventAnswer,
  conflicts: ConflictAnswer,
  sources: SourceAnswer,
  evidence: EvidenceAnswer,
  verdicts: VerdictAnswer,
} as const
export type RecordKind = keyof typeof RECORD_ANSWERS
export type RecordAnswer<K extends RecordKind = RecordKind> = z.output<(typeof RECORD_ANSWERS)[K]>
