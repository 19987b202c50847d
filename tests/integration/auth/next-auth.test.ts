import { afterAll, describe, expect, test } from 'vitest'
import { closeDb } from '@/lib/data/db'
import { answerAuth } from '@/lib/web/auth-route'
import { aSession, PASSWORD, somebody } from './newsroom'

afterAll(closeDb)

const HOME = 'http://localhost:3000'
type Ask = { cookie?: string | undefined; form?: Record<string, string>; headers?: Record<string, string> }

/** Asks `/api/auth/…` as a browser on our own page would. */
async function ask(path: string, { cookie, form, headers = {} }: Ask = {}) {
  const response = await answerAuth(
    new Request(`${HOME}/api/auth/${path}`, {
      method: form ? 'POST' : 'GET',
      headers: {
        host: 'localhost:3000',
        ...(form
          ? { origin: HOME, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
          : {}),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    }),
    (path.split('?')[0] ?? '').split('/'),
  )
  const text = await response.text()
  return {
    status: response.status,
    text,
    json: () => JSON.parse(text),
    headers: response.headers,
    jar: jarOf(response, cookie),
  }
}

/** The cookies a browser would hold afterwards. */
function jarOf(response: Response, before = ''): string {
  const jar = new Map(
    before
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0], pair] as const),
  )
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';')[0] ?? ''
    const name = pair.split('=')[0] ?? ''
    if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
    else jar.set(name, pair)
  }
  return [...jar.values()].join('; ')
}

async function enter(email: string, password: string, before = '', callbackUrl = '/fr/desk') {
  const csrf = await ask('csrf', { cookie: before })
  return ask('callback/credentials', {
    cookie: csrf.jar,
    form: { csrfToken: csrf.json().csrfToken, email, password, callbackUrl, json: 'true' },
  })
}
const sessionIn = (cookie: string) => /recoupe\.session=([^;]*)/.exec(cookie)?.[1]

