import { beforeAll, describe, expect, test, vi } from 'vitest'
import { deskDb } from '@/lib/data/db'
import type { Role } from '@/lib/domain/permission'
import { addToken } from '@/lib/services/add-token'
import { asRole } from '../../support/as-role'
import { aClaim, aDispatch, anEvent, aPerson, aSource, deskOf } from '../../support/factories'
import { call, withToken } from './caller'

vi.mock('next/headers', async () => (await import('./caller')).requestScope)

/** Each caller with a quota of their own. */
async function somebodysToken(role: Role = 'editor') {
  const desk = await deskOf(await aPerson({ role }))
  return withToken((await addToken(desk, { name: 'Un script', scopes: ['read', 'write'] })).token)
}
let body: object
beforeAll(async () => {
  const [dispatch, source, event] = [await aDispatch(), await aSource(), await anEvent()]
  body = {
    dispatchVersionId: dispatch.versionId,
    quote: { exact: 'ont pris Konna' },
    statementFr: 'Ils ont pris la ville.',
    kind: 'narration',
    eventId: event.id,
    chain: [{ sourceId: source.id, role: 'outlet' }],
  }
})
const post = (headers: Record<string, string>, key: string, more: object = {}) =>
  call('POST', '/v1/claims', { headers: { ...headers, 'idempotency-key': key }, body: { ...body, ...more } })
const claims = () => deskDb().claim.count()

describe('a version', () => {
  test('is wanted, as If-Match or in the body; a weak tag and another version are refused with the present one', async () => {
    const me = await somebodysToken()
    const { id } = await aClaim()
    const patch = (more: Record<string, string>, change: object = { statementFr: 'Autre.' }) =>
      call('PATCH', `/v1/claims/${id}`, { headers: { ...me, ...more }, body: change })
    const none = await patch({})
    expect([none.status, none.body.code]).toEqual([428, 'precondition_required'])
    const weak = await patch({ 'if-match': 'W/"1"' })
    expect([weak.status, weak.body.version, weak.headers.get('etag')]).toEqual([412, 1, '"1"'])
    expect((await patch({ 'if-match': '"2"' })).body).toMatchObject({ version: 1, code: 'precondition_failed' })
    const first = await patch({ 'if-match': '"1"' }, { statementFr: 'Première.' })
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"'])
    const late = await patch({ 'if-match': '"1"' }, { statementFr: 'Trop tard.' })
    expect(late.body).toMatchObject({ status: 412, version: 2, collision: { theirs: { statementFr: 'Première.' } } })
    expect((await patch({ 'if-match': '*' })).status).toBe(200)
    expect((await patch({ 'if-match': '"7", "3"' })).status).toBe(200)
    expect((await patch({}, { version: 4, statementFr: 'Du corps.' })).status).toBe(200)
    expect((await patch({}, { version: 4, statementFr: 'Encore.' })).status).toBe(409)
    expect((await patch({ 'if-match': '"5"' }, { version: 4, statementFr: 'Encore.' })).status).toBe(400)
  })

  test('of what does not exist is 404, whatever is asked of it', async () => {
    const me = await somebodysToken()
    for (const tag of ['*', '"1"', 'W/"1"'])
      expect(
        (
          await call('PATCH', '/v1/claims/01985c50-7b6e-7c1a-9f43-2d6a1c0e5b11', {
            headers: { ...me, 'if-match': tag },
            body: { statementFr: 'Rien.' },
          })
        ).status,
        tag,
      ).toBe(404)
  })

  test('lets one of two who saw the same through, fifty times', async () => {
    const people = [await somebodysToken('reviewer'), await somebodysToken('reviewer')]
    const { id } = await aClaim()
    for (let version = 1; version <= 50; version++) {
      const said = people.map((_, i) => `Version ${version} de ${i}`)
      const answers = await Promise.all(
        people.map((headers, i) =>
          call('PATCH', `/v1/claims/${id}`, {
            headers: { ...headers, 'if-match': `"${version}"` },
            body: i === 0 ? { statementFr: said[0] } : { statementEn: said[1] },
          }),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
      const won = answers.findIndex(({ status }) => status === 200)
      const saved = await deskDb().claim.findUnique({ where: { id } })
      expect(won === 0 ? saved?.statementFr : saved?.statementEn).toBe(said[won])
      expect(saved?.version).toBe(version + 1)
    }
  })
})

describe('a key', () => {
  test('makes one of twenty at once, and the same answer for all who get one', async () => {
    const me = await somebodysToken()
    const before = await claims()
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(me, '"8e03978e"')))
    expect(await claims()).toBe(before + 1)
    const made = answers.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
    expect(new Set(made.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    // Bare, as some clients send it: the same key.
    const again = await post(me, '8e03978e')
    expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      made[0]?.body.id,
      'true',
    ])
    expect(again.headers.get('location')).toBe(`/api/v1/claims/${made[0]?.body.id}`)
    expect(await claims()).toBe(before + 1)
  })

  test('with another body is refused; of another person it is another key', async () => {
    const [me, other] = [await somebodysToken(), await somebodysToken()]
    const first = await post(me, 'k')
    const reused = await post(me, 'k', { statementFr: 'Autre chose.' })
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_reused'])
    const theirs = await post(other, 'k')
    expect(theirs.status).toBe(201)
    expect(theirs.body.id).not.toBe(first.body.id)
  })

  test('is new again after a day', async () => {
    const me = await somebodysToken()
    const first = await post(me, 'k')
    await asRole('superuser', null, (ask) =>
      ask(`update api_answers set created_at = created_at - interval '24 hours 1 second'`),
    )
    const later = await post(me, 'k')
    expect(later.status).toBe(201)
    expect(later.body.id).not.toBe(first.body.id)
  })

  test('keeps a refusal that will stay one', async () => {
    const me = await somebodysToken()
    const wrong = { statementFr: 'x'.repeat(1_001) }
    const [first, again] = [await post(me, 'k', wrong), await post(me, 'k', wrong)]
    expect([first.status, again.status]).toEqual([422, 422])
    expect(again.body).toEqual(first.body)
  })

  test('that cannot be kept leaves no work behind', async () => {
    const me = await somebodysToken()
    await asRole('superuser', null, (ask) =>
      ask(`create function break_down() returns trigger language plpgsql as $$ begin raise exception 'the machine stops here'; end $$;
        create trigger break_down before insert on api_answers for each row execute function break_down()`),
    )
    const before = [await claims(), await deskDb().auditEntry.count()]
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { status, body: said } = await post(me, 'k')
    log.mockRestore()
    expect(status).toBe(500)
    expect(JSON.stringify(said)).not.toMatch(/machine stops|insert|api_answers|\/lib\//)
    expect([await claims(), await deskDb().auditEntry.count()]).toEqual(before)
    await asRole('superuser', null, (ask) => ask('drop trigger break_down on api_answers'))
    expect((await post(me, 'k')).status).toBe(201)
  })

  test('is refused when it is none', async () => {
    const me = await somebodysToken()
    for (const key of ['""', '"', 'a,b', '"é"', 'x'.repeat(256)]) expect((await post(me, key)).status, key).toBe(400)
  })
})
