import type { ChainHop } from './chain'
import type { LocatedPlace } from './locator'
import type { PropertyCode } from './property'
import type { Span } from './quote'
import type { RatingCode } from './rating'
import type { VagueDate } from './vague-date'
import type {
  ClaimRelationKind,
  ConflictClass,
  ConflictStatus,
  ConflictType,
  CorrectionSeverity,
  EntityKind,
  Language,
  Modality,
  NameRelation,
  OccurrenceKind,
  QuoteScope,
  ResolutionOutcome,
  Severity,
  SourceKind,
  Stance,
  StatementRank,
  VerdictState,
  WorkState,
} from './vocabulary'

/**
 * What a page shows of the record. The same shapes are loaded under the desk's role and under a stranger's: PostgreSQL
 * decides what is in them. Lists have a stated order; times are ISO strings with zone; offsets are code points.
 */

/** A verdict as it stands for readers: its latest published version; `state` tells whether it needs another look. */
export type VerdictBrief = {
  rating: RatingCode
  state: VerdictState
  publishedAt: string
  n: number
  isWithdrawal: boolean
}
export type ConflictBrief = {
  id: string
  ref: string
  slug: string
  type: ConflictType
  class: ConflictClass
  status: ConflictStatus
  property: PropertyCode
  titleFr: string
  titleEn: string
}
export type EventBrief = { id: string; ref: string; slug: string; titleFr: string; titleEn: string; date: VagueDate }
export type DispatchBrief = {
  id: string
  slug: string
  title: string
  language: string
  url: string | null
  publisher: string | null
  published: VagueDate
  isPublic: boolean
  version: number
}
export type ClaimBrief = {
  id: string
  ref: string
  slug: string
  statementFr: string | null
  statementEn: string | null
  isCheckable: boolean
  isPublic: boolean
  workState: WorkState
  version: number
  event: EventBrief | null
  verdict: VerdictBrief | null
}
export type HopView = ChainHop & {
  affiliation: string | null
  roleWords: string | null
  kind: SourceKind
  isProtected: boolean
  spokenWords: string | null
  /** The last day on which it can have been said; null when the time is unknown or only approximate. */
  spokenBy: string | null
}

/** One appearance of a claim with its chain, first voice first. */
export type OccurrenceView = Span & {
  id: string
  version: number
  exact: string
  prefix: string
  suffix: string
  kind: OccurrenceKind
  quoteScopes: readonly QuoteScope[]
  modality: Modality
  modalityNote: string | null
  date: VagueDate
  placeWords: string | null
  actors: readonly string[]
  chain: readonly HopView[]
  claim: ClaimBrief
  dispatch: DispatchBrief
  /** Its text may be read in parts, one page each: a link to it has to ask which. */
  isInParts: boolean
  /** Conflicts that have a statement of this occurrence in one of their positions, by ref. */
  conflicts: readonly ConflictBrief[]
}

/** What an occurrence says about one property. `positions` tells on which side of which conflict it stands. */
export type StatementView = {
  id: string
  property: PropertyCode
  value: string
  words: string | null
  rank: StatementRank
  rankReason: string | null
  positions: readonly {
    conflictRef: string
    conflictSlug: string
    class: ConflictClass
    status: ConflictStatus
    ordinal: number
    isGeneral: boolean
  }[]
}

/** The whole text with its marks, in the order of the text. */
export type DispatchRecord = DispatchBrief & {
  /** The text, or a part of it that is read by itself: `part` says which. */
  text: string
  part: { n: number; of: number }
  /** Of the whole text. */
  length: number
  /** How many passages there are; `next`: from which place on those are that this record leaves out. */
  total: number
  next: number | null
  sha256: string
  n: number
  versionId: string
  boilerplate: readonly Span[]
  retrievedAt: string
  occurrences: readonly OccurrenceView[]
  sources: number
  conflicts: readonly ConflictBrief[]
  events: readonly EventBrief[]
}

