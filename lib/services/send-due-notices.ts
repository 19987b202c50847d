import 'server-only'
import type { PrismaClient } from '@/lib/data/generated/client'
import { closeWebhook, type DueDelivery, endTry, takeDeliveries } from '@/lib/data/webhooks'
import { pauseAfter } from '@/lib/domain/webhook'

export type { DueDelivery }
/** How a receiver answered: a status, or the word for why there was none; and how long it asks to be left alone. */
export type Heard = { status: number; retryAfter: number | null } | { failure: string }
export type Messenger = (delivery: DueDelivery) => Promise<Heard>

/** How many are sent at the same time. */
const AT_ONCE = 10
const GONE = 410

/**
 * Sends what is due, each under its own id. Only 2xx is heard; a redirect is a failure; 410 ends the address. What fails waits
 * longer each time, and as long as the receiver asks, and is given up after ten tries.
 */
export async function sendDueNotices(
  { db }: { db: PrismaClient },
  send: Messenger,
  chance: () => number = Math.random,
): Promise<{ sent: number; failed: number }> {
  const due = await takeDeliveries(db, AT_ONCE)
  const ends = await Promise.all(
    due.map(async (delivery) => {
      const heard = await send(delivery)
      const answer = 'status' in heard ? String(heard.status) : heard.failure
      if ('status' in heard && heard.status >= 200 && heard.status < 300) {
        await endTry(db, delivery.id, { state: 'delivered', answer })
        return true
      }
      const isGone = 'status' in heard && heard.status === GONE
      const inSeconds = isGone
        ? null
        : pauseAfter(delivery.tries, chance(), 'status' in heard ? heard.retryAfter : null)
      await endTry(
        db,
        delivery.id,
        inSeconds === null ? { state: 'failed', answer } : { state: 'waiting', answer, inSeconds },
      )
      if (isGone) await closeWebhook(db, delivery.webhookId)
      return false
    }),
  )
  return { sent: ends.filter(Boolean).length, failed: ends.filter((it) => !it).length }
}
