import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { unreachable } from '@/lib/domain/fault'
import type { Undo } from '@/lib/domain/undo'
import { assign } from '@/lib/services/assign'
import { cancelJob } from '@/lib/services/cancel-job'
import { changeConflict } from '@/lib/services/change-conflict'
import { changeFilter } from '@/lib/services/change-filter'
import { changePerson } from '@/lib/services/change-person'
import { changeSetting } from '@/lib/services/change-setting'
import { deleteFilter } from '@/lib/services/delete-filter'
import { deprecateStatement } from '@/lib/services/deprecate-statement'
import { disablePerson } from '@/lib/services/disable-person'
import { discardClaim } from '@/lib/services/discard-claim'
import { discardCommentRequest } from '@/lib/services/discard-comment-request'
import { discardMade } from '@/lib/services/discard-made'
import { endClaimRelation } from '@/lib/services/end-claim-relation'
import { endEvidenceLinks } from '@/lib/services/end-evidence-links'
import { putNoteBack } from '@/lib/services/put-note-back'
import { putRequestBack } from '@/lib/services/put-request-back'
import { putStatementBack } from '@/lib/services/put-statement-back'
import { queueJob } from '@/lib/services/queue-job'
import { relinkEntities } from '@/lib/services/relink-entities'
import { reopenConflict } from '@/lib/services/reopen-conflict'
import { restoreRevision } from '@/lib/services/restore-revision'
import { saveFilter } from '@/lib/services/save-filter'
import { settleNote } from '@/lib/services/settle-note'
import { takeBackReading } from '@/lib/services/take-back-reading'
import { takeBackSubmission } from '@/lib/services/take-back-submission'
import { takeBackSuggestion } from '@/lib/services/take-back-suggestion'
import { undoBatch } from '@/lib/services/undo-batch'
import { unlinkEntities } from '@/lib/services/unlink-entities'
import { withdrawInvitation } from '@/lib/services/withdraw-invitation'
import { withdrawNote } from '@/lib/services/withdraw-note'

/** Runs the inverse of an action with the version it made: the same rights, the same rules, a trace of its own. */
export async function takeBack(desk: Desk<PrismaClient>, undo: Undo, reason: string): Promise<void> {
  switch (undo.verb) {
    case 'discard_claim':
    case 'restore_claim': {
      const { claimId, version } = undo
      await discardClaim(desk, { claimId, version, restore: undo.verb === 'restore_claim' })
      return
    }
    case 'restore_revision': {
      const { entity, id, version } = undo
      await restoreRevision(desk, { entity, id, version, n: version - 1, reason })
      return
    }
    case 'deprecate_statement': {
      const { statementId, version } = undo
      await deprecateStatement(desk, { statementId, version, reason })
      return
    }
    case 'set_conflict_status': {
      const { conflictId, version, status } = undo
      await changeConflict(desk, { conflictId, version, status })
      return
    }
    case 'reopen_conflict': {
      const { conflictId, version } = undo
      await reopenConflict(desk, { conflictId, version, reason })
      return
    }
    case 'unlink_entities':
      await unlinkEntities(desk, { linkId: undo.linkId, reason })
      return
    case 'undo_batch':
      await undoBatch(desk, { batchId: undo.batchId })
      return
    case 'end_claim_relation':
      return endClaimRelation(desk, { relationId: undo.relationId })
    case 'end_evidence_links':
      return endEvidenceLinks(desk, { evidenceId: undo.evidenceId, linkIds: undo.linkIds })
    case 'take_back_suggestion':
      return takeBackSuggestion(desk, { suggestionId: undo.suggestionId, version: undo.version, reason })
    case 'withdraw_note':
    case 'restore_note': {
      const { noteId, version } = undo
      await withdrawNote(desk, { noteId, version, to: undo.verb === 'withdraw_note' ? 'withdrawn' : 'restored' })
      return
    }
    case 'settle_note':
    case 'reopen_note': {
      const { noteId, version } = undo
      await settleNote(desk, { noteId, version, to: undo.verb === 'settle_note' ? 'settled' : 'open' })
      return
    }
    case 'put_note_back':
      await putNoteBack(desk, { noteId: undo.noteId, version: undo.version })
      return
    case 'assign': {
      const { verb: _, ...before } = undo
      await assign(desk, before)
      return
    }
    case 'discard_source':
      return discardMade(desk, { kind: 'source', id: undo.id, version: undo.version })
    case 'discard_event':
      return discardMade(desk, { kind: 'event', id: undo.id, version: undo.version })
    case 'discard_dispatch':
      return discardMade(desk, { kind: 'dispatch', id: undo.id, version: undo.version })
    case 'discard_comment_request':
      return discardCommentRequest(desk, { requestId: undo.requestId, version: undo.version })
    case 'put_request_back':
      await putRequestBack(desk, { requestId: undo.requestId, version: undo.version })
      return
    case 'take_back_submission':
      await takeBackSubmission(desk, { verdictId: undo.verdictId, version: undo.version })
      return
    case 'take_back_reading':
      await takeBackReading(desk, { verdictId: undo.verdictId, version: undo.version })
      return
    case 'put_statement_back': {
      const { verb: _, ...statements } = undo
      return putStatementBack(desk, { ...statements, reason })
    }
    case 'relink_entities':
      await relinkEntities(desk, { linkId: undo.linkId })
      return
    case 'delete_filter':
      await deleteFilter(desk, { filterId: undo.filterId })
      return
    case 'save_filter': {
      const { verb: _, path, ...filter } = undo
      await saveFilter(desk, { ...filter, list: path })
      return
    }
    case 'change_filter': {
      const { verb: _, ...filter } = undo
      await changeFilter(desk, filter)
      return
    }
    case 'change_person': {
      const { verb: _, made, ...before } = undo
      await changePerson(desk, before, made)
      return
    }
    case 'enable_person':
    case 'disable_person':
      await disablePerson(desk, { userId: undo.userId, isDisabled: undo.verb === 'disable_person' })
      return
    case 'withdraw_invitation':
      return withdrawInvitation(desk, { invitationId: undo.invitationId })
    case 'change_setting':
      await changeSetting(desk, undo.before, undo.made)
      return
    case 'cancel_job':
      await cancelJob(desk, { jobId: undo.jobId })
      return
    case 'queue_job':
      await queueJob(desk, { kind: undo.kind })
      return
    default:
      return unreachable(undo)
  }
}
