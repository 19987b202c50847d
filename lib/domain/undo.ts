import { z } from 'zod'
import { ASSIGNABLE } from './assignment'
import { LISTS } from './desk-filter'
import { uuid, version } from './input'
import { PLAIN_JOB_KINDS } from './job'
import { ROLES } from './permission'
import { REVISED_KINDS } from './revision'

const rights = { role: z.enum(ROLES), isSourceKeeper: z.boolean() }
const Settings = z.strictObject({
  fourEyes: z.boolean().optional(),
  blindByDefault: z.boolean().optional(),
  newsroom: z.string().max(500).optional(),
})

/**
 * How the last action is taken back. Each member names an inverse verb and the version the action made, so that it is
 * refused when somebody changed the thing since. To give an action its undo:
 * 1. return `undo: { verb, … }` in the value of the service (add a member here when no verb fits, and its case in
 *    lib/web/take-back.ts and its words in lib/i18n/desk-undo);
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
  z.strictObject({ verb: z.literal('withdraw_note'), noteId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('restore_note'), noteId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('settle_note'), noteId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('reopen_note'), noteId: uuid(), version: version() }),
  /** The words before `version`. */
  z.strictObject({ verb: z.literal('put_note_back'), noteId: uuid(), version: version() }),
  /** Back to whoever held it, or to nobody. */
  z.strictObject({
    verb: z.literal('assign'),
    kind: z.enum(ASSIGNABLE),
    id: uuid(),
    version: version(),
    personId: uuid().nullable(),
  }),
  /** By whoever added it, while nothing stands on it. */
  z.strictObject({ verb: z.literal('discard_source'), id: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('discard_event'), id: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('discard_dispatch'), id: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('discard_comment_request'), requestId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('put_request_back'), requestId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('take_back_submission'), verdictId: uuid(), version: version() }),
  z.strictObject({ verb: z.literal('take_back_reading'), verdictId: uuid(), version: version() }),
  z.strictObject({
    verb: z.literal('put_statement_back'),
    statementId: uuid(),
    replacedId: uuid(),
    replacedVersion: version(),
  }),
  z.strictObject({ verb: z.literal('relink_entities'), linkId: uuid() }),
  z.strictObject({ verb: z.literal('delete_filter'), filterId: uuid() }),
  z.strictObject({
    verb: z.literal('save_filter'),
    name: z.string(),
    path: z.enum(LISTS),
    query: z.string(),
    isShared: z.boolean(),
  }),
  z.strictObject({ verb: z.literal('change_filter'), filterId: uuid(), name: z.string(), isShared: z.boolean() }),
  /** The rights before; `made` are those the action gave, refused when they are no longer those. */
  z.strictObject({ verb: z.literal('change_person'), userId: uuid(), ...rights, made: z.strictObject(rights) }),
  z.strictObject({ verb: z.literal('enable_person'), userId: uuid() }),
  z.strictObject({ verb: z.literal('disable_person'), userId: uuid() }),
  z.strictObject({ verb: z.literal('withdraw_invitation'), invitationId: uuid() }),
  z.strictObject({ verb: z.literal('change_setting'), before: Settings, made: Settings }),
  z.strictObject({ verb: z.literal('cancel_job'), jobId: uuid() }),
  z.strictObject({ verb: z.literal('queue_job'), kind: z.enum(PLAIN_JOB_KINDS) }),
])
export type Undo = z.output<typeof Undo>

/** An undo as it is offered: `stamp` tells two equal ones apart. */
export const OfferedUndo = z.strictObject({ stamp: z.string().max(40), undo: Undo })
export type OfferedUndo = z.output<typeof OfferedUndo>
