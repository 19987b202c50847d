import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { nextSecret, webhookById } from '@/lib/data/webhooks'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { RotateSecret } from '@/lib/domain/webhook'

/** A new secret for an address, shown once. The one before signs beside it for a day. */
export async function rotateSecret(
  { db, actor }: Desk<PrismaClient>,
  raw: z.input<typeof RotateSecret>,
  secretOf: (id: string, n: number) => string,
): Promise<{ secret: string }> {
  const proof = permit(actor, 'settings:manage')
  const { webhookId: id, version } = readInput(RotateSecret, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await webhookById(tx, id)
    if (!saved) throw new Fault('not_found', 'webhook')
    const n = await nextSecret(tx, proof, { id, version })
    if (n === null)
      throw new Fault('stale', 'webhook', [], { entity: 'webhook', id, version: saved.version, theirs: {} })
    await appendAudit(tx, proof.by, { action: 'webhook.secret_changed', entity: 'webhook', id, payload: { n } })
    return { secret: secretOf(id, n) }
  })
}
