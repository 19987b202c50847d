import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { WEBHOOK_EVENTS } from '@/lib/domain/webhook'
import { addToken } from '@/lib/services/add-token'
import { addWebhook } from '@/lib/services/add-webhook'
import { changeWebhook } from '@/lib/services/change-webhook'
import { loadWebhooks } from '@/lib/services/load-webhooks'
import { publishReading } from '@/lib/services/publish-reading'
import { reopenConflict } from '@/lib/services/reopen-conflict'
import { resolveConflict } from '@/lib/services/resolve-conflict'
import { rotateSecret } from '@/lib/services/rotate-secret'
import { sendAgain } from '@/lib/services/send-again'
import { WEBHOOK_BODIES } from '@/lib/web/api/webhook-operations'
import { mayBeTold, PUBLIC, post, type Reach } from '@/lib/web/outgoing'
import { secretOf } from '@/lib/web/webhook-message'
import { webhookRound } from '@/lib/web/webhook-round'
import { asRole } from '../../support/as-role'
import { aConflict, aPerson, aPublishedClaim, deskOf } from '../../support/factories'
import { call, withToken } from './caller'

vi.mock('next/headers', async () => (await import('./caller')).requestScope)

type Received = { headers: IncomingHttpHeaders; body: string; path: string }
/** A machine on this one that keeps what it is sent and answers what it is told to. */
let received: Received[] = []
let answer = { status: 200, headers: {} as Record<string, string> }
let server: Server
let at = ''
const HERE: Reach = { ...PUBLIC, isAllowed: () => true, ports: 'any' }
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString(), path: request.url ?? '' })
      response.writeHead(answer.status, answer.headers).end('thank you')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(async () => {
  received = []
  answer = { status: 200, headers: {} }
  await deskDb().$executeRaw`update webhook_deliveries set state = 'failed', next_at = null where state = 'waiting'`
  await deskDb().webhook.updateMany({ data: { isOn: false } })
})

const keys = { mayBeTold: (url: string) => mayBeTold(url, HERE), secretOf }
const admin = async () => deskOf(await aPerson({ role: 'admin' }))
const aWebhook = async (events = WEBHOOK_EVENTS) =>
  addWebhook(await admin(), { url: `${at}/hook`, events: [...events] }, keys)
const due = () =>
  deskDb().$executeRaw`update webhook_deliveries set next_at = clock_timestamp() where state = 'waiting'`
const deliveries = (webhookId: string) =>
  deskDb().webhookDelivery.findMany({ where: { webhookId }, orderBy: { createdAt: 'asc' } })
const verifies = (secret: string, { headers, body }: Received): boolean => {
  const said = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const made = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(said)
    .digest('base64')
  return String(headers['webhook-signature']).split(' ').includes(`v1,${made}`)
}

describe('a verdict that is published', () => {
  test('is told once, signed, with nothing in it that is not public', async () => {
    const { id, secret } = await aWebhook()
    const { slug } = await aPublishedClaim()
    expect(await webhookRound(HERE)).toMatchObject({ failed: 0 })
    const mine = received
      .map((it) => ({ ...it, said: JSON.parse(it.body) }))
      .find(({ said }) => said.data.claim === slug)
    expect(mine?.said.type).toBe('claim.verdict_published')
    expect(mine && verifies(secret, mine)).toBe(true)
    expect(mine && verifies(secret, { ...mine, body: mine.body.replace('"n":1', '"n":2') })).toBe(false)
    const parsed = WEBHOOK_BODIES['claim.verdict_published'].parse(mine?.said)
    expect(parsed).toEqual(mine?.said)
    expect(mine?.body.length).toBeLessThan(2_000)
    const verdict = await deskDb().verdict.findFirst({ where: { claim: { slug } }, include: { author: true } })
    for (const secretWord of [
      verdict?.authorId,
      verdict?.secondReaderId,
      verdict?.author.email,
      verdict?.author.name,
      verdict?.rationaleFr,
      verdict?.summaryFr,
    ])
      if (secretWord) expect(mine?.body).not.toContain(secretWord)
    for (const name of ['cookie', 'authorization', 'referer']) expect(mine?.headers).not.toHaveProperty(name)
    received = []
    await webhookRound(HERE)
    expect(received).toEqual([])
    expect((await deliveries(id)).every(({ state }) => state === 'delivered')).toBe(true)
  })

  test('is told in the transaction that publishes it, or not at all', async () => {
    const { id } = await aWebhook()
    await asRole('superuser', null, (ask) =>
      ask(`create function break_down() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
        create trigger break_down before insert on publications for each row execute function break_down()`),
    )
    await expect(aPublishedClaim()).rejects.toThrow()
    expect(await deliveries(id)).toEqual([])
    await asRole('superuser', null, (ask) => ask('drop trigger break_down on publications; drop function break_down()'))
  })
})