/** One event: rows = who said it (with the chain), columns = what was said. Rows in the order of the text. */
export type EventMatrix = EventBrief & {
  version: number
  place: EntityView | null
  parent: EventBrief | null
  parts: readonly EventBrief[]
  /** Properties that at least one row speaks about, in the order of the closed list. */
  properties: readonly PropertyCode[]
  rows: readonly { occurrence: OccurrenceView; statements: readonly StatementView[] }[]
  /** How many passages there are; the first are rows. */
  total: number
  conflicts: readonly ConflictBrief[]
  isPublic: boolean
}
/** The same with the first conflicts (of `conflictsTotal`) in full: its positions, its decisions; and the places that have coordinates. */
export type EventRecord = Omit<EventMatrix, 'conflicts'> & {
  conflicts: readonly ConflictRecord[]
  conflictsTotal: number
  places: readonly LocatedPlace[]
}

export type EntityView = {
  id: string
  slug: string
  kind: EntityKind
  labelFr: string
  labelEn: string
  wikidataId: string | null
  geonamesId: number | null
  latitude: number | null
  longitude: number | null
  isGeneric: boolean
  names: readonly { form: string; language: string | null; writer: string | null; times: number }[]
  links: readonly {
    other: { slug: string; labelFr: string; labelEn: string }
    relation: NameRelation
    authority: string | null
    reasonFr: string | null
    reasonEn: string | null
    decidedAt: string
    isEnded: boolean
  }[]
}

export type PositionView = {
  id: string
  ordinal: number
  value: string
  isGeneral: boolean
  statements: readonly { id: string; value: string; words: string | null; occurrence: OccurrenceView }[]
}
export type ResolutionView = {
  n: number
  outcome: ResolutionOutcome
  positionOrdinal: number | null
  rationaleFr: string | null
  rationaleEn: string | null
  at: string
  by: string | null
}
export type EvidenceView = {
  id: string
  ref: string
  slug: string
  url: string | null
  title: string | null
  excerpt: string | null
  language: string | null
  noteFr: string | null
  noteEn: string | null
  accessedAt: string | null
  archivedUrl: string | null
  archivedSha256: string | null
  stance: Stance
  linkNoteFr: string | null
  linkNoteEn: string | null
}

/** A conflict with its sides by ordinal, its resolutions latest first, and the evidence that bears on it. */
export type ConflictRecord = ConflictBrief & {
  version: number
  severity: Severity
  event: EventBrief
  explanationFr: string | null
  explanationEn: string | null
  positions: readonly PositionView[]
  resolutions: readonly ResolutionView[]
  evidence: readonly EvidenceView[]
  updatedAt: string
  isPublic: boolean
  /** Verdicts that depend on it: they need another look when it changes. */
  dependentVerdicts: readonly { claimRef: string; claimSlug: string; rating: RatingCode; state: VerdictState }[]
}

/** One published version of a verdict, as it was published. */
export type VerdictVersionView = {
  n: number
  isWithdrawal: boolean
  rating: RatingCode
  summaryFr: string | null
  summaryEn: string | null
  rationaleFr: string | null
  rationaleEn: string | null
  wouldChangeFr: string | null
  wouldChangeEn: string | null
  noEvidenceReasonFr: string | null
  noEvidenceReasonEn: string | null
  /** The version of the method in force when it was published. */
  methodologyVersion: number
  isSelfPublished: boolean
  isBlind: boolean
  publishedAt: string
  /** sha256 (hex) of the published bytes per language; empty while the version is being published. */
  documents: readonly { language: Language; sha256: string }[]
  correction: {
    severity: CorrectionSeverity
    whatWasWrongFr: string | null
    whatWasWrongEn: string | null
    before: string
    after: string
    at: string
  } | null
}

/** Everything the verdict page shows of one claim. `verdict` is null while nothing is published. */
export type ClaimRecord = ClaimBrief & {
  occurrences: readonly (OccurrenceView & {
    paragraph: { text: string; start: number }
    statements: readonly StatementView[]
  })[]
  conflicts: readonly ConflictRecord[]
  evidence: readonly EvidenceView[]
  relations: readonly {
    kind: ClaimRelationKind
    direction: 'from' | 'to'
    noteFr: string | null
    noteEn: string | null
    claim: ClaimBrief
  }[]
  /** Latest first. */
  versions: readonly VerdictVersionView[]
  /** Others who speak about the same event, with what each says: what a confirmation confirms. */
  others: readonly { occurrence: OccurrenceView; statements: readonly StatementView[] }[]
  updatedAt: string
}
