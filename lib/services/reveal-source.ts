import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { limitKey, REVEAL_BUDGET, takeTry } from '@/lib/data/rate-limits'
import { insertReveal, sealedIdentity } from '@/lib/data/source-identities'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { line, readInput, uuid } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { type Confirmed, type IdentitySeal, isConfirmed } from '@/lib/domain/protected-identity'

export const RevealSource = z.strictObject({ sourceId: uuid(), reason: line() })

/**
 * Shows who a protected source is, once. The look is written down, with its reason, before anything is opened: a look that
 * fails afterwards is remembered all the same.
 */
export async function revealSource(
  { db, actor, now, newId }: Desk<PrismaClient>,
  raw: z.input<typeof RevealSource>,
  confirmed: Confirmed,
  seal: IdentitySeal,
): Promise<{ identity: string }> {
  const proof = permit(actor, 'source:reveal')
  if (!isConfirmed(confirmed, proof.by, now)) throw invalid({ field: 'password', reason: 'wrong_credentials' })
  const { sourceId, reason } = readInput(RevealSource, raw)
  if (!(await takeTry(db, limitKey('reveal', proof.by), REVEAL_BUDGET))) throw new Fault('too_many', 'reveal')
  const sealed = await transactionAs(db, proof.by, async (tx) => {
    const kept = await sealedIdentity(tx, proof, sourceId)
    if (!kept) throw new Fault('not_found', 'identity')
    await insertReveal(tx, proof, { id: newId(), sourceId, reason, revealedAt: now })
    await appendAudit(tx, proof.by, {
      action: 'source.revealed',
      entity: 'source',
      id: sourceId,
      payload: { by: proof.by },
    })
    return kept
  })
  const identity = seal.open(sourceId, sealed)
  if (identity === null) throw invalid({ field: 'identity', reason: 'no_source_key' })
  return { identity }
}
