import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { isRatedSince } from '@/lib/data/reviews'
import { revisionAt } from '@/lib/data/revisions'
import { updateVerdict, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { applyVerdictEvent } from '@/lib/domain/verdict'
import type { VerdictState } from '@/lib/domain/vocabulary'

export const TakeBackSubmission = z.strictObject({ verdictId: uuid(), version: version() })

/**
 * Takes a verdict back from second reading to what it was before it was sent. Its author does, while nobody has rated or
 * read it: a reading that has begun is somebody else's work.
 */
export async function takeBackSubmission({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof TakeBackSubmission>) {
  const proof = permit(actor, 'verdict:draft')
  const input = readInput(TakeBackSubmission, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    if (!saved) throw new Fault('not_found', 'verdict')
    if (saved.authorId !== proof.by) throw new Fault('forbidden', 'taken back by its author')
    const stale = staleState('verdict', saved)
    if (saved.version !== input.version) throw stale
    const before = await revisionAt(tx, 'verdicts', saved.id, input.version - 1)
    const to = before && applyVerdictEvent(saved.state, { kind: 'unsent', to: before.state as VerdictState })
    if (!before || !to) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    if (saved.submittedAt && (await isRatedSince(tx, saved.claimId, saved.submittedAt)))
      throw invalid({ field: 'verdictId', reason: 'in_use' })
    const change = {
      state: to,
      // What was published before stays read as it was sent (trigger second_reading_is_fair).
      ...(to === 'draft' ? { isBlind: before.is_blind === true } : {}),
      changesRequested: (before.changes_requested as string | null | undefined) ?? null,
    }
    if (!(await updateVerdict(tx, proof, saved.id, input.version, change))) throw stale
    await appendAudit(tx, proof.by, {
      action: 'verdict.unsent',
      entity: 'verdict',
      id: saved.id,
      payload: { version: input.version + 1 },
    })
    return { version: input.version + 1 }
  })
}