describe('next-auth', () => {
  test('signs in, says who, and after sign-out the same cookie is nobody', async () => {
    const awa = await somebody('editor')
    const inside = await enter(awa.email, PASSWORD)
    expect(inside.json()).toEqual({ url: `${HOME}/fr/desk` })
    const setCookie = inside.headers.getSetCookie().find((line) => line.startsWith('recoupe.session='))
    expect(setCookie).toMatch(/HttpOnly/)
    expect(setCookie).toMatch(/SameSite=Lax/)
    expect(sessionIn(inside.jar)).toMatch(/^[\w-]{43}$/)
    const session = await ask('session', { cookie: inside.jar })
    expect(session.json().user).toEqual({ id: awa.id, name: 'Awa Traoré', role: 'editor' })
    expect(session.headers.get('cache-control')).toBe('private, no-store')

    const csrf = await ask('csrf', { cookie: inside.jar })
    const out = await ask('signout', {
      cookie: csrf.jar,
      form: { csrfToken: csrf.json().csrfToken, callbackUrl: '/fr' },
    })
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(sessionIn(out.jar)).toBeUndefined()
    const replay = await ask('session', { cookie: inside.jar })
    expect(replay.json()).toEqual({})
    expect(sessionIn(replay.jar)).toBeUndefined()
  })

  test('shares its sessions with our own sign-in page, and our plain sign-out form ends them', async () => {
    const awa = await somebody()
    const cookie = `recoupe.session=${await aSession(awa)}`
    expect((await ask('session', { cookie })).json().user.id).toBe(awa.id)
    const out = await ask('signout?lang=fr', { cookie, form: {} })
    expect([out.status, out.headers.get('location')]).toEqual([303, '/fr'])
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect((await ask('session', { cookie })).json()).toEqual({})
  })

  test('never adopts a cookie that was planted', async () => {
    const awa = await somebody()
    const planted = 'B'.repeat(43)
    const inside = await enter(awa.email, PASSWORD, `recoupe.session=${planted}`)
    expect(sessionIn(inside.jar)).not.toBe(planted)
    expect((await ask('session', { cookie: `recoupe.session=${planted}` })).json()).toEqual({})
  })

  test('gives one answer to an unknown e-mail and to a wrong password', async () => {
    const awa = await somebody()
    const [unknown, wrong] = [await enter('nobody@example.org', PASSWORD), await enter(awa.email, 'wrong')]
    expect([unknown.status, unknown.text]).toEqual([401, wrong.text])
    expect(wrong.status).toBe(401)
    expect(sessionIn(wrong.jar)).toBeUndefined()
  })

  test('says 429 after ten failures', async () => {
    const awa = await somebody()
    for (let n = 0; n < 10; n++) await enter(awa.email, 'wrong')
    const eleventh = await enter(awa.email, PASSWORD)
    expect(eleventh.status).toBe(429)
    expect(eleventh.headers.get('retry-after')).toBeTruthy()
  })

  test('takes no role from whoever updates the session', async () => {
    const awa = await somebody('reader')
    const cookie = `recoupe.session=${await aSession(awa)}`
    const csrf = await ask('csrf', { cookie })
    const response = await answerAuth(
      new Request(`${HOME}/api/auth/session`, {
        method: 'POST',
        headers: { cookie: csrf.jar, origin: HOME, 'content-type': 'application/json' },
        body: JSON.stringify({
          csrfToken: csrf.json().csrfToken,
          data: { role: 'admin', id: 'other', user: { role: 'admin' } },
        }),
      }),
      ['session'],
    )
    expect(response.status).toBe(200)
    expect((await ask('session', { cookie })).json().user).toMatchObject({ id: awa.id, role: 'reader' })
  })

  test('has no door for writing our log', async () => {
    expect((await ask('_log', { form: { level: 'error', code: 'x' } })).status).toBe(404)
    expect((await ask('verify-request')).status).toBe(404)
    expect((await ask('signin/google', { form: {} })).status).toBe(404)
  })

  test('is not asked by another site', async () => {
    const awa = await somebody()
    const cookie = `recoupe.session=${await aSession(awa)}`
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await ask('signout', { cookie, form: {}, headers })).status).toBe(403)
    expect((await ask('session', { cookie })).json().user.id).toBe(awa.id)
  })

  // trust.md B15: in the query, in the body and in the cookie; never off the site, never a 500.
  const hostile = [
    '//evil',
    '/\\evil',
    'https:evil',
    'http://localhost:3000.evil.example/',
    'javascript:alert(1)',
    '%2f%2fevil',
    '/%09/evil',
    'x'.repeat(5_000),
    'http://[',
    '\u0000',
  ]
  test.each(hostile)('goes nowhere but here with %j', async (callbackUrl) => {
    const encoded = encodeURIComponent(callbackUrl)
    const cookie = `recoupe.callback-url=${encoded}`
    const answers = [
      await ask(`signin?callbackUrl=${encoded}`),
      await ask('signin', { cookie }),
      await ask('session', { cookie }),
      await ask('csrf', { cookie }),
      await ask(`signout?callbackUrl=${encoded}`, { cookie, form: { callbackUrl } }),
      await enter((await somebody()).email, PASSWORD, cookie, callbackUrl),
    ]
    for (const { status, headers, text } of answers) {
      expect(status).toBeLessThan(500)
      const leadsTo = headers.get('location') ?? (text.startsWith('{"url"') ? JSON.parse(text).url : HOME)
      const place = new URL(leadsTo, HOME)
      expect(place.origin).toBe(HOME)
      const inner = place.searchParams.get('callbackUrl')
      if (inner) expect(new URL(inner, HOME).origin).toBe(HOME)
    }
  })

  test('builds no address from the Host header', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    expect((await ask('signin', { headers })).headers.get('location')).not.toContain('evil')
    expect((await ask('providers', { headers })).text).not.toContain('evil')
  })

  test('keeps an error of ours out of addresses and answers', async () => {
    const odd = await enter('a'.repeat(5_000), 'wrong')
    expect(odd.status).toBe(401)
    expect(odd.text).not.toMatch(/prisma|select|error at/i)
  })
})
