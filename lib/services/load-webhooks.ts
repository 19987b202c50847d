import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { type DeliveryLine, deliveryLines, type WebhookLine, webhookLines } from '@/lib/data/webhooks'
import type { Desk } from '@/lib/domain/desk'
import { permit } from '@/lib/domain/permission'

export type { DeliveryLine, WebhookLine }

/** The addresses that are told, and what they were told last. */
export async function loadWebhooks({
  db,
  actor,
}: Desk<PrismaClient>): Promise<{ webhooks: WebhookLine[]; deliveries: DeliveryLine[] }> {
  permit(actor, 'settings:manage')
  const [webhooks, deliveries] = await Promise.all([webhookLines(db), deliveryLines(db)])
  return { webhooks, deliveries }
}
