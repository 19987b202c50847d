import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { keepBlind } from '@/lib/data/keep-blind'
import { settingsOf } from '@/lib/data/settings'
import { updateVerdict, verdictById } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid, staleState } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'
import { applyVerdictEvent } from '@/lib/domain/verdict'

export const SubmitVerdict = z.strictObject({
  verdictId: uuid(),
  version: version(),
  /** Whoever sends it chooses; nothing said, the newsroom's setting holds. */
  isBlind: z.boolean().optional(),
})

/** Asks for a second reading by another person; blind when the second reader is not to see the first rating or its author. */
export async function submitVerdict({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof SubmitVerdict>) {
  const proof = permit(actor, 'verdict:draft')
  const input = readInput(SubmitVerdict, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await verdictById(tx, input.verdictId)
    if (!saved) throw new Fault('not_found', 'verdict')
    await keepBlind(tx, actor, saved)
    const state = applyVerdictEvent(saved.state, { kind: 'submitted' })
    if (!state) throw invalid({ field: 'state', reason: 'wrong_state', values: { state: saved.state } })
    if (
      !(await updateVerdict(tx, proof, saved.id, input.version, {
        state,
        isBlind: input.isBlind ?? (await settingsOf(tx)).blindByDefault,
        secondReaderId: null,
        changesRequested: null,
      }))
    )
      throw staleState('verdict', saved)
    await appendAudit(tx, proof.by, {
      action: 'verdict.submitted',
      entity: 'verdict',
      id: saved.id,
      payload: { version: input.version + 1 },
    })
    // Whoever sends another's draft hands it over as it is: only its author takes it back.
    const isMine = saved.authorId === proof.by
    const undo: Undo = { verb: 'take_back_submission', verdictId: saved.id, version: input.version + 1 }
    return { version: input.version + 1, undo: isMine ? undo : null }
  })
}