test('a conflict is told of when the public sees it, and only then', async () => {
  const { id } = await aWebhook()
  const editor = await deskOf(await aPerson({ role: 'editor' }))
  const conflict = await aConflict()
  const settled = { conflictId: conflict.id, outcome: 'same_entity' as const, rationaleFr: 'Une ville.' }
  await resolveConflict(editor, { ...settled, version: 1 })
  expect(await deliveries(id)).toEqual([])
  const anchor = await deskDb().dispatchVersion.findFirst({
    where: { anchors: { some: { occurrences: { some: { claimId: conflict.claims[0].id } } } } },
  })
  await publishReading(editor, { dispatchId: anchor?.dispatchId ?? '' })
  const { version } = await deskDb().conflict.findUniqueOrThrow({ where: { id: conflict.id } })
  await reopenConflict(editor, { conflictId: conflict.id, version, reason: 'Encore.' })
  await resolveConflict(editor, { ...settled, version: version + 1 })
  const told = await deliveries(id)
  expect(told.map(({ event }) => event).sort()).toEqual(['conflict.reopened', 'conflict.resolved'])
  await webhookRound(HERE)
  for (const it of received) {
    const said = JSON.parse(it.body)
    expect(WEBHOOK_BODIES[said.type as 'conflict.resolved'].parse(said)).toEqual(said)
    expect(it.body).not.toContain('Encore')
  }
})

