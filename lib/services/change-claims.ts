import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { insertBatch, lockClaims, writeClaims } from '@/lib/data/batches'
import { transactionAs } from '@/lib/data/db'
import { eventById } from '@/lib/data/events'
import type { PrismaClient } from '@/lib/data/generated/client'
import { mayBeAssigned } from '@/lib/data/users'
import { ClaimsChange, rowsToWrite, Selection } from '@/lib/domain/batch'
import type { Desk } from '@/lib/domain/desk'
import { readQuery } from '@/lib/domain/desk-filter'
import { invalid } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const ChangeClaims = z.strictObject({ change: ClaimsChange, selection: Selection })

/** One change on many claims: all of them in one transaction, or none. Answers how many changed, and how many were so already. */
export async function changeClaims({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof ChangeClaims>) {
  const proof = permit(actor, 'claim:edit')
  const { change, selection } = readInput(ChangeClaims, raw)
  return transactionAs(db, proof.by, async (tx) => {
    if (change.do === 'event' && change.eventId && !(await eventById(tx, change.eventId)))
      throw invalid({ field: 'eventId', reason: 'unknown_id' })
    if (change.do === 'assign' && change.assigneeId && !(await mayBeAssigned(tx, change.assigneeId)))
      throw invalid({ field: 'assigneeId', reason: 'unknown_id' })
    const { matching, picked } = selection
    const rows = await lockClaims(
      tx,
      matching
        ? { filter: readQuery('claims', matching.query).filter, me: proof.by }
        : { ids: picked.map(({ id }) => id) },
    )
    const fit = rowsToWrite('claims', selection, rows)
    if (fit.length === 0) throw invalid({ field: 'pick', reason: 'required' })
    const written = await writeClaims(
      tx,
      proof,
      fit.map(({ id }) => id),
      change,
    )
    const answer = { done: written.length, already: fit.length - written.length, undo: null as Undo | null }
    if (written.length === 0) return answer
    const id = newId()
    await insertBatch(tx, proof, { id, entity: 'claims', change, written })
    await appendAudit(tx, proof.by, {
      action: 'claims.changed',
      entity: 'batch',
      id,
      payload: { change: change.do, rows: written.length },
    })
    return { ...answer, undo: { verb: 'undo_batch', batchId: id } satisfies Undo as Undo }
  })
}
