import { z } from 'zod'
import { uuid, version } from './input'
import { REVISED_KINDS } from './revision'

/**
 * How the last action is taken back. Each member names an inverse verb and the version the action made, so that it is
 * refused when somebody changed the thing since. To give an action its undo:
 * 1. return `undo: { verb, … }` in the value of the service (add a member here when no verb fits, and its case in
 *    lib/web/take-back.ts and its words in lib/i18n/desk-memory);
 * 2. `action(…)` and `formAction(…)` offer it by themselves; an action that redirects calls `await offerUndo(made.undo)` first.
 */
export const Undo = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('discard_claim'), claimId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('restore_claim'), claimId: uuid(), version: version() }),
  /** Back to the state before `version`. */
  z.strictObject({
    verb: z.literal('restore_revision'),
    entity: z.enum(REVISED_KINDS),
    id: uuid(),
    version: version(),
  }),
  z.strictObject({ verb: z.literal('deprecate_statement'), statementId: uuid(), version: version() }),
  z.strictObject({
    verb: z.literal('set_conflict_status'),
    conflictId: uuid(),
    version: version(),
    status: z.enum(['open', 'under_review', 'dismissed']),
  }),
  z.strictObject({ verb: z.literal('reopen_conflict'), conflictId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('unlink_entities'), linkId: uuid() }),
  z.strictObject({ verb: z.literal('undo_batch'), batchId: uuid() }),
  z.strictObject({ verb: z.literal('end_claim_relation'), relationId: uuid() }),
  /** Opens a suggestion again, and takes back what accepting it made. */
  z.strictObject({ verb: z.literal('take_back_suggestion'), suggestionId: uuid(), version: version() }),
  z.strictObject({
    verb: z.literal('end_evidence_links'),
    evidenceId: uuid(),
    linkIds: z.array(uuid()).min(1).max(20),
  }),
])
export type Undo = z.output<typeof Undo>

/** An undo as it is offered: `stamp` tells two equal ones apart. */
export const OfferedUndo = z.strictObject({ stamp: z.string().max(40), undo: Undo })
export type OfferedUndo = z.output<typeof OfferedUndo>
