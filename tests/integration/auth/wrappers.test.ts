import { NextRequest } from 'next/server'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { closeDb } from '@/lib/data/db'
import { Fault } from '@/lib/domain/fault'
import { action, formAction } from '@/lib/web/action'
import { emptyFormState } from '@/lib/web/action-result'
import { jsonBody, route } from '@/lib/web/route'
import { aSession, somebody } from './newsroom'

/** The request of this test: what Next would find in its own request scope. */
let request = new Headers()
vi.mock('next/headers', () => ({
  headers: async () => request,
  cookies: async () => ({ get: (name: string) => cookieNamed(name) }),
}))
const cookieNamed = (name: string) => {
  const value = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.get('cookie') ?? '')?.[1]
  return value === undefined ? undefined : { name, value }
}

afterAll(closeDb)

const HOME = 'http://localhost:3000'
const asSomebody = async (more: Record<string, string> = {}) => {
  const awa = await somebody('editor')
  request = new Headers({
    host: 'localhost:3000',
    origin: HOME,
    'sec-fetch-site': 'same-origin',
    cookie: `recoupe.session=${await aSession(awa)}`,
    ...more,
  })
  return awa
}
const asNobody = () => {
  request = new Headers({ host: 'localhost:3000', origin: HOME })
}
const Input = z.object({ title: z.string().min(3) })
const echo = vi.fn(
  async (desk: { actor: { id: string } | null }, input: { title: string }) => `${desk.actor?.id} ${input.title}`,
)

describe('an action', () => {
  test('runs for whoever is signed in', async () => {
    const awa = await asSomebody()
    expect(await action(Input, echo)({ title: 'Kona' })).toEqual({ ok: true, value: `${awa.id} Kona` })
  })

  test('runs for no stranger, unless it is a door', async () => {
    asNobody()
    expect(await action(Input, echo)({ title: 'Kona' })).toMatchObject({ ok: false, code: 'not_signed_in' })
    expect(await action(Input, echo, { open: 'anyone' })({ title: 'Kona' })).toEqual({
      ok: true,
      value: 'undefined Kona',
    })
  })

  test('runs for no other site, nor for one that hides', async () => {
    for (const from of [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
      await asSomebody(from)
      expect(await action(Input, echo)({ title: 'Kona' })).toMatchObject({ ok: false, code: 'forbidden' })
    }
    await asSomebody()
    request.delete('origin')
    request.delete('sec-fetch-site')
    expect(await action(Input, echo)({ title: 'Kona' })).toMatchObject({ ok: false, code: 'forbidden' })
  })

  test('names what it refuses, and what nobody asked for', async () => {
    await asSomebody()
    const before = echo.mock.calls.length
    const answer = await action(Input, echo)({ title: 'K', role: 'admin' })
    expect(answer).toMatchObject({ ok: false, code: 'invalid' })
    expect(answer.ok ? [] : answer.fields.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'title too_short',
      'role unknown_field',
    ])
    expect(echo.mock.calls.length).toBe(before)
  })

  test('hands a collision over, and hides a bug behind a number', async () => {
    await asSomebody()
    const collision = { entity: 'claim', id: 'x', version: 7, theirs: { statementFr: 'Kona' } }
    const stale = action(Input, async () => Promise.reject(new Fault('stale', 'x', [], collision)))
    expect(await stale({ title: 'Kona' })).toMatchObject({ ok: false, code: 'stale', collision })
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const bug = await action(Input, async () => Promise.reject(new Error('secret\nsecond line')))({ title: 'Kona' })
    expect(JSON.stringify(bug)).not.toContain('secret')
    expect(log.mock.calls).toHaveLength(1)
    expect(log.mock.calls[0]?.[0]).toContain(bug.ok ? '' : bug.requestId)
    expect(log.mock.calls[0]?.[0]).not.toContain('\n')
    log.mockRestore()
  })

  test('as a form, gives back what was typed', async () => {
    await asSomebody()
    const form = new FormData()
    form.set('title', 'K')
    const state = await formAction(Input, echo)(emptyFormState, form)
    expect(state).toMatchObject({ typed: { title: 'K' }, result: { ok: false, fields: [{ field: 'title' }] } })
    form.set('title', 'Kona')
    expect(await formAction(Input, echo)(emptyFormState, form)).toMatchObject({ typed: {}, result: { ok: true } })
  })
})

describe('a route', () => {
  const handler = route(async (it, desk) => Response.json(await echo(desk, await jsonBody(it, Input))))
  const send = async (body: string | null, headers: Record<string, string> = {}, query = '') => {
    const all = new Headers(request)
    all.set('content-type', 'application/json')
    for (const [name, value] of Object.entries(headers)) value ? all.set(name, value) : all.delete(name)
    const response = await handler(
      new NextRequest(`${HOME}/api/v1/x${query}`, { method: 'POST', headers: all, body }),
      { params: Promise.resolve({}) },
    )
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const good = JSON.stringify({ title: 'Kona' })

  test('answers, and lets no cache keep it', async () => {
    const awa = await asSomebody()
    const { status, body, headers } = await send(good)
    expect([status, body]).toEqual([200, `${awa.id} Kona`])
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('says what it refuses in the reader’s language, as problem+json', async () => {
    await asSomebody()
    const { status, body, headers } = await send(JSON.stringify({ title: 'K' }), {}, '?lang=fr')
    expect(status).toBe(422)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body).toMatchObject({ status: 422, errors: [{ field: 'title', reason: 'too_short' }] })
    expect(body.errors[0].detail).toMatch(/Trop court/)
    expect(JSON.stringify(body)).not.toContain('"K"') // no value is echoed
  })

  test('refuses other sites, other kinds of body, and too much', async () => {
    await asSomebody()
    expect((await send(good, { origin: 'https://evil.example', 'sec-fetch-site': '' })).status).toBe(403)
    expect((await send(good, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await send(good, { origin: '', 'sec-fetch-site': '' })).status).toBe(403)
    expect((await send(good, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await send(good, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await send(good, { 'content-encoding': 'br' })).status).toBe(415)
    expect((await send('{')).status).toBe(400)
    expect((await send(JSON.stringify({ title: 'x'.repeat(256 * 1_024) }))).status).toBe(413)
  })
})
