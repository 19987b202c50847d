import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { conflictAsSaved, updateConflict } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { mayBecome } from '@/lib/domain/conflict'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, oneOf, optionalProse, optionalUuid, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { CONFLICT_CLASSES, CONFLICT_TYPES, type ConflictStatus, SEVERITIES } from '@/lib/domain/vocabulary'

export const ChangeConflict = z.strictObject({
  conflictId: uuid(),
  version: version(),
  status: oneOf(['open', 'under_review', 'dismissed'] as const).optional(),
  type: oneOf(CONFLICT_TYPES).optional(),
  class: oneOf(CONFLICT_CLASSES).optional(),
  severity: oneOf(SEVERITIES).optional(),
  titleFr: line().optional(),
  titleEn: line().optional(),
  explanationFr: optionalProse().optional(),
  explanationEn: optionalProse().optional(),
  assigneeId: optionalUuid().optional(),
})

/** Changes how a conflict is described, who works on it, or its status; settling it is another verb. */
export async function changeConflict({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof ChangeConflict>) {
  const proof = permit(actor, 'conflict:edit')
  const { conflictId, version, ...typed } = readInput(ChangeConflict, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await conflictAsSaved(tx, conflictId)
    if (!saved) throw new Fault('not_found', 'conflict')
    if (typed.status && typed.status !== saved.status && !mayBecome(saved.status, typed.status))
      throw invalid({ field: 'status', reason: 'wrong_state', values: { state: saved.status } })
    const change = Object.fromEntries(Object.entries(typed).filter(([field]) => Object.hasOwn(raw, field)))
    if (!(await updateConflict(tx, proof, conflictId, version, change)))
      throw new Fault('stale', 'conflict', [], {
        entity: 'conflict',
        id: conflictId,
        version: saved.version,
        theirs: {
          status: saved.status,
          titleFr: saved.titleFr,
          titleEn: saved.titleEn,
          explanationFr: saved.explanationFr,
          explanationEn: saved.explanationEn,
        },
      })
    await appendAudit(tx, proof.by, {
      action: 'conflict.changed',
      entity: 'conflict',
      id: conflictId,
      payload: { version: version + 1, status: typed.status ?? saved.status },
    })
    return { version: version + 1, undo: undoOf(conflictId, version + 1, saved.status, typed.status ?? saved.status) }
  })
}

/** A change of words goes back to the words before; a change of status only along the steps a status may take. */
function undoOf(conflictId: string, version: number, before: ConflictStatus, after: ConflictStatus): Undo | null {
  if (before === after) return { verb: 'restore_revision', entity: 'conflicts', id: conflictId, version }
  if ((before === 'open' || before === 'under_review') && mayBecome(after, before))
    return { verb: 'set_conflict_status', conflictId, version, status: before }
  return mayBecome(after, 'reopened') ? { verb: 'reopen_conflict', conflictId, version } : null
}
