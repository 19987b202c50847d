import 'server-only'
import type { Permit } from '@/lib/domain/permission'
import type { DeliveryState, WebhookEvent } from '@/lib/domain/webhook'
import type { Db } from './db'

/** How long the secret before still signs, after a new one was made. */
const OVERLAP_HOURS = 24
/** A delivery that was taken and never ended (the process died) is taken again after this. */
const LEASE_SECONDS = 60
/** How many of the latest deliveries the desk shows. */
const SHOWN = 100

export type WebhookLine = {
  id: string
  url: string
  events: WebhookEvent[]
  isOn: boolean
  isGone: boolean
  version: number
  createdAt: Date
}
export type DeliveryLine = {
  id: string
  webhookId: string
  url: string
  event: WebhookEvent
  state: DeliveryState
  tries: number
  nextAt: Date | null
  answer: string | null
  createdAt: Date
}
/** What is to be sent: where, what, and the numbers of the secrets that sign it. */
export type DueDelivery = {
  id: string
  webhookId: string
  url: string
  event: WebhookEvent
  data: Record<string, string | number>
  createdAt: Date
  tries: number
  secretNs: number[]
}

export const insertWebhook = async (
  db: Db,
  proof: Permit<'settings:manage'>,
  it: { id: string; url: string; events: readonly WebhookEvent[] },
): Promise<void> => {
  await db.webhook.create({ data: { ...it, events: [...it.events], createdById: proof.by } })
}

/** Switches an address on or off at the version that was seen; whoever said 410 is forgiven by switching it on. */
export const switchWebhook = async (
  db: Db,
  _proof: Permit<'settings:manage'>,
  { id, version, isOn }: { id: string; version: number; isOn: boolean },
): Promise<boolean> =>
  (
    await db.webhook.updateMany({
      where: { id, version },
      data: { isOn, ...(isOn ? { goneAt: null } : {}), version: { increment: 1 } },
    })
  ).count === 1

/** The next secret of an address; its number, or null when the version is another. */
export async function nextSecret(
  db: Db,
  _proof: Permit<'settings:manage'>,
  { id, version }: { id: string; version: number },
): Promise<number | null> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    update webhooks set secret_n = secret_n + 1, rotated_at = clock_timestamp(), version = version + 1
    where id = ${id}::uuid and version = ${version} returning secret_n as n`
  return rows[0]?.n ?? null
}

export const webhookById = (db: Db, id: string) =>
  db.webhook.findUnique({ where: { id }, select: { id: true, version: true, isOn: true } })

/** Every address, oldest first. */
export const webhookLines = async (db: Db): Promise<WebhookLine[]> =>
  (await db.webhook.findMany({ orderBy: { id: 'asc' }, take: 200 })).map((row) => ({
    id: row.id,
    url: row.url,
    events: row.events as WebhookEvent[],
    isOn: row.isOn,
    isGone: row.goneAt !== null,
    version: row.version,
    createdAt: row.createdAt,
  }))

/** The latest deliveries, newest first. */
export const deliveryLines = (db: Db): Promise<DeliveryLine[]> =>
  db.$queryRaw<DeliveryLine[]>`
    select d.id, d.webhook_id as "webhookId", w.url, d.event, d.state, d.tries, d.next_at as "nextAt", d.answer, d.created_at as "createdAt"
    from webhook_deliveries d join webhooks w on w.id = d.webhook_id order by d.created_at desc, d.id limit ${SHOWN}`

/** Takes what is due, for a minute; two processes never take the same. Of an address that is off nothing is taken. */
export const takeDeliveries = (db: Db, most: number): Promise<DueDelivery[]> =>
  db.$queryRaw<DueDelivery[]>`
    with due as (
      select d.id from webhook_deliveries d join webhooks w on w.id = d.webhook_id and w.is_on
      where d.next_at <= clock_timestamp() order by d.next_at limit ${most} for update of d skip locked
    )
    update webhook_deliveries d set tries = d.tries + 1, next_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    from due, webhooks w where d.id = due.id and w.id = d.webhook_id
    returning d.id, d.webhook_id as "webhookId", w.url, d.event, d.data, d.created_at as "createdAt", d.tries,
      case when w.rotated_at > clock_timestamp() - make_interval(hours => ${OVERLAP_HOURS}::int)
        then array[w.secret_n, w.secret_n - 1] else array[w.secret_n] end as "secretNs"`

/** How a try ended: heard, to be tried again, or given up. */
export async function endTry(
  db: Db,
  id: string,
  how: { state: 'delivered' | 'failed'; answer: string } | { state: 'waiting'; answer: string; inSeconds: number },
): Promise<void> {
  const wait = how.state === 'waiting' ? how.inSeconds : null
  await db.$executeRaw`
    update webhook_deliveries set state = ${how.state}, answer = ${how.answer},
      next_at = case when ${how.state} = 'waiting' then clock_timestamp() + make_interval(secs => ${wait}::double precision) end,
      delivered_at = case when ${how.state} = 'delivered' then clock_timestamp() end
    where id = ${id}::uuid and state = 'waiting'`
}

/** An address said that it is gone: it is told nothing more, and what waits for it is given up. */
export async function closeWebhook(db: Db, id: string): Promise<void> {
  await db.$executeRaw`
    update webhooks set is_on = false, gone_at = clock_timestamp(), version = version + 1 where id = ${id}::uuid and gone_at is null`
  await db.$executeRaw`
    update webhook_deliveries set state = 'failed', next_at = null where webhook_id = ${id}::uuid and state = 'waiting'`
}

/** Lets a delivery be sent again under the same id; false when there is none, or it waits already. */
export const sendOnceMore = async (db: Db, _proof: Permit<'settings:manage'>, id: string): Promise<boolean> =>
  (await db.$executeRaw`
    update webhook_deliveries set state = 'waiting', tries = 0, next_at = clock_timestamp(), delivered_at = null
    where id = ${id}::uuid and state <> 'waiting'`) === 1
