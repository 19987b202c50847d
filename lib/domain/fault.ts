/** Everything that may go wrong and is not a bug. Closed on purpose. */
export type FaultCode =
  | 'not_found'
  | 'forbidden'
  | 'not_signed_in'
  | 'stale'
  | 'invalid'
  | 'quote_missing'
  | 'too_many'
  | 'conflicting'

/**
 * Why one field was refused. Each has a sentence with the reason and the fix in both languages (lib/i18n);
 * `values` fill its blanks. The list is closed so that a missing translation is a compile error.
 */
export type Reason =
  | 'required'
  | 'too_long'
  | 'too_short'
  | 'nul_character'
  | 'lone_surrogate'
  | 'control_character'
  | 'not_a_choice'
  | 'unknown_property'
  | 'unknown_id'
  | 'not_a_date'
  | 'date_needs_basis'
  | 'not_a_url'
  | 'address_refused'
  | 'not_an_email'
  | 'quote_not_in_text'
  | 'quote_elsewhere'
  | 'quote_ambiguous'
  | 'chain_empty'
  | 'chain_role_order'
  | 'needs_two_positions'
  | 'position_empty'
  | 'statement_on_other_property'
  | 'statement_twice'
  | 'claim_not_public'
  | 'position_of_other_conflict'
  | 'rationale_required'
  | 'evidence_or_reason'
  | 'second_reader_is_author'
  | 'needs_second_reader'
  | 'rate_first'
  | 'already_rated'
  | 'needs_correction'
  | 'wrong_state'
  | 'in_use'
  | 'already_taken'
  | 'bears_already'
  | 'password_too_short'
  | 'password_too_common'
  | 'wrong_credentials'
  | 'link_expired'
  | 'last_admin'
  | 'no_source_key'
  | 'not_a_number'
  | 'unknown_field'
  | 'leave_empty'
  | 'file_too_big'
  | 'cut_short'
  | 'for_editors'

/** One field, by its path in the input ("chain.0.sourceId"), and why it was refused. */
export type FieldFault = { field: string; reason: Reason; values?: Record<string, string | number> }

/** What the other person saved in the meantime, so that both texts can be shown. */
export type Collision = { entity: string; id: string; version: number; theirs: Record<string, unknown> }

/** An expected failure. `detail` is for logs, never for readers. */
export class Fault extends Error {
  override readonly name = 'Fault'
  constructor(
    readonly code: FaultCode,
    detail: string,
    readonly fields: readonly FieldFault[] = [],
    readonly collision: Collision | null = null,
  ) {
    super(detail)
  }
}

/** The usual fault of a form: these fields, for these reasons. */
export const invalid = (...fields: FieldFault[]): Fault =>
  new Fault('invalid', fields.map(({ field, reason }) => `${field}: ${reason}`).join(', '), fields)

/** Somebody else was quicker: what it is now, told by its state. */
export const staleState = (
  entity: 'verdict' | 'report' | 'comment_request' | 'table_import',
  { id, version, state }: { id: string; version: number; state: string },
): Fault => new Fault('stale', entity, [], { entity, id, version, theirs: { state } })

/** Compile-time proof that a switch is exhaustive. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
