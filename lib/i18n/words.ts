import type {
  ClaimRelationKind,
  ConflictClass,
  ConflictStatus,
  ConflictType,
  CorrectionSeverity,
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
  StatementRank,
  VerdictState,
  WorkState,
} from '@/lib/domain/vocabulary'
import { wordsEn } from './words.en'
import { wordsFr } from './words.fr'

/** A word for every member of every closed list; a new member without a word does not compile. Lower case, as inside a sentence. */
export type Words = {
  sourceKind: Record<SourceKind, string>
  entityKind: Record<EntityKind, string>
  nameRelation: Record<NameRelation, string>
  occurrenceKind: Record<OccurrenceKind, string>
  quoteScope: Record<QuoteScope, string>
  modality: Record<Modality, string>
  hopRole: Record<HopRole, string>
  hopScope: Record<HopScope, string>
  statementRank: Record<StatementRank, string>
  workState: Record<WorkState, string>
  claimRelation: Record<ClaimRelationKind, string>
  conflictClass: Record<ConflictClass, string>
  conflictType: Record<ConflictType, string>
  conflictStatus: Record<ConflictStatus, string>
  severity: Record<Severity, string>
  resolutionOutcome: Record<ResolutionOutcome, string>
  stance: Record<Stance, string>
  verdictState: Record<VerdictState, string>
  correctionSeverity: Record<CorrectionSeverity, string>
  dateBasis: Record<DateBasis, string>
  language: Record<Language, string>
}

/** The words of one language. */
export const words = (language: Language): Words => (language === 'fr' ? wordsFr : wordsEn)
