import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { switchWebhook, webhookById } from '@/lib/data/webhooks'
import type { Desk } from '@/lib/domain/desk'
import { Fault } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { ChangeWebhook } from '@/lib/domain/webhook'

/** Tells an address nothing more, or again. What waits for one that is off waits on. */
export async function changeWebhook({ db, actor }: Desk<PrismaClient>, raw: z.input<typeof ChangeWebhook>) {
  const proof = permit(actor, 'settings:manage')
  const { webhookId: id, version, isOn } = readInput(ChangeWebhook, raw)
  return transactionAs(db, proof.by, async (tx) => {
    const saved = await webhookById(tx, id)
    if (!saved) throw new Fault('not_found', 'webhook')
    if (!(await switchWebhook(tx, proof, { id, version, isOn })))
      throw new Fault('stale', 'webhook', [], {
        entity: 'webhook',
        id,
        version: saved.version,
        theirs: { isOn: saved.isOn },
      })
    await appendAudit(tx, proof.by, { action: 'webhook.changed', entity: 'webhook', id, payload: { isOn } })
    return { version: version + 1 }
  })
}
