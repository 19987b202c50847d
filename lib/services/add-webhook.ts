import 'server-only'
import type { z } from 'zod'
import { appendAudit } from '@/lib/data/audit-log'
import { transactionAs } from '@/lib/data/db'
import type { PrismaClient } from '@/lib/data/generated/client'
import { insertWebhook } from '@/lib/data/webhooks'
import type { Desk } from '@/lib/domain/desk'
import { invalid } from '@/lib/domain/fault'
import { readInput } from '@/lib/domain/input'
import { permit } from '@/lib/domain/permission'
import { AddWebhook } from '@/lib/domain/webhook'

/** What the web lends: which addresses may be told, and the secret of one. */
export type WebhookKeys = { mayBeTold: (url: string) => Promise<boolean>; secretOf: (id: string, n: number) => string }

/** An address that is told from now on what it chose; its secret is shown once. */
export async function addWebhook(
  { db, actor, newId }: Desk<PrismaClient>,
  raw: z.input<typeof AddWebhook>,
  { mayBeTold, secretOf }: WebhookKeys,
): Promise<{ id: string; secret: string }> {
  const proof = permit(actor, 'settings:manage')
  const { url, events } = readInput(AddWebhook, raw)
  if (!(await mayBeTold(url))) throw invalid({ field: 'url', reason: 'address_refused' })
  return transactionAs(db, proof.by, async (tx) => {
    const id = newId()
    await insertWebhook(tx, proof, { id, url, events: [...new Set(events)] })
    await appendAudit(tx, proof.by, {
      action: 'webhook.added',
      entity: 'webhook',
      id,
      payload: { events: [...events] },
    })
    return { id, secret: secretOf(id, 1) }
  })
}
