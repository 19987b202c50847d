import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import type { Desk } from '@/lib/domain/desk'
import { unreachable } from '@/lib/domain/fault'
import type { Undo } from '@/lib/domain/undo'
import { changeConflict } from '@/lib/services/change-conflict'
import { deprecateStatement } from '@/lib/services/deprecate-statement'
import { discardClaim } from '@/lib/services/discard-claim'
import { endClaimRelation } from '@/lib/services/end-claim-relation'
import { endEvidenceLinks } from '@/lib/services/end-evidence-links'
import { reopenConflict } from '@/lib/services/reopen-conflict'
import { restoreRevision } from '@/lib/services/restore-revision'
import { takeBackSuggestion } from '@/lib/services/take-back-suggestion'
import { undoBatch } from '@/lib/services/undo-batch'
import { unlinkEntities } from '@/lib/services/unlink-entities'

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
      return unlinkEntities(desk, { linkId: undo.linkId, reason })
    case 'undo_batch':
      await undoBatch(desk, { batchId: undo.batchId })
      return
    case 'end_claim_relation':
      return endClaimRelation(desk, { relationId: undo.relationId })
    case 'end_evidence_links':
      return endEvidenceLinks(desk, { evidenceId: undo.evidenceId, linkIds: undo.linkIds })
    case 'take_back_suggestion':
      return takeBackSuggestion(desk, { suggestionId: undo.suggestionId, version: undo.version, reason })
    default:
      return unreachable(undo)
  }
}
