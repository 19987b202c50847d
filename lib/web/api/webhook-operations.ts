import 'server-only'
import { z } from 'zod'
import { RATING_CODES } from '@/lib/domain/rating'
import { ChangeWebhook, SendAgain, WEBHOOK_EVENTS, type WebhookEvent } from '@/lib/domain/webhook'
import { changeWebhook } from '@/lib/services/change-webhook'
import { loadWebhooks } from '@/lib/services/load-webhooks'
import { sendAgain } from '@/lib/services/send-again'
import { Changed, ID, Nothing, type Operation, verb } from './operation'

const tag = 'webhooks'
const manage = { tag, scope: 'manage' as const }

export const WEBHOOK_OPERATIONS: Operation[] = [
  verb({
    ...manage,
    id: 'loadWebhooks',
    method: 'GET',
    path: '/webhooks',
    summary: 'List the addresses that are told what is published, and what was sent last.',
    input: z.strictObject({}),
    answer: z.looseObject({}),
    example: {},
    run: (desk) => loadWebhooks(desk),
  }),
  verb({
    ...manage,
    id: 'changeWebhook',
    method: 'PATCH',
    path: '/webhooks/{webhookId}',
    summary: 'Switch an address off, or on again.',
    input: ChangeWebhook,
    guards: 'webhooks',
    answer: Changed,
    example: { webhookId: ID, isOn: false },
    run: changeWebhook,
  }),
  verb({
    ...manage,
    id: 'sendAgain',
    path: '/webhook-deliveries/{deliveryId}/sending',
    summary: 'Send what was delivered or given up once more, under the same id.',
    input: SendAgain,
    answer: Nothing,
    example: { deliveryId: ID },
    run: sendAgain,
  }),
]

const urls = z.object({ fr: z.url(), en: z.url() })
const Verdict = z.object({
  verdictId: z.guid(),
  claimId: z.guid(),
  claim: z.string().describe('The slug'),
  n: z.int().describe('Which published version'),
  rating: z.enum(RATING_CODES as [string, ...string[]]),
  urls,
})
const Conflict = z.object({ conflictId: z.guid(), conflict: z.string().describe('The slug'), urls })

/** What is sent for each event: all of it is public. */
export const WEBHOOK_BODIES = Object.fromEntries(
  WEBHOOK_EVENTS.map((type) => [
    type,
    z.object({
      type: z.literal(type),
      timestamp: z.iso.datetime().describe('When it happened'),
      data: type.startsWith('claim.') ? Verdict : Conflict,
    }),
  ]),
) as unknown as Record<WebhookEvent, z.ZodType>
