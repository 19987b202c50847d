import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { conflictAsSaved, updateConflict } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { markForRereview } from '@/lib/data/verdicts'
import { mayBecome } from '@/lib/domain/conflict'
import { correctionDraft } from '@/lib/domain/correction-draft'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { prose, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'

export const ReopenConflict = z.strictObject({ conflictId: uuid(), version: version(), reason: prose() })

/** Opens a settled conflict again; its resolution stays in the record, and published verdicts that depend on it need another look. */
export async function reopenConflict({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof ReopenConflict>) {
  const proof = permit(actor, 'conflict:resolve')
  const input = readInput(ReopenConflict, raw)
  return transactionAs(
    db,
    proof.by,
    async (tx) => {
      const saved = await conflictAsSaved(tx, input.conflictId)
      if (!saved) throw new Fault('not_found', 'conflict')
      if (!mayBecome(saved.status, 'reopened'))
        throw invalid({ field: 'status', reason: 'wrong_state', values: { state: saved.status } })
      if (!(await updateConflict(tx, proof, saved.id, input.version, { status: 'reopened' })))
        throw new Fault('stale', 'conflict', [], {
          entity: 'conflict',
          id: saved.id,
          version: saved.version,
          theirs: { status: saved.status },
        })
      const rereview = await markForRereview(
        tx,
        proof,
        saved.id,
        correctionDraft({ ...saved, reason: 'conflict_reopened' }),
      )
      await appendAudit(tx, proof.by, {
        action: 'conflict.reopened',
        entity: 'conflict',
        id: saved.id,
        payload: { rereview },
      })
      return { version: input.version + 1, rereview }
    },
    input.reason,
  )
}
