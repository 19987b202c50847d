import { z } from 'zod'
import { uuid, version } from './input'

/** What other machines are told, each as its thin notice: an id, a slug, public addresses, and nothing of the work on it. */
export const WEBHOOK_EVENTS = [
  'claim.verdict_published',
  'claim.verdict_corrected',
  'claim.verdict_withdrawn',
  'conflict.resolved',
  'conflict.reopened',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** How long after one try the next one comes, in seconds (Standard Webhooks): ten tries in a little over three days. */
export const PAUSES = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const
/** How much of a pause is left to chance, so that many receivers do not come back at once. */
const JITTER = 0.2
/** The longest pause a receiver may ask for. */
const MAX_PAUSE = 86_400

/** When a failed delivery is tried again, in seconds; null when it was tried often enough. `chance` is from 0 to 1. */
export function pauseAfter(tries: number, chance: number, askedSeconds: number | null): number | null {
  const pause = PAUSES[tries]
  if (pause === undefined) return null
  return Math.max(pause * (1 + JITTER * chance), Math.min(askedSeconds ?? 0, MAX_PAUSE))
}

/** The seconds of a Retry-After, or null; a date is read against `now`. */
export function secondsOfRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1_000))
}

export const AddWebhook = z.strictObject({
  url: z.string().max(2_048),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1),
})
export const ChangeWebhook = z.strictObject({ webhookId: uuid(), version: version(), isOn: z.boolean() })
export const RotateSecret = z.strictObject({ webhookId: uuid(), version: version() })
export const SendAgain = z.strictObject({ deliveryId: uuid() })