describe('what is not heard', () => {
  test('is sent again under the same id, with the time of the new try, later each time', async () => {
    const { id, secret } = await aWebhook()
    answer = { status: 500, headers: {} }
    await aPublishedClaim()
    await webhookRound(HERE)
    expect(await deliveries(id)).toMatchObject([{ state: 'waiting', tries: 1, answer: '500' }])
    await webhookRound(HERE)
    expect(received).toHaveLength(1) // its pause is not over
    await due()
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await webhookRound(HERE)
    const [first, second] = received
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(Number(second?.headers['webhook-timestamp'])).toBeGreaterThan(Number(first?.headers['webhook-timestamp']))
    expect(second?.body).toBe(first?.body)
    expect(second && verifies(secret, second)).toBe(true)
  })

  test('is given up after ten tries, and can be sent again by hand', async () => {
    const { id } = await aWebhook()
    answer = { status: 503, headers: {} }
    await aPublishedClaim()
    for (let n = 0; n < 12; n++) {
      await due()
      await webhookRound(HERE)
    }
    expect(received).toHaveLength(10)
    const [given] = await deliveries(id)
    expect(given).toMatchObject({ state: 'failed', tries: 10 })
    answer = { status: 204, headers: {} }
    await sendAgain(await admin(), { deliveryId: given?.id ?? '' })
    await webhookRound(HERE)
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', answer: '204' }])
    expect(received.at(-1)?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id'])
  })

  test('a redirect is a failure and is not followed', async () => {
    const { id } = await aWebhook()
    answer = { status: 302, headers: { location: `${at}/elsewhere` } }
    await aPublishedClaim()
    await webhookRound(HERE)
    expect(received.map(({ path }) => path)).toEqual(['/hook'])
    expect(await deliveries(id)).toMatchObject([{ state: 'waiting', answer: '302' }])
  })

  test('waits as long as the receiver asks', async () => {
    const { id } = await aWebhook()
    answer = { status: 429, headers: { 'retry-after': '3600' } }
    await aPublishedClaim()
    await webhookRound(HERE)
    const [row] = await deliveries(id)
    expect((row?.nextAt?.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBeGreaterThan(3_500_000)
  })

  test('410 ends the address: it is told nothing more until somebody switches it on', async () => {
    const { id } = await aWebhook()
    answer = { status: 410, headers: {} }
    await aPublishedClaim()
    await webhookRound(HERE)
    await aPublishedClaim()
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', answer: '410' }])
    const desk = await admin()
    const mine = (await loadWebhooks(desk)).webhooks.find((it) => it.id === id)
    expect(mine).toMatchObject({ isOn: false, isGone: true })
    await changeWebhook(desk, { webhookId: id, version: mine?.version ?? 0, isOn: true })
    await aPublishedClaim()
    expect(await deliveries(id)).toHaveLength(2)
  })
})

test('while a secret is new both sign, and after a day the new one alone', async () => {
  const { id, secret } = await aWebhook()
  const { secret: next } = await rotateSecret(await admin(), { webhookId: id, version: 1 }, secretOf)
  await aPublishedClaim()
  await webhookRound(HERE)
  const [both] = received
  expect(String(both?.headers['webhook-signature']).split(' ')).toHaveLength(2)
  expect(both && verifies(secret, both) && verifies(next, both)).toBe(true)
  await deskDb()
    .$executeRaw`update webhooks set rotated_at = clock_timestamp() - interval '25 hours' where id = ${id}::uuid`
  await aPublishedClaim()
  await webhookRound(HERE)
  const alone = received.at(-1)
  expect(alone && [verifies(secret, alone), verifies(next, alone)]).toEqual([false, true])
})

describe('an address of the house', () => {
  test('is refused when it is entered', async () => {
    const desk = await admin()
    for (const url of ['http://169.254.169.254/', 'http://[::1]/', 'http://2130706433/', 'http://localhost/', at])
      await expect(
        addWebhook(desk, { url, events: ['conflict.resolved'] }, { mayBeTold: (it) => mayBeTold(it), secretOf }),
        url,
      ).rejects.toMatchObject({ fields: [{ field: 'url', reason: 'address_refused' }] })
  })

  test('is refused again when something is sent, also when its name has moved there meanwhile', async () => {
    const message = { headers: {}, body: Buffer.from('{}') }
    const port = new URL(at).port
    let asked = 0
    const rebinding: Reach = {
      ...PUBLIC,
      ports: 'any',
      resolve: async () => [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }],
    }
    expect(await mayBeTold(`http://rebind.example:${port}/`, rebinding)).toBe(true)
    expect(await post(`http://rebind.example:${port}/`, message, rebinding)).toEqual({ failure: 'address_refused' })
    for (const url of [at, 'http://[::1]/', 'http://2130706433/', 'http://169.254.169.254/'])
      expect(await post(url, message), url).toEqual({ failure: 'address_refused' })
    expect(received).toEqual([])
  })

  test('that never answers is given up', async () => {
    const silent = createServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const message = { headers: {}, body: Buffer.from('{}') }
    expect(await post(`http://127.0.0.1:${port}/`, message, HERE, 200)).toEqual({ failure: 'timeout' })
    silent.closeAllConnections()
    await new Promise((resolve) => silent.close(resolve))
  })
})

test('only an administrator sees them, and a stranger’s role sees nothing', async () => {
  await expect(loadWebhooks(await deskOf(await aPerson({ role: 'editor' })))).rejects.toMatchObject({
    code: 'forbidden',
  })
  for (const table of ['webhooks', 'webhook_deliveries'])
    await expect(asRole('app_public', null, (ask) => ask(`select * from ${table}`))).rejects.toMatchObject({
      code: '42501',
    })
  const { token } = await addToken(await admin(), { name: 'x', scopes: ['manage'] })
  const { body } = await call('GET', '/v1/webhooks', { headers: withToken(token) })
  expect(JSON.stringify(body)).not.toContain('whsec_')
})
