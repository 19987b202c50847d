import { afterAll, expect, test, vi } from 'vitest'

// The environment is read once: it must say https before anything asks.
vi.stubEnv('RECOUPE_URL', 'https://recoupe.example')
const { closeDb } = await import('@/lib/data/db')
const { answerAuth } = await import('@/lib/web/auth-route')
const { invitationLink } = await import('@/lib/web/invitation-link')
const { PASSWORD, somebody } = await import('./newsroom')

afterAll(closeDb)

test('over https the cookie is ours alone: __Host-, Secure, HttpOnly, Lax, the whole site, no domain', async () => {
  const awa = await somebody()
  const own = { origin: 'https://recoupe.example', 'content-type': 'application/x-www-form-urlencoded' }
  const csrf = await answerAuth(new Request('https://recoupe.example/api/auth/csrf'), ['csrf'])
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const body = new URLSearchParams({ csrfToken, email: awa.email, password: PASSWORD, json: 'true' }).toString()
  const answer = await answerAuth(
    new Request('https://recoupe.example/api/auth/callback/credentials', {
      method: 'POST',
      headers: { ...own, cookie },
      body,
    }),
    ['callback', 'credentials'],
  )
  const line = answer.headers.getSetCookie().find((it) => it.includes('recoupe.session')) ?? ''
  expect(line).toMatch(/^__Host-recoupe\.session=[\w-]{43};/)
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(part)
  expect(line).not.toMatch(/Domain/i)
})

test('a link leads to the site’s own name', () => {
  expect(invitationLink('fr', { token: 'x', expiresAt: new Date(0) }).link).toBe(
    'https://recoupe.example/fr/invitation/x',
  )
})
