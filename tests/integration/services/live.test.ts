import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { deskDb } from '@/lib/data/db'
import { endSessionOf, openSession } from '@/lib/data/sessions'
import type { Actor } from '@/lib/domain/permission'
import { addNote } from '@/lib/services/add-note'
import { changeClaim } from '@/lib/services/change-claim'
import { answerLive } from '@/lib/web/live-answer'
import { liveHub, STREAMS_PER_PERSON, stopLive } from '@/lib/web/live-hub'
import { aClaim, aPerson, deskOf } from '@/tests/support/factories'

type Person = NonNullable<Actor>
const jar = vi.hoisted(() => ({ token: '' }))
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => (jar.token ? { value: jar.token } : undefined) }),
  headers: async () => new Headers(),
}))

const opened: AbortController[] = []
afterEach(() => {
  for (const it of opened.splice(0)) it.abort()
})
afterAll(stopLive)

const sessionOf = async (person: Person) => (await openSession(deskDb(), person.id, null)) ?? ''

/** A page of that session: what it was sent so far, and the way to leave it. */
async function page(token: string, query = '') {
  jar.token = token
  const abort = new AbortController()
  opened.push(abort)
  const response = await answerLive(new Request(`http://localhost/api/desk/live${query}`, { signal: abort.signal }))
  const said: { event: string; data: Record<string, unknown> }[] = []
  let isOver = false
  const reader = response.body?.getReader()
  void (async () => {
    const text = new TextDecoder()
    let rest = ''
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const blocks = (rest + text.decode(part.value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1]
        if (event) said.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') })
      }
    }
    isOver = true
  })().catch(() => {
    isOver = true
  })
  return { response, said, abort, isOver: () => isOver, of: (event: string) => said.filter((it) => it.event === event) }
}
const until = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), { timeout: 10_000, interval: 20 })
const listening = async () =>
  (
    await deskDb().$queryRaw<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where application_name = 'recoupe live' and datname = current_database()`
  )[0]?.n

test('a stranger, a session that ended and a session left idle hear nothing', async () => {
  expect((await page('')).response.status).toBe(401)
  const token = await sessionOf(await aPerson())
  await endSessionOf(deskDb(), token)
  expect((await page(token)).response.status).toBe(401)
  expect((await page(token, '?since=0')).response.status).toBe(401)
  expect(liveHub().size()).toBe(0)
})

test('two pages see each other, and what the other changes, with its version and without a word of it', async () => {
  const [awa, moussa] = [await aPerson(), await aPerson()]
  await deskDb().user.update({ where: { id: moussa.id }, data: { name: 'Moussa Keïta' } })
  const claim = await aClaim()
  const at = `?at=claim:${claim.id}`
  const [hers, his] = [await page(await sessionOf(awa), at), await page(await sessionOf(moussa), at)]
  await until(() => hers.of('present').some(({ data }) => JSON.stringify(data).includes('Moussa Keïta')))
  await until(() => his.of('present').some(({ data }) => JSON.stringify(data).includes(awa.id)))
  await changeClaim(await deskOf(moussa), { claimId: claim.id, version: 1, statementFr: 'Des mots à nous.' })
  await until(() => hers.of('news').length > 0)
  expect(hers.of('news')[0]?.data).toMatchObject({
    items: [{ e: 'claims', i: claim.id, n: 2, a: moussa.id, who: 'Moussa Keïta' }],
  })
  await addNote(await deskOf(moussa), { targetKind: 'claim', targetId: claim.id, body: 'Entre nous.' })
  await until(() => hers.of('news').some(({ data }) => JSON.stringify(data).includes('annotations')))
  expect(JSON.stringify(hers.said)).not.toMatch(/Des mots|Entre nous/)
  his.abort.abort()
  await until(() => JSON.stringify(hers.of('present').at(-1)?.data) === '{"people":[]}')
})

test('somebody who is named sees the bell move on an open page', async () => {
  const [awa, moussa] = [await aPerson(), await aPerson()]
  await deskDb().user.update({ where: { id: awa.id }, data: { name: 'Oumou Sangaré' } })
  const { id } = await aClaim()
  const hers = await page(await sessionOf(awa))
  await until(() => hers.of('hello').length > 0)
  await addNote(await deskOf(moussa), { targetKind: 'claim', targetId: id, body: '@Oumou Sangaré, voir.' })
  await until(() => hers.of('told').some(({ data }) => data.unread === 1))
})

test('a page is told and closed at once when its session ends', async () => {
  const token = await sessionOf(await aPerson())
  const mine = await page(token)
  await until(() => mine.of('hello').length > 0)
  await endSessionOf(deskDb(), token)
  await until(mine.isOver)
  expect(mine.of('bye')[0]?.data).toEqual({ reason: 'signed-out' })
  expect(liveHub().size()).toBe(0)
})

test('one person holds a few pages open; the oldest makes room', async () => {
  const token = await sessionOf(await aPerson())
  const pages: Awaited<ReturnType<typeof page>>[] = []
  for (let i = 0; i <= STREAMS_PER_PERSON; i++) pages.push(await page(token))
  await until(() => pages[0]?.isOver() === true)
  expect(pages[0]?.of('bye')[0]?.data).toEqual({ reason: 'full' })
  expect(liveHub().size()).toBe(STREAMS_PER_PERSON)
})

test('fifty pages share one connection; when they go nobody is left and the connection goes back', async () => {
  const tokens: string[] = []
  for (let i = 0; i < 10; i++) tokens.push(await sessionOf(await aPerson()))
  const pages: Awaited<ReturnType<typeof page>>[] = []
  for (const token of tokens) for (let i = 0; i < 5; i++) pages.push(await page(token))
  await until(() => pages.every((it) => it.of('hello').length > 0))
  expect(liveHub().size()).toBe(50)
  expect(await listening()).toBe(1)
  for (const it of pages) it.abort.abort()
  await until(() => liveHub().size() === 0)
  await vi.waitFor(async () => expect(await listening()).toBe(0), { timeout: 20_000, interval: 500 })
  expect(liveHub().isListening()).toBe(false)
})

test('a page that cannot hold a stream asks since a moment, and hears the same', async () => {
  const [awa, moussa] = [await aPerson(), await aPerson()]
  const claim = await aClaim()
  jar.token = await sessionOf(awa)
  const ask = async (since: string) =>
    (await answerLive(new Request(`http://localhost/api/desk/live?since=${since}&at=claim:${claim.id}`))).json()
  const { seq } = await ask('')
  await changeClaim(await deskOf(moussa), { claimId: claim.id, version: 1, statementFr: 'Autrement.' })
  const { items, seq: later } = await ask(seq)
  expect(items).toEqual(
    expect.arrayContaining([expect.objectContaining({ e: 'claims', i: claim.id, n: 2, a: moussa.id })]),
  )
  expect(Number(later)).toBeGreaterThanOrEqual(Number(seq))
})

test('much at once is said in one word, and not to whoever did it', async () => {
  const mine = await page(await sessionOf(await aPerson()))
  const person = await aPerson()
  const theirs = await page(await sessionOf(person))
  await until(() => mine.of('hello').length > 0 && theirs.of('hello').length > 0)
  await deskDb().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('recoupe.actor', ${person.id}, true)`
    await tx.$executeRaw`
      insert into sources (id, slug, name, kind, created_by_id)
      select gen_random_uuid(), 'source-en-bloc-' || n, 'Source ' || n, 'outlet', ${person.id}::uuid from generate_series(1, 60) n`
  })
  await until(() => mine.of('news').some(({ data }) => data.many === true))
  expect(mine.of('news').every(({ data }) => (data.items as unknown[]).length <= 20)).toBe(true)
  expect(JSON.stringify(mine.of('news'))).not.toContain(person.id)
  expect(theirs.of('news')).toEqual([])
})
