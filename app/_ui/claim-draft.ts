import type { Span } from '@/lib/domain/quote'
import type { DateBasis, Modality, OccurrenceKind, QuoteScope } from '@/lib/domain/vocabulary'
import { emptyHop, type HopDraft } from './chain-editor.client'
import type { StatementDraft } from './statement-rows.client'

/** A claim as it is being typed. `kind` is empty until somebody says in which form the passage says it. */
export type ClaimDraft = {
  statementFr: string
  statementEn: string
  kind: OccurrenceKind | ''
  scopes: QuoteScope[]
  modality: Modality
  eventId: string
  isCheckable: boolean
  whenWords: string
  whenEdtf: string
  whenBasis: DateBasis
  placeWords: string
  chain: HopDraft[]
  statements: StatementDraft[]
}

export const emptyClaim = (publisherId: string): ClaimDraft => ({
  statementFr: '',
  statementEn: '',
  kind: '',
  scopes: [],
  modality: 'asserted',
  eventId: '',
  isCheckable: true,
  whenWords: '',
  whenEdtf: '',
  whenBasis: 'unknown',
  placeWords: '',
  chain: [emptyHop(), { ...emptyHop('outlet'), sourceId: publisherId }],
  statements: [],
})

/** What is kept of a claim that is not added yet: its words and the passage they are about. */
export type KeptClaim = { claim: ClaimDraft; span: Span }
export const claimDraftKey = (versionId: string): string => `claim:${versionId}`

/** A hop as the services take it. */
export const hopInput = ({
  sourceId,
  role,
  verb,
  medium,
  language,
  isAmbiguous,
  spokenWords,
  spokenEdtf,
}: HopDraft) => ({
  sourceId,
  role,
  verb,
  medium,
  language,
  scope: isAmbiguous ? 'ambiguous' : 'explicit',
  spokenWords,
  spokenEdtf,
})

/** A claim as the services take it. */
export const claimInput = (dispatchVersionId: string, exact: string, start: number, draft: ClaimDraft) => ({
  dispatchVersionId,
  quote: { exact, start },
  statementFr: draft.statementFr,
  statementEn: draft.statementEn,
  isCheckable: draft.isCheckable,
  eventId: draft.eventId,
  kind: draft.kind,
  quoteScopes: draft.kind === 'narration' ? [] : draft.scopes,
  modality: draft.modality,
  when: { words: draft.whenWords, edtf: draft.whenEdtf, basis: draft.whenBasis, note: null },
  placeWords: draft.placeWords,
  chain: draft.chain.map(hopInput),
  statements: draft.statements.map(({ property, value, words }) => ({ property, value, words })),
})
