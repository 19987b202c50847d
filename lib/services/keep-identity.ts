import 'server-only'
import { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { protectSource, putIdentity, sourceVersion } from '@/lib/data/source-identities'
import type { Desk } from '@/lib/domain/desk'
import { Fault, invalid } from '@/lib/domain/fault'
import { prose, readInput, uuid, version } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { type Confirmed, type IdentitySeal, isConfirmed } from '@/lib/domain/protected-identity'

export const KeepIdentity = z.strictObject({ sourceId: uuid(), version: version(), identity: prose() })

/**
 * Seals who a source is, and protects the source: from now on every page shows its alias alone. What was kept before is
 * replaced and leaves no trace; that it was replaced does.
 */
export async function keepIdentity(
  { db, actor, now }: Desk<PrismaClient>,
  raw: z.input<typeof KeepIdentity>,
  confirmed: Confirmed,
  seal: IdentitySeal,
) {
  const proof = permit(actor, 'source:reveal')
  if (!isConfirmed(confirmed, proof.by, now)) throw invalid({ field: 'password', reason: 'wrong_credentials' })
  const input = readInput(KeepIdentity, raw)
  const sealed = seal.seal(input.sourceId, input.identity)
  if (!sealed) throw invalid({ field: 'identity', reason: 'no_source_key' })
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await sourceVersion(tx, input.sourceId)
    if (!saved) throw new Fault('not_found', 'source')
    if (!(await protectSource(tx, proof, input.sourceId, input.version)))
      throw new Fault('stale', 'source', [], {
        entity: 'source',
        id: input.sourceId,
        version: saved.version,
        theirs: {},
      })
    await putIdentity(tx, proof, input.sourceId, sealed, now)
    await appendAudit(tx, proof.by, {
      action: 'source.identity_kept',
      entity: 'source',
      id: input.sourceId,
      payload: { version: input.version + 1 },
    })
    return { version: input.version + 1 }
  })
}
