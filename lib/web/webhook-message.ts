import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { LANGUAGES } from '@/lib/domain/vocabulary'
import { env } from '@/lib/env'
import { claimPath, conflictPath } from '@/lib/present/addresses'
import type { DueDelivery } from '@/lib/services/send-due-notices'

const SECRET_BYTES = 32

/** The nth secret of an address (`whsec_…`), made from the secret of the server: a stolen table signs nothing. */
export function secretOf(id: string, n: number): string {
  const { NEXTAUTH_SECRET } = env()
  if (NEXTAUTH_SECRET === undefined) throw new Error('NEXTAUTH_SECRET must be set to sign webhooks')
  const key = hkdfSync('sha256', NEXTAUTH_SECRET, 'recoupe', `webhook ${id} ${n}`, SECRET_BYTES)
  return `whsec_${Buffer.from(key).toString('base64')}`
}

/** One signature of Standard Webhooks (v1): HMAC-SHA256 over id, time and the bytes as they are sent. */
export function signature(
  secret: string,
  { id, timestamp, body }: { id: string; timestamp: number; body: Buffer },
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`
}

/** What is sent: the kind, when it happened, ids and public addresses. The same bytes at every try. */
export function bodyOf({ event, data, createdAt }: DueDelivery, baseUrl: string): Buffer {
  const pathOf = typeof data.claim === 'string' ? claimPath : conflictPath
  const slug = String(data.claim ?? data.conflict)
  const urls = Object.fromEntries(LANGUAGES.map((lang) => [lang, `${baseUrl}${pathOf(lang, slug)}`]))
  return Buffer.from(JSON.stringify({ type: event, timestamp: createdAt.toISOString(), data: { ...data, urls } }))
}

/** One try: the id is that of the delivery, the time is now, and each secret in force signs. */
export function messageOf(
  delivery: DueDelivery,
  baseUrl: string,
  now: Date,
): { headers: Record<string, string>; body: Buffer } {
  const body = bodyOf(delivery, baseUrl)
  const id = `msg_${delivery.id}`
  const timestamp = Math.floor(now.getTime() / 1_000)
  const signatures = delivery.secretNs.map((n) => signature(secretOf(delivery.webhookId, n), { id, timestamp, body }))
  return {
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures.join(' '),
    },
    body,
  }
}
