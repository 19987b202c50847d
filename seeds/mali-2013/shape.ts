import type { PropertyCode } from '@/lib/domain/property'
import type { RatingCode } from '@/lib/domain/rating'
import type {
  ClaimRelationKind,
  ConflictClass,
  ConflictStatus,
  ConflictType,
  DateBasis,
  EntityKind,
  HopRole,
  HopScope,
  Language,
  Modality,
  NameRelation,
  OccurrenceKind,
  QuoteScope,
  ResolutionOutcome,
  Severity,
  SourceKind,
  Stance,
  VerdictState,
} from '@/lib/domain/vocabulary'

/*
 * The shape of a sample dispatch, as a journalist reads and writes it. Things name one another by key ('abdou-dardar'),
 * claims by ref ('C14'), conflicts by ref ('X02'), evidence by ref ('EV1'), events by key ('E1'). Offsets are code points.
 * Keys of sources, entities and events: those of sources and entities are also their slugs.
 */

/** Our own prose, in both languages. Where the record has one column for it, the loader writes French, then English. */
export type InBoth = { fr: string; en: string }
/** A date as the text gives it, and how we know the rest. */
export type SampleDate = { words: string | null; edtf: string; basis: Exclude<DateBasis, 'unknown'>; note: string }

/**
 * `sha256` is of the file's bytes; `boilerplate` is what the page printed around the article.
 * `published`: null means that the text carries no date (basis unknown).
 */
export type SampleDispatch = {
  slug: string
  file: string
  sha256: string
  title: string
  language: string
  publisher: string
  url: string | null
  published: SampleDate | null
  boilerplate: readonly { text: string; at: number }[]
}

/** Who may be cited. `roleWords` are the dispatch's own; `note` is for the desk. */
export type SampleSource = {
  key: string
  name: string
  kind: SourceKind
  isNamed: boolean
  affiliation: string | null
  roleWords: string | null
  language: string | null
  url: string | null
  note: InBoth | null
}

/** One written form at one place: `form` starts at `at`, and stands in `around`, which is how a person finds it again. */
export type SampleName = { form: string; language: Language; writer: string; at: number; around: string }
export type SampleEntity = {
  key: string
  kind: EntityKind
  label: InBoth
  wikidata: string | null
  geonames: number | null
  latitude: number | null
  longitude: number | null
  isGeneric: boolean
  names: readonly SampleName[]
}
/** `broader` reads: `from` is broader than `to`. Without an authority it is the reviewer's decision. */
export type SampleLink = {
  from: string
  to: string
  relation: NameRelation
  authority: string | null
  reason: InBoth
}

export type SampleEvent = {
  key: string
  slug: string
  title: InBoth
  time: SampleDate | null
  place: string | null
  parent: string | null
}

/** One link of a chain, first voice first. `spokenWords`: when it was said, in the words of the dispatch. */
export type SampleHop = {
  source: string
  role: HopRole
  verb?: string
  medium?: string
  language?: string
  scope?: HopScope
  spokenWords?: string
}

/**
 * What a claim says about one property. A string is the value; where the value stands in the quotation, the quotation's own
 * letters are its words. With an object the words are given, and `about` names the event when it is not the claim's.
 */
export type Said = string | { value: string; words?: string; about?: string }

export type SampleClaim = {
  ref: string
  slug: string
  /** The exact words, letter for letter. */
  says: string
  /** Where they start in the dispatch. */
  at: number
  fr: string
  en: string
  kind: OccurrenceKind
  scopes: readonly QuoteScope[]
  modality: Modality
  modalityNote: string | null
  checkable: boolean
  event: string
  /** null: nothing is known of its time. */
  when: SampleDate | null
  /** `words` are part of the quotation; without words the place is understood from the context. */
  where: { words: string | null; entity: string | null } | null
  actors: readonly string[]
  chain: readonly SampleHop[]
  /** Silence is not listed. */
  statements: Partial<Record<PropertyCode, Said>>
}

/**
 * One side. `claims`: who holds it, each with what it says about the conflict's property.
 * The rule (statementsOf applies it): a claim has at most one statement per property. When the claim's own `statements` speak
 * about the property, that statement stands in the position, with its own value; otherwise the value given here becomes
 * the claim's statement, about the conflict's event.
 */
export type SamplePosition = { value: string; general?: true; claims: Readonly<Record<string, Said>> }
export type SampleConflict = {
  ref: string
  slug: string
  type: ConflictType
  class: ConflictClass
  severity: Severity
  event: string
  property: PropertyCode
  title: InBoth
  explanation: InBoth
  positions: readonly SamplePosition[]
}

/** What the excerpt does for one claim or one conflict. */
export type SampleBearing = ({ claim: string } | { conflict: string }) & { stance: Stance; note: InBoth }
export type SampleEvidence = {
  ref: string
  slug: string
  url: string
  title: string
  excerpt: string
  language: Language
  note: InBoth
  accessedAt: string | null
  archivedUrl: string | null
  bears: readonly SampleBearing[]
}

export type SampleRelation = { kind: ClaimRelationKind; from: string; to: string; note: InBoth }

/** Conflicts that are no longer simply open; every other one is open. `by` is a key of seeds/people.ts. */
export type SampleDecision =
  | { conflict: string; status: Extract<ConflictStatus, 'under_review'> }
  | {
      conflict: string
      status: Extract<ConflictStatus, 'resolved'>
      outcome: Exclude<ResolutionOutcome, 'prefer_position'>
      rationale: InBoth
      by: string
    }

/** A verdict and what it stands on. `author` and `secondReader` are keys of seeds/people.ts. */
export type SampleVerdict = {
  claim: string
  state: Extract<VerdictState, 'draft' | 'second_reading' | 'published'>
  rating: RatingCode
  summary: InBoth
  rationale: InBoth
  wouldChange: InBoth
  noEvidenceReason: InBoth | null
  dependsOn: { conflicts: readonly string[]; evidence: readonly string[]; sources: readonly string[] }
  author: string
  secondReader: string | null
}

export type Sample = {
  dispatch: SampleDispatch
  sources: readonly SampleSource[]
  entities: readonly SampleEntity[]
  links: readonly SampleLink[]
  events: readonly SampleEvent[]
  claims: readonly SampleClaim[]
  relations: readonly SampleRelation[]
  conflicts: readonly SampleConflict[]
  decisions: readonly SampleDecision[]
  evidence: readonly SampleEvidence[]
  verdicts: readonly SampleVerdict[]
}
