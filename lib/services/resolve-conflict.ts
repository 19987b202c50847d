import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { conflictAsSaved, insertResolution, updateConflict } from '@/lib/data/conflicts'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { markForRereview } from '@/lib/data/verdicts'
import { mayBecome, statusAfter } from '@/lib/domain/conflict'
import { correctionDraft } from '@/lib/domain/correction-draft'
import type { Desk } from '@/lib/domain/desk'
import { Fault, type FieldFault, invalid } from '@/lib/domain/fault'
import { oneOf, optionalProse, optionalUuid, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { RESOLUTION_OUTCOMES } from '@/lib/domain/vocabulary'

export const ResolveConflict = z.strictObject({
  conflictId: uuid(),
  version: version(),
  outcome: oneOf(RESOLUTION_OUTCOMES),
  positionId: optionalUuid(),
  rationaleFr: optionalProse(),
  rationaleEn: optionalProse(),
})

/** Settles a conflict in public words. Published verdicts that depend on it go to another look, in the same transaction. */
export async function resolveConflict({ db, actor, newId }: Desk<PrismaClient>, raw: z.input<typeof ResolveConflict>) {
  const proof = permit(actor, 'conflict:resolve')
  const input = readInput(ResolveConflict, raw)
  const faults: FieldFault[] = []
  if (input.rationaleFr === null && input.rationaleEn === null)
    faults.push({ field: 'rationaleFr', reason: 'rationale_required' })
  if ((input.outcome === 'prefer_position') !== (input.positionId !== null))
    faults.push({ field: 'positionId', reason: input.positionId === null ? 'required' : 'not_a_choice' })
  if (faults.length > 0) throw invalid(...faults)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await conflictAsSaved(tx, input.conflictId)
    if (!saved) throw new Fault('not_found', 'conflict')
    const status = statusAfter(input.outcome)
    if (!mayBecome(saved.status, status))
      throw invalid({ field: 'status', reason: 'wrong_state', values: { state: saved.status } })
    if (input.positionId && !saved.positions.some(({ id }) => id === input.positionId))
      throw invalid({ field: 'positionId', reason: 'position_of_other_conflict' })
    const latest = saved.resolutions[0]
    if (!(await updateConflict(tx, proof, saved.id, input.version, { status })))
      throw new Fault('stale', 'conflict', [], {
        entity: 'conflict',
        id: saved.id,
        version: saved.version,
        theirs: {
          status: saved.status,
          outcome: latest?.outcome,
          rationaleFr: latest?.rationaleFr,
          rationaleEn: latest?.rationaleEn,
        },
      })
    const n = (latest?.n ?? 0) + 1
    await insertResolution(tx, proof, {
      id: newId(),
      conflictId: saved.id,
      n,
      outcome: input.outcome,
      positionId: input.positionId,
      rationaleFr: input.rationaleFr,
      rationaleEn: input.rationaleEn,
    })
    const rereview = await markForRereview(
      tx,
      proof,
      saved.id,
      correctionDraft({
        ...saved,
        reason: 'conflict_resolved',
        settled: { ...input, position: saved.positions.find(({ id }) => id === input.positionId)?.value ?? null },
      }),
    )
    await appendAudit(tx, proof.by, {
      action: 'conflict.resolved',
      entity: 'conflict',
      id: saved.id,
      payload: { n, outcome: input.outcome, rereview },
    })
    const undo: Undo = { verb: 'reopen_conflict', conflictId: saved.id, version: input.version + 1 }
    return { version: input.version + 1, rereview, undo }
  })
}
