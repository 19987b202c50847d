import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { claimAsSaved, updateClaim } from '@/lib/data/claims'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { verdictOfClaim } from '@/lib/data/verdicts'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import type { Undo } from '@/lib/domain/undo'

export const DiscardClaim = z.strictObject({ claimId: uuid(), version: version(), restore: z.boolean().default(false) })

/** Takes a claim out of the desk, or brings it back: history is kept, so this is also the undo of adding one. */
export async function discardClaim({ db, actor, now }: Desk<PrismaClient>, raw: z.input<typeof DiscardClaim>) {
  const proof = permit(actor, 'claim:edit')
  const input = readInput(DiscardClaim, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await claimAsSaved(tx, input.claimId)
    if (!saved) throw new Fault('not_found', 'claim')
    const verdict = await verdictOfClaim(tx, input.claimId)
    // A published verdict keeps its address: it is withdrawn with a correction, its claim is not made to vanish.
    if (!input.restore && verdict && verdict.versions.length > 0)
      throw invalid({ field: 'claimId', reason: 'wrong_state' })
    if (!(await updateClaim(tx, proof, input.claimId, input.version, { discardedAt: input.restore ? null : now })))
      throw new Fault('stale', 'claim', [], {
        entity: 'claim',
        id: input.claimId,
        version: saved.version,
        theirs: { statementFr: saved.statementFr, statementEn: saved.statementEn },
      })
    await appendAudit(tx, proof.by, {
      action: input.restore ? 'claim.restored' : 'claim.discarded',
      entity: 'claim',
      id: input.claimId,
      payload: { version: input.version + 1 },
    })
    const made = { claimId: input.claimId, version: input.version + 1 }
    const undo: Undo = { verb: input.restore ? 'discard_claim' : 'restore_claim', ...made }
    return { version: made.version, undo }
  })
}
