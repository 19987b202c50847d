import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { conflictsNotIn, insertBatch, lockConflicts, writeConflicts } from '@/lib/data/batches'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { mayBeAssigned } from '@/lib/data/users'
import { ConflictsChange, rowsToWrite, Selection } from '@/lib/domain/batch'
import { mayBecome } from '@/lib/domain/conflict'
import type { Desk } from '@/lib/domain/desk'
import { readQuery } from '@/lib/domain/desk-filter'
import { invalid } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { CONFLICT_STATUSES } from '@/lib/domain/vocabulary'

export const ChangeConflicts = z.strictObject({ change: ConflictsChange, selection: Selection })

/** One change on many conflicts: all of them in one transaction, or none. A status that may not follow is refused by name. */
export async function changeConflicts({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof ChangeConflicts>) {
  const proof = permit(actor, 'conflict:edit')
  const { change, selection } = readInput(ChangeConflicts, raw)
  return transactionAs(db, proof.by, async (tx) => {
    if (change.do === 'assign' && change.assigneeId && !(await mayBeAssigned(tx, change.assigneeId)))
      throw invalid({ field: 'assigneeId', reason: 'unknown_id' })
    const { matching, picked } = selection
    const rows = await lockConflicts(
      tx,
      matching
        ? { filter: readQuery('conflicts', matching.query).filter, me: proof.by }
        : { ids: picked.map(({ id }) => id) },
    )
    const ids = rowsToWrite('conflicts', selection, rows).map(({ id }) => id)
    if (ids.length === 0) throw invalid({ field: 'pick', reason: 'required' })
    if (change.do === 'status') {
      const from = CONFLICT_STATUSES.filter((it) => it === change.status || mayBecome(it, change.status))
      const refused = await conflictsNotIn(tx, ids, from)
      if (refused.length > 0)
        throw invalid({ field: 'status', reason: 'wrong_state', values: { state: refused.join(', ') } })
    }
    const written = await writeConflicts(tx, proof, ids, change)
    const answer = { done: written.length, already: ids.length - written.length, undo: null as Undo | null }
    if (written.length === 0) return answer
    const id = newId()
    await insertBatch(tx, proof, { id, entity: 'conflicts', change, written })
    await appendAudit(tx, proof.by, {
      action: 'conflicts.changed',
      entity: 'batch',
      id,
      payload: { change: change.do, rows: written.length },
    })
    return { ...answer, undo: { verb: 'undo_batch', batchId: id } satisfies Undo as Undo }
  })
}
