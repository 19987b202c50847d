/** The closed lists of product.md part 2, as PostgreSQL enums repeat them (a test checks that they agree). */
export const SOURCE_KINDS = [
  'person',
  'organisation',
  'outlet',
  'agency',
  'institution',
  'anonymous_person',
  'unspecified',
] as const
export const ENTITY_KINDS = ['place', 'person', 'group'] as const
export const NAME_RELATIONS = ['same', 'possibly_same', 'different', 'broader'] as const
export const OCCURRENCE_KINDS = ['direct_quote', 'indirect', 'narration'] as const
export const QUOTE_SCOPES = ['whole', 'partial', 'elided', 'translated'] as const
export const MODALITIES = ['asserted', 'hedged', 'intention', 'possibility', 'denied', 'reported'] as const
export const HOP_ROLES = [
  'speaker',
  'interpreter',
  'witness',
  'correspondent',
  'agency',
  'outlet',
  'unattributed',
] as const
export const HOP_SCOPES = ['explicit', 'ambiguous'] as const
export const STATEMENT_RANKS = ['preferred', 'normal', 'deprecated'] as const
export const WORK_STATES = ['to_review', 'in_review', 'reviewed'] as const
export const CLAIM_RELATION_KINDS = ['repeats', 'supports', 'part_of'] as const
export const CONFLICT_CLASSES = ['contradiction', 'tension', 'variant', 'ambiguity', 'gap', 'apparent'] as const
export const CONFLICT_TYPES = [
  'name_spelling',
  'actor',
  'number',
  'time',
  'place',
  'extent',
  'status',
  'modality',
  'sequence',
  'attribution_dropped',
  'attribution_scope',
  'confirmation_coverage',
  'independence',
  'quote_fidelity',
  'missing_side',
  'stale_statement',
  'other',
] as const
export const CONFLICT_STATUSES = ['suggested', 'open', 'under_review', 'resolved', 'dismissed', 'reopened'] as const
export const SEVERITIES = ['low', 'medium', 'high'] as const
export const RESOLUTION_OUTCOMES = [
  'prefer_position',
  'both_hold',
  'unresolvable',
  'not_a_conflict',
  'same_entity',
] as const
export const STANCES = ['supports', 'refutes', 'context'] as const
export const VERDICT_STATES = [
  'draft',
  'second_reading',
  'published',
  'needs_rereview',
  'corrected',
  'withdrawn',
] as const
/** What made a published verdict need another look, and its correction be drafted. */
export const CORRECTION_REASONS = ['conflict_resolved', 'conflict_reopened'] as const
export type CorrectionReason = (typeof CORRECTION_REASONS)[number]
/** What a second reader answers. */
export const READING_DECISIONS = ['approved', 'changes_requested'] as const
export type ReadingDecision = (typeof READING_DECISIONS)[number]
export const CORRECTION_SEVERITIES = ['clarification', 'correction', 'verdict_change', 'retraction'] as const
export const DATE_BASES = ['stated', 'inferred', 'unknown'] as const
export const LANGUAGES = ['fr', 'en'] as const

export type SourceKind = (typeof SOURCE_KINDS)[number]
export type EntityKind = (typeof ENTITY_KINDS)[number]
export type NameRelation = (typeof NAME_RELATIONS)[number]
export type OccurrenceKind = (typeof OCCURRENCE_KINDS)[number]
export type QuoteScope = (typeof QUOTE_SCOPES)[number]
export type Modality = (typeof MODALITIES)[number]
export type HopRole = (typeof HOP_ROLES)[number]
export type HopScope = (typeof HOP_SCOPES)[number]
export type StatementRank = (typeof STATEMENT_RANKS)[number]
export type WorkState = (typeof WORK_STATES)[number]
export type ClaimRelationKind = (typeof CLAIM_RELATION_KINDS)[number]
export type ConflictClass = (typeof CONFLICT_CLASSES)[number]
export type ConflictType = (typeof CONFLICT_TYPES)[number]
export type ConflictStatus = (typeof CONFLICT_STATUSES)[number]
export type Severity = (typeof SEVERITIES)[number]
export type ResolutionOutcome = (typeof RESOLUTION_OUTCOMES)[number]
export type Stance = (typeof STANCES)[number]
export type VerdictState = (typeof VERDICT_STATES)[number]
export type CorrectionSeverity = (typeof CORRECTION_SEVERITIES)[number]
export type DateBasis = (typeof DATE_BASES)[number]
/** The languages of the interface and of what we write; quoted text may be in any language. */
export type Language = (typeof LANGUAGES)[number]

export const isLanguage = (raw: string): raw is Language => LANGUAGES.includes(raw as Language)
