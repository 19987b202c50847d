import type { DeskMemoryWords } from './desk-memory'

export const deskMemoryEn: DeskMemoryWords = {
  undo: {
    label: 'Last action',
    did: {
      discard_claim: 'Claim added.',
      restore_claim: 'Claim removed.',
      restore_revision: 'Change saved.',
      deprecate_statement: 'Statement added.',
      set_conflict_status: 'Conflict saved.',
      reopen_conflict: 'Decision saved.',
      unlink_entities: 'Link added.',
      undo_batch: 'Rows changed together.',
      end_claim_relation: 'Link added.',
      end_evidence_links: 'Evidence added.',
    },
    verb: {
      discard_claim: 'Undo',
      restore_claim: 'Bring it back',
      restore_revision: 'Undo the change',
      deprecate_statement: 'Undo',
      set_conflict_status: 'Undo',
      reopen_conflict: 'Undo: reopen the conflict',
      unlink_entities: 'Undo the link',
      undo_batch: 'Undo all of it',
      end_claim_relation: 'Undo the link',
      end_evidence_links: 'Undo',
    },
    undone: 'Undone.',
    stale: 'Not undone: somebody has changed it since. What they saved stays.',
    refused: 'Not undone.',
    close: 'Close',
    reason: 'undone',
  },
}
