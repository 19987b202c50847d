import 'server-only'
import { deskDb } from '@/lib/data/db'
import { databaseNow } from '@/lib/data/sessions'
import { env } from '@/lib/env'
import { sendDueNotices } from '@/lib/services/send-due-notices'
import { PUBLIC, post, type Reach } from './outgoing'
import { messageOf } from './webhook-message'

const ROUND_MS = 5_000
const kept = globalThis as typeof globalThis & { __recoupeWebhooks?: NodeJS.Timeout }

/** Sends what is due once. */
export async function webhookRound(reach: Reach = PUBLIC): Promise<{ sent: number; failed: number }> {
  const db = deskDb()
  const now = await databaseNow(db)
  const baseUrl = env().RECOUPE_URL.replace(/\/+$/, '')
  return sendDueNotices({ db }, (delivery) => post(delivery.url, messageOf(delivery, baseUrl, now), reach))
}

/** A round every few seconds for as long as the server runs; several servers of one database share the work. */
export function startWebhookRounds(): void {
  if (kept.__recoupeWebhooks) return
  let isBusy = false
  kept.__recoupeWebhooks = setInterval(() => {
    if (isBusy) return
    isBusy = true
    webhookRound()
      .catch((error: unknown) =>
        console.warn(`webhooks: ${error instanceof Error ? error.message : 'the round failed'}`),
      )
      .finally(() => {
        isBusy = false
      })
  }, ROUND_MS)
  kept.__recoupeWebhooks.unref()
}
